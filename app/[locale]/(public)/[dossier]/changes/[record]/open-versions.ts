import { notFound } from "next/navigation";
import { versionPattern } from "@/lib/domain/change-log";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { changesPathOf } from "@/lib/routes";
import { namesOf } from "@/lib/published/names";
import { type PublishedVersion, versionsOf } from "@/lib/published/versions";
import { isSlug, openDossier } from "../../../open-dossier";
import type { Props } from "../../../props";

/** As many versions as a page tells of. */
const versionsPage = 10;

export type VersionsProps = Props<"dossier" | "record">;

const numberIn = (asked: unknown) =>
  typeof asked === "string" && versionPattern.test(asked) ? Number(asked) : null;

/** The record whose versions an address asks for, in its dossier. */
export async function openRecordOf(props: VersionsProps) {
  const { locale, dossier: slug, record: id } = await props.params;
  if (!isSlug(id)) notFound();
  const dossier = await openDossier(locale, slug, `changes/${id}`);
  const own = dossier.record;
  const [named] = own.id === id ? [own] : await namesOf(own.id, [id]);
  if (!named) notFound();
  const record: { id: string; kind: KindKey; slug: string; title: string } = named;
  const { version } = await props.searchParams;
  const path = changesPathOf(dossier.setting.slug, id);
  return { locale, dossier, record, asked: numberIn(version), path };
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
