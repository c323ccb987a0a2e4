/** What there is to cite at a path below a dossier: the dossier, one of its lists, or a record. */
import "server-only";
import { database } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { type DossierKindKey, type KindKey, kindOf } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { readPeriodAddress } from "@/lib/domain/trade-period";
import { recentChanges } from "./changes";
import { sourceBySlug } from "./cited-sources";
import { noteTags } from "./note-tags";
import { recordBySlug, tradeYearsAt } from "./records";

/** What is cited: its title where it has one of its own, and which version of it. */
export interface Citable {
  title: string | null;
  /** ISO instant. */
  changed: string;
  version?: number;
  /** Of a record whose versions have addresses, by which they are found. */
  id?: string;
}

/** The whole dossier as it stands: as of the latest change to any of its records. */
export async function citableDossier(dossier: PublishedRecord<"dossier">): Promise<Citable> {
  const [latest] = await recentChanges({ dossierId: dossier.id, limit: 1 });
  return { title: null, changed: latest?.updatedAt ?? dossier.updatedAt };
}

/** A list as of the latest change to any of its records; the dossier's own where it has none. */
export async function citableList(dossier: PublishedRecord<"dossier">, kind: KindKey): Promise<Citable> {
  if (!isInDossier(kind)) return citableDossier(dossier);
  noteTags(cacheTag.everything(dossier.id, kind));
  const latest = await database().record.aggregate({
    where: { dossierId: dossier.id, kind },
    _max: { lastPublishedAt: true },
  });
  return { title: null, changed: latest._max.lastPublishedAt?.toISOString() ?? dossier.updatedAt };
}

/** A record's page; null where there is none. */
export async function citableRecord(
  dossier: PublishedRecord<"dossier">,
  kind: KindKey,
  slug: string,
): Promise<Citable | null> {
  if (kind === "tradeYear") return citableYear(dossier, slug);
  const record =
    kind === "source"
      ? (await sourceBySlug(dossier.id, slug))?.source
      : isInDossier(kind)
        ? await recordBySlug(dossier.id, kind, slug)
        : null;
  if (!record) return null;
  const { id, title, updatedAt: changed, version } = record;
  // Sources belong to no dossier, whose page of changes would show their versions.
  return { title, changed, version, ...(kind !== "source" && { id }) };
}

async function citableYear(dossier: PublishedRecord<"dossier">, slug: string): Promise<Citable | null> {
  const period = readPeriodAddress(slug);
  const stated = period ? await tradeYearsAt(dossier.id, period.year) : [];
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
