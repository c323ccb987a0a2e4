/** What refers to a record. */
import "server-only";
import { z } from "zod";
import { type Actor, demand } from "@/lib/auth/actor";
import { database, type Transaction } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { referringBy } from "@/lib/database/columns";
import { kindKeys, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { isPublic } from "@/lib/domain/lifecycle";
import { isElsewhere, sees, within } from "../limits";
import type { EntryName, EntryState, Refusal, Target } from "../outcome";

export interface Referrer extends EntryName {
  state: EntryState;
  field: string;
}

/** How many referrers are named at once. */
export const mostReferrers = 200;

/** How many referrers a page shows. */
export const referrersPage = 20;

export interface ReferrersPage {
  rows: Referrer[];
  /** From where the next page goes on, as `after` takes it; null on the last. */
  next: string | null;
}

/**
 * The working copies that refer to a record, the latest made first; none in the trash, which refer to nothing. `after`
 * is where an earlier page ended; one that cannot be read begins at the first.
 */
export async function referrersTo(
  actor: Actor,
  id: string,
  { after }: { after?: string } = {},
): Promise<ReferrersPage> {
  demand(actor, "read");
  if (!(await sees(actor, id))) return { rows: [], next: null };
  const rows = await latestReferrers(database(), actor, id, {
    take: referrersPage + 1,
    after: z.uuid().safeParse(after).data,
  });
  // A page ends between two records, so that all of one record's references stand together.
  const shown = rows.length > referrersPage ? rows.slice(0, referrersPage) : rows;
  const last = shown.at(-1)?.id;
  const isSplit = rows.length > shown.length && rows[shown.length]?.id === last;
  const whole = isSplit ? shown.filter(({ id: from }) => from !== last) : shown;
  return { rows: whole, next: rows.length > shown.length ? (whole.at(-1)?.id ?? null) : null };
}

/** Those that refer to a record, a few hundred at most, within a caller that has asked for permission already. */
export async function draftReferrers(db: Transaction, actor: Actor, id: string): Promise<Referrer[]> {
  return latestReferrers(db, actor, id, { take: mostReferrers });
}

interface LinkRow {
  field: string;
  id: string;
  kind: string;
  title: string;
  state: EntryState;
  dossierId: string | null;
}

async function latestReferrers(
  db: Transaction,
  actor: Actor,
  id: string,
  { take, after }: { take: number; after?: string },
): Promise<Referrer[]> {
  const further = after === undefined ? Prisma.empty : Prisma.sql`AND l."fromId" < ${after}::uuid`;
  // Of other dossiers than the actor's, only what readers see as it stands. Looked up one by one: for a join the planner may think it
  // cheaper to read all entries in order.
  const links = await db.$queryRaw<LinkRow[]>`
    SELECT l."field", e."id", e."kind", e."title", e."state", e."dossierId" FROM "EntryLink" l CROSS JOIN LATERAL (
      SELECT e."id", e."kind", e."title", e."state", e."dossierId" FROM "Entry" e
      WHERE e."id" = l."fromId" AND (${within(actor)} OR e."state" = 'published') LIMIT 1) e
    WHERE l."toId" = ${id}::uuid ${further} ORDER BY l."fromId" DESC LIMIT ${take}`;
  return links.map(({ field, state, ...entry }) => ({ ...named(actor, entry), state, field }));
}

/** A record's name, with a mark where it is of another dossier than the actor may see. */
function named(
  actor: Actor,
  { id, kind, title, dossierId }: { id: string; kind: string; title: string; dossierId: string | null },
): EntryName {
  const name = { id, kind: kind as KindKey, title };
  return isElsewhere(actor, { ...name, dossierId }) ? { ...name, isElsewhere: true } : name;
}

/** Whether any record that is not in the trash refers to one, also where the actor may not know which. */
export async function isReferredTo(db: Transaction, id: string): Promise<boolean> {
  return (
    (await db.entryLink.findFirst({
      where: { toId: id },
      orderBy: { fromId: "desc" },
      select: { fromId: true },
    })) !== null
  );
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The published records that refer to a published record, by citation or by a field of their definition. */
export async function publishedReferrers(
  db: Transaction,
  actor: Actor,
  { id, kind }: { id: string; kind: KindKey },
): Promise<EntryName[]> {
  const citing = await db.citation.findMany({
    where: { sourceId: id },
    select: { recordId: true },
    // As the index has them.
    orderBy: [{ dossierId: "asc" }, { recordId: "asc" }],
    take: mostReferrers,
  });
  const conditions = kindKeys.flatMap((from) =>
    referringBy(kindOf(from), { id, kind }).map(({ condition }) => condition),
  );
  const found: { id: string; kind: string; title: string; dossierId: string | null }[] = [];
  // One after the other: together, no index serves them.
  for (const where of [{ id: { in: citing.map(({ recordId }) => recordId) } }, ...conditions])
    found.push(
      ...(await db.record.findMany({
        where,
        select: { id: true, kind: true, title: true, dossierId: true },
        take: mostReferrers,
      })),
    );
  const rows = [...new Map(found.map((row) => [row.id, named(actor, row)])).values()];
  return rows.sort((a, b) => byText(a.kind, b.kind) || byText(a.title, b.title)).slice(0, mostReferrers);
}

/** The records of a dossier that are not in the trash, a few hundred at most; none of what is no dossier. */
export async function recordsIn(
  db: Transaction,
  { id, kind }: Pick<Target, "id" | "kind">,
): Promise<EntryName[]> {
  if (kind !== "dossier") return [];
  const inside = await db.entry.findMany({
    where: { dossierId: id, state: { not: "trashed" } },
    select: { id: true, kind: true, title: true },
    // As an index has them: by their ids, which is what they come by unasked, the whole table would be read.
    orderBy: [{ kind: "asc" }, { updatedAt: "desc" }, { id: "desc" }],
    take: mostReferrers,
  });
  return inside.map((entry) => ({ ...entry, kind: entry.kind as KindKey }));
}

/** What stands in the way of taking a record off the site or putting it into the trash, as these acts themselves find it. */
export interface WhatBreaks {
  /** Published records that refer to it, as readers see them: they keep it on the site. */
  published: EntryName[];
  /** Drafts and unpublished changes that refer to it, and a dossier's records: they keep it out of the trash. */
  drafts: EntryName[];
  inside: EntryName[];
}

/** Tells, before it is tried, what taking a record away would break. */
export async function whatBreaks(
  actor: Actor,
  { id, kind, state }: { id: string; kind: KindKey; state: EntryState },
): Promise<WhatBreaks> {
  demand(actor, "read");
  if (!(await sees(actor, id))) return { published: [], drafts: [], inside: [] };
  const db = database();
  const [working, published, inside] = await Promise.all([
    draftReferrers(db, actor, id),
    isPublic(state) ? publishedReferrers(db, actor, { id, kind }) : [],
    recordsIn(db, { id, kind }),
  ]);
  const seen = new Set(published.map((one) => one.id));
  const drafts = new Map(
    working
      .filter((one) => !seen.has(one.id))
      .map(({ field: _field, state: _state, ...one }) => [one.id, one]),
  );
  return { published, drafts: [...drafts.values()], inside };
}

/** The answer that names what still refers to a record. */
export function blockedByReferrers(referrers: EntryName[]): Refusal {
  const records = [
    ...new Map(
      referrers.map(({ id, kind, title, isElsewhere }) => [
        id,
        { id, kind, title, ...(isElsewhere && { isElsewhere }) },
      ]),
    ).values(),
  ];
  return { ok: false, reason: "blocked", code: "stillReferredTo", records };
}
