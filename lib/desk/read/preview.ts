/** A draft as its public page would show it. */
import "server-only";
import { z } from "zod";
import { type Actor, demand } from "@/lib/auth/actor";
import { database, type Transaction } from "@/lib/database/client";
import { keptCopy } from "@/lib/domain/kept-copy";
import type { Kind } from "@/lib/domain/kinds/define-kind";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { linksFrom, type RecordLink } from "@/lib/domain/references";
import type { EntryName } from "../outcome";
import { dossierColumns, dossierName, type DossierName } from "./open";
import { draftReferrers } from "./referrers";

/** A draft in the shape of a published record. */
export interface Preview {
  record: PublishedRecord;
  /** The sources it cites, in the order of its citations, with the numbers that its publication would give them. */
  sources: { number: number; source: PublishedRecord<"source"> }[];
  /** The records that its own fields refer to, in their order there. */
  refersTo: EntryName[];
  /** The records that refer to it. */
  referrers: EntryName[];
  dossier: DossierName | null;
}

/** The working copy as the public page would show it; null as for `openEntry`. Required fields may be missing. */
export async function previewOf(actor: Actor, kind: KindKey, id: string): Promise<Preview | null> {
  demand(actor, "read");
  if (!z.uuid().safeParse(id).success) return null;
  const db = database();
  const entry = await db.entry.findUnique({ where: { id, kind }, include: { dossier: dossierColumns } });
  if (!entry) return null;
  const record = asRecord(entry);
  const citations = ((entry.draft as Record<string, unknown>).citations ?? []) as { source: string }[];
  const ids = [...new Set(citations.map((citation) => citation.source).filter(Boolean))];
  const sources = await db.entry.findMany({ where: { id: { in: ids }, kind: "source" } });
  const byId = new Map(sources.map((source) => [source.id, asRecord(source) as PublishedRecord<"source">]));
  const numbers = await sourceNumbers(db, kind === "dossier" ? id : entry.dossierId, ids);
  return {
    record,
    refersTo: await namesOf(db, linksFrom(kindOf(kind), entry.draft as Record<string, unknown>)),
    referrers: await draftReferrers(db, id),
    sources: ids.flatMap((one, index) => {
      const source = byId.get(one);
      return source ? [{ number: numbers[index]!, source }] : [];
    }),
    dossier: entry.dossier && dossierName(entry.dossier),
  };
}

/** The numbers of sources in a dossier: as stored, and for the others the next ones, as `numberSources` gives them. */
async function sourceNumbers(
  db: Transaction,
  dossierId: string | null,
  ids: readonly string[],
): Promise<number[]> {
  if (dossierId === null) return ids.map((_, index) => index + 1);
  const [stored, highest] = await Promise.all([
    db.sourceNumber.findMany({ where: { dossierId, sourceId: { in: [...ids] } } }),
    db.sourceNumber.findFirst({ where: { dossierId }, orderBy: { number: "desc" } }),
  ]);
  const known = new Map(stored.map(({ sourceId, number }) => [sourceId, number]));
  let last = highest?.number ?? 0;
  return ids.map((id) => known.get(id) ?? (last += 1));
}

async function namesOf(db: Transaction, links: readonly RecordLink[]): Promise<EntryName[]> {
  const ids = links.filter(({ toKind }) => toKind !== "source").map(({ to }) => to);
  if (ids.length === 0) return [];
  const entries = await db.entry.findMany({
    where: { id: { in: ids } },
    select: { id: true, kind: true, title: true },
  });
  const byId = new Map(entries.map((entry) => [entry.id, { ...entry, kind: entry.kind as KindKey }]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

type DraftRow = {
  id: string;
  kind: string;
  slug: string | null;
  title: string;
  dossierId: string | null;
  sortDate: Date | null;
  version: number;
  firstPublishedAt: Date | null;
  updatedAt: Date;
  lastVerifiedAt: Date | null;
  draft: unknown;
};

function asRecord(entry: DraftRow): PublishedRecord {
  const { id, title, dossierId, version } = entry;
  return {
    ...{ id, title, dossierId, version },
    kind: entry.kind as KindKey,
    slug: entry.slug ?? "draft",
    sortDate: entry.sortDate?.toISOString().slice(0, 10) ?? null,
    publishedAt: (entry.firstPublishedAt ?? entry.updatedAt).toISOString(),
    updatedAt: entry.updatedAt.toISOString(),
    verifiedAt: entry.lastVerifiedAt?.toISOString() ?? null,
    values: shownValues(kindOf(entry.kind as KindKey), entry.draft) as PublishedRecord["values"],
  };
}

/**
 * A draft's values as a published record has them: with what follows from others, and with every field that holds several
 * values, which a draft may lack.
 */
function shownValues(kind: Kind, draft: unknown): Record<string, unknown> {
  const lists = Object.entries(kind.fields).filter(
    ([, { storage }]) => storage.in !== "columns" || storage.columns.some(({ isList }) => isList),
  );
  const values = kind.completed(keptCopy(kind.key, draft));
  return { ...Object.fromEntries(lists.map(([key]) => [key, []])), ...values };
}
