/** A draft as its public page would show it. */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { type Actor, demand } from "@/lib/auth/actor";
import { database, type Transaction } from "@/lib/database/client";
import { shownCopy } from "@/lib/domain/kept-copy";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import type { Typed } from "@/lib/domain/fields/typed";
import { project } from "@/lib/domain/projection";
import { readableIn } from "@/lib/domain/record";
import { contextOf, sidesIn } from "@/lib/domain/sides";
import { linksFrom, type RecordLink } from "@/lib/domain/references";
import { entryWithin } from "../limits";
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
  const entry = await database().entry.findUnique({
    where: { id, kind, ...entryWithin(actor) },
    include: { dossier: dossierColumns },
  });
  return entry && preview(actor, entry, entry.dossier);
}

/** What stands in a form that nothing has to have kept yet. */
export interface TypedRecord {
  kind: KindKey;
  /** Null for a record that is not there yet. */
  id: string | null;
  /** That of a record that is not there yet. */
  dossierId: string | null;
  typed: Typed;
}

/**
 * What stands in a form as the public page would show it, as far as it can be read; null where its record, or its dossier, is
 * not there any more. Nothing is written.
 */
export async function previewTyped(
  actor: Actor,
  { kind, id, dossierId, typed }: TypedRecord,
): Promise<Preview | null> {
  demand(actor, "write");
  const db = database();
  const entry = id
    ? await db.entry.findUnique({
        where: { id, kind, ...entryWithin(actor) },
        include: { dossier: dossierColumns },
      })
    : null;
  const dossier = entry
    ? entry.dossier
    : dossierId &&
      (await db.entry.findUnique({
        where: { id: dossierId, kind: "dossier", ...entryWithin(actor) },
        ...dossierColumns,
      }));
  const definition = kindOf(kind);
  if (!dossier && definition.inDossier) return null;
  const draft = readableIn(definition, typed, contextOf(dossier ? sidesIn(dossier.draft) : null));
  const { title, sortDate } = project(definition, draft);
  const begun = { id: id ?? uuidv7(), kind, slug: null, dossierId, version: 0 };
  const never = { firstPublishedAt: null, lastVerifiedAt: null };
  const row = {
    ...(entry ?? { ...begun, ...never, updatedAt: new Date() }),
    ...{ draft, title, sortDate: sortDate ? new Date(sortDate) : null },
  };
  return preview(actor, row, dossier || null);
}

/** A draft with the records around it, for callers that have asked for permission. */
async function preview(actor: Actor, entry: DraftRow, dossier: DossierRow | null): Promise<Preview> {
  const db = database();
  const { id } = entry;
  const kind = entry.kind as KindKey;
  const record = asRecord(entry);
  const draft = entry.draft as Record<string, unknown>;
  const citations = (draft.citations ?? []) as { source?: string | null }[];
  const ids = [...new Set(citations.flatMap(({ source }) => source || []))];
  const sources = await db.entry.findMany({ where: { id: { in: ids }, kind: "source" } });
  const byId = new Map(sources.map((source) => [source.id, asRecord(source) as PublishedRecord<"source">]));
  const numbers = await sourceNumbers(db, kind === "dossier" ? id : entry.dossierId, ids);
  return {
    record,
    refersTo: await namesOf(db, actor, linksFrom(kindOf(kind), draft)),
    referrers: await draftReferrers(db, actor, id),
    sources: ids.flatMap((one, index) => {
      const source = byId.get(one);
      return source ? [{ number: numbers[index]!, source }] : [];
    }),
    dossier: dossier && dossierName(dossier),
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

/** What is referred to, in the order in which it is; nothing of what the actor may not see, as whatever id can be typed. */
async function namesOf(db: Transaction, actor: Actor, links: readonly RecordLink[]): Promise<EntryName[]> {
  const ids = links.filter(({ toKind }) => toKind !== "source").map(({ to }) => to);
  if (ids.length === 0) return [];
  const entries = await db.entry.findMany({
    where: { id: { in: ids }, ...entryWithin(actor) },
    select: { id: true, kind: true, title: true },
  });
  const byId = new Map(entries.map((entry) => [entry.id, { ...entry, kind: entry.kind as KindKey }]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

type DossierRow = Parameters<typeof dossierName>[0];

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
    underReviewSince: null,
    values: shownCopy(kindOf(entry.kind as KindKey), entry.draft) as PublishedRecord["values"],
  };
}
