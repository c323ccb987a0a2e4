/** What there is to cite at a path below a dossier: the dossier, one of its lists, or a record. */
import "server-only";
import { type DossierKindKey, type KindKey, kindOf } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { readPeriodAddress } from "@/lib/domain/trade-period";
import { sourceBySlug } from "./cited-sources";
import type { DossierReads } from "./dossier-reads";
import { recordBySlug } from "./records";

/** What is cited: its title where it has one of its own, and which version of it. */
export interface Citable {
  title: string | null;
  /** ISO instant. */
  changed: string;
  version?: number;
  /** Of a record whose versions have addresses, by which they are found. */
  id?: string;
}

type Own = PublishedRecord<"dossier">;
type Reads = Pick<DossierReads, "latestChange" | "latestChangeOf" | "tradeYearsAt">;

/** The whole dossier as it is read: as of the latest change to any of its records. */
export async function citableDossier(dossier: Own, reads: Reads): Promise<Citable> {
  return { title: null, changed: (await reads.latestChange()) ?? dossier.updatedAt };
}

/** A list as of the latest change to any of its records; the dossier's own where it has none. */
export async function citableList(dossier: Own, kind: KindKey, reads: Reads): Promise<Citable> {
  if (!isInDossier(kind)) return citableDossier(dossier, reads);
  return { title: null, changed: (await reads.latestChangeOf(kind)) ?? dossier.updatedAt };
}

/** A record's page; null where there is none. */
export async function citableRecord(
  dossier: Own,
  kind: KindKey,
  slug: string,
  reads: Reads,
): Promise<Citable | null> {
  if (kind === "tradeYear") return citableYear(slug, reads);
  const record =
    kind === "source"
      ? (await sourceBySlug(dossier.id, slug))?.source
      : isInDossier(kind)
        ? await recordBySlug(dossier.id, kind, slug)
        : null;
  if (!record) return null;
  const { id, title, updatedAt: changed, version } = record;
  return { title, changed, version, id };
}

async function citableYear(slug: string, reads: Reads): Promise<Citable | null> {
  const period = readPeriodAddress(slug);
  const stated = period ? await reads.tradeYearsAt(period.year) : [];
  const own = stated.filter(({ values }) => values.period === period?.period);
  const changed = own
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1);
  return changed === undefined ? null : { title: null, changed };
}

function isInDossier(kind: KindKey): kind is DossierKindKey {
  return kindOf(kind).inDossier;
}
