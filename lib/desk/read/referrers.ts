/** What refers to a record. */
import "server-only";
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

/** The working copies that refer to a record, trashed ones apart. */
export async function referrersTo(actor: Actor, id: string): Promise<Referrer[]> {
  demand(actor, "read");
  return draftReferrers(database(), id);
}

/** As `referrersTo`, within a caller that has asked for permission already. */
export async function draftReferrers(db: Transaction, id: string): Promise<Referrer[]> {
  const links = await db.entryLink.findMany({
    where: { toId: id, from: { state: { not: "trashed" } } },
    select: { field: true, from: { select: { id: true, kind: true, title: true, state: true } } },
    orderBy: [{ from: { updatedAt: "desc" } }, { fromId: "asc" }],
    take: limit,
  });
  return links.map(({ field, from }) => ({
    ...from,
    kind: from.kind as KindKey,
    state: from.state as EntryState,
    field,
  }));
}

/** The published records that refer to a published record, by citation or by a field of their definition. */
export async function publishedReferrers(
  db: Transaction,
  { id, kind }: { id: string; kind: KindKey },
): Promise<EntryName[]> {
  const byField = kindKeys.flatMap((from) =>
    referringBy(kindOf(from), { id, kind }).map(({ condition }) => condition),
  );
  const rows = await db.record.findMany({
    where: { OR: [{ citations: { some: { sourceId: id } } }, ...byField] },
    select: { id: true, kind: true, title: true },
    orderBy: [{ kind: "asc" }, { title: "asc" }],
    take: limit,
  });
  return rows.map((row) => ({ ...row, kind: row.kind as KindKey }));
}

/** The answer that names what still refers to a record. */
export function blockedByReferrers(referrers: EntryName[]): Refusal {
  const records = [...new Map(referrers.map(({ id, kind, title }) => [id, { id, kind, title }])).values()];
  return { ok: false, reason: "blocked", code: "stillReferredTo", records };
}
