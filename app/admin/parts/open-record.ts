import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireVisitor } from "@/lib/auth/session";
import { openEntry } from "@/lib/desk/read/open";
import { kindAtPath } from "@/lib/domain/kinds/registry";

/** What Next gives a page of one record. */
export interface RecordPageProps {
  params: Promise<{ list: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The record that a page is of, as `openRecord` says. */
export async function openPage({ params }: Pick<RecordPageProps, "params">) {
  const { list, id } = await params;
  return openRecord(list, id);
}

/**
 * The record that an address names, and who asks for it: read once for a page and its title. A visitor is sent to the
 * sign-in page; what is not there is answered with the page for that.
 */
export const openRecord = cache(async (list: string, id: string) => {
  const kind = kindAtPath(list);
  if (!kind) notFound();
  const actor = await requireVisitor("read");
  const entry = await openEntry(actor, kind, id);
  if (!entry) notFound();
  return { actor, entry };
});
