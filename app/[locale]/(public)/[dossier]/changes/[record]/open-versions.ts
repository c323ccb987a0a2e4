import { notFound } from "next/navigation";
import { versionPattern } from "@/lib/domain/change-log";
import type { Crumb } from "@/components/public/frame/breadcrumbs";
import { changesPathOf } from "@/lib/record-paths";
import { localPath } from "@/lib/routes";
import { versionedIn } from "@/lib/published/names";
import { type PublishedVersion, versionsOf, withdrawalOf } from "@/lib/published/versions";
import { isSlug, openDossier } from "../../../open-dossier";
import type { Props } from "../../../props";

/** As many versions as a page tells of. */
const versionsPage = 10;

export type VersionsProps = Props<"dossier" | "record">;

const numberIn = (asked: unknown) =>
  typeof asked === "string" && versionPattern.test(asked) ? Number(asked) : null;

/**
 * The record whose versions an address asks for, in its dossier; or of a version that was withdrawn since, of what kind it was and
 * when that was.
 */
export async function openRecordOf(props: VersionsProps) {
  const { locale, dossier: slug, record: id } = await props.params;
  if (!isSlug(id)) notFound();
  const dossier = await openDossier(locale, slug, `changes/${id}`);
  const own = dossier.record;
  const asked = numberIn((await props.searchParams).version);
  const withdrawn = asked === null ? null : await withdrawalOf(own.id, id, asked);
  const path = changesPathOf(dossier.setting.slug, id);
  if (withdrawn) return { is: "withdrawn" as const, locale, dossier, withdrawn, path };
  const record = await versionedIn(own, id);
  if (!record) notFound();
  return { is: "record" as const, locale, dossier, record, asked, path };
}

/** A record with its versions. */
export type OpenRecord = Extract<Awaited<ReturnType<typeof openRecordOf>>, { is: "record" }>;

/** The way to the versions of a record. */
export function trailToVersions({ locale, dossier, record, path }: OpenRecord, changes: string): Crumb[] {
  const href = localPath(locale, path);
  return [
    ...dossier.trail,
    { name: changes, href: href.slice(0, href.lastIndexOf("/")) },
    { name: record.title, href },
  ];
}

/** The versions that a page tells of, the latest first, with the one before the last of them. */
export async function pageOfVersions(recordId: string, upTo: unknown) {
  const found = await versionsOf(recordId, { upTo: numberIn(upTo), limit: versionsPage + 1 });
  if (found.length === 0) notFound();
  return { shown: found.slice(0, versionsPage), before: found[versionsPage], all: found };
}

/** One version with the one that readers see now, and when that which followed it was published; no page without it. */
export async function oneVersion(recordId: string, version: number) {
  const found = await versionsOf(recordId, { around: version, limit: 3 });
  const then = found.find((one) => one.version === version);
  const now: PublishedVersion | undefined = found[0];
  if (!then || !now) notFound();
  return { then, now, next: found.findLast((one) => one.version > version) };
}
