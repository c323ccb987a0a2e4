/** What refers to a record. */
import "server-only";
import { z } from "zod";
import { type Actor, demand } from "@/lib/auth/actor";
import { database, type Transaction } from "@/lib/database/client";
import { referringBy } from "@/lib/database/columns";
import { kindKeys, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import type { EntryName, EntryState, Refusal } from "../outcome";

export interface Referrer extends EntryName {
  state: EntryState;
  field: string;
}

/** How many referrers are named at once. */
const limit = 200;

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
  const rows = await latestReferrers(database(), id, {
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
export async function draftReferrers(db: Transaction, id: string): Promise<Referrer[]> {
  return latestReferrers(db, id, { take: limit });
}

async function latestReferrers(
  db: Transaction,
  id: string,
  { take, after }: { take: number; after?: string },
): Promise<Referrer[]> {
  const links = await db.entryLink.findMany({
    where: { toId: id, ...(after && { fromId: { lt: after } }) },
    select: { field: true, from: { select: { id: true, kind: true, title: true, state: true } } },
    orderBy: { fromId: "desc" },
    take,
  });
  return links.map(({ field, from }) => ({
    ...from,
    kind: from.kind as KindKey,
    state: from.state as EntryState,
    field,
  }));
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The published records that refer to a published record, by citation or by a field of their definition. */
export async function publishedReferrers(
  db: Transaction,
  { id, kind }: { id: string; kind: KindKey },
): Promise<EntryName[]> {
  const citing = await db.citation.findMany({
    where: { sourceId: id },
    select: { recordId: true },
    // As the index has them.
    orderBy: [{ dossierId: "asc" }, { recordId: "asc" }],
    take: limit,
  });
  const conditions = kindKeys.flatMap((from) =>
    referringBy(kindOf(from), { id, kind }).map(({ condition }) => condition),
  );
  const found: { id: string; kind: string; title: string }[] = [];
  // One after the other: together, no index serves them.
  for (const where of [{ id: { in: citing.map(({ recordId }) => recordId) } }, ...conditions])
    found.push(
      ...(await db.record.findMany({ where, select: { id: true, kind: true, title: true }, take: limit })),
    );
  const rows = [...new Map(found.map((row) => [row.id, { ...row, kind: row.kind as KindKey }])).values()];
  return rows.sort((a, b) => byText(a.kind, b.kind) || byText(a.title, b.title)).slice(0, limit);
}

/** The answer that names what still refers to a record. */
export function blockedByReferrers(referrers: EntryName[]): Refusal {
  const records = [...new Map(referrers.map(({ id, kind, title }) => [id, { id, kind, title }])).values()];
  return { ok: false, reason: "blocked", code: "stillReferredTo", records };
}
