/** A change set for the pages of the desk: what is asked, how far it is, and what became of each record. */
import "server-only";
import { z } from "zod";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { aboutWithin, within } from "../limits";
import { type NamesFor, namesFor } from "../names-for";
import type { EntryName, EntryState } from "../outcome";
import { publicStates } from "../read/list";
import {
  type BulkAction,
  type BulkParams,
  type ChangeSetAction,
  type ItemRefusal,
  readParams,
  readRefusal,
} from "./change-set";

export type ItemState = "waiting" | "done" | "unchanged" | "refused";

export interface ShownItem extends EntryName {
  position: number;
  state: ItemState;
  refusal: ItemRefusal | null;
}

/** A record outside of the set that refers to one of it, with what the desk, or readers too, see of it. */
export interface Broken extends EntryName {
  state: EntryState;
  /** The record of the set that it refers to. */
  to: EntryName;
}

export interface OpenChangeSet {
  id: string;
  version: number;
  action: ChangeSetAction;
  /** Of an undo: what it takes back. */
  undoes: BulkAction | null;
  params: BulkParams;
  state: "asked" | "running" | "done";
  madeByName: string;
  isOwn: boolean;
  madeAt: string;
  counts: Record<ItemState, number>;
  /** Whether the actor may see every record that was changed: else it is for others to take it back. */
  isWhole: boolean;
  /** How many of those that were changed have been changed again since: taking the set back leaves them as they are. */
  changedSince: number;
  /** The kinds of its records. */
  kinds: KindKey[];
  /** The dossier to which all of them belong; null where they belong to several, or to none. */
  dossierId: string | null;
  /** Those that were left as they were first, then the others; a page of them. */
  items: ShownItem[];
  /** The set that takes it back, where that was asked for. */
  undoId: string | null;
}

/** How many records a page shows. */
const shown = 100;

/** A change set; null where there is none of this id. `after` is the position to go on from. */
export async function openChangeSet(actor: Actor, id: string, after = 0): Promise<OpenChangeSet | null> {
  demand(actor, "read");
  if (!z.uuid().safeParse(id).success) return null;
  const db = database();
  const set = await db.changeSet.findUnique({
    where: { id },
    include: { undone: { select: { action: true } }, undo: { select: { id: true } } },
  });
  if (!set) return null;
  const [counted, kinds, items, changed, since] = await Promise.all([
    db.changeItem.groupBy({ by: ["state"], where: { setId: id, ...aboutWithin(actor) }, _count: true }),
    db.$queryRaw<{ kind: KindKey; first: string | null; last: string | null }[]>`
      SELECT e."kind", min(e."dossierId"::text) AS "first", max(e."dossierId"::text) AS "last"
      FROM "ChangeItem" i JOIN "Entry" e ON e."id" = i."entryId" WHERE i."setId" = ${id}::uuid AND ${within(actor)} GROUP BY e."kind"`,
    db.$queryRaw<(EntryName & { position: number; state: ItemState; outcome: unknown })[]>`
      SELECT e."id", e."kind", e."title", i."position", i."state", i."outcome"
      FROM "ChangeItem" i JOIN "Entry" e ON e."id" = i."entryId" WHERE i."setId" = ${id}::uuid AND ${within(actor)}
      ORDER BY i."state" = 'refused' DESC, i."position" OFFSET ${Math.max(0, Math.min(after, 10_000))} LIMIT ${shown}`,
    actor.limitedTo && db.changeItem.count({ where: { setId: id, state: "done" } }),
    changedSince(actor, id),
  ]);
  // Another's set, of whose records the actor may see none.
  if (actor.limitedTo !== null && kinds.length === 0) return null;
  const refusals = items.map(({ state, outcome }) => (state === "refused" ? readRefusal(outcome) : null));
  const names = await namesFor(
    actor,
    refusals.flatMap((refusal) => (refusal?.reason === "blocked" ? refusal.records : [])),
  );
  const countOf = (state: ItemState) => counted.find((one) => one.state === state)?._count ?? 0;
  return {
    ...{ id, version: set.version, action: set.action as ChangeSetAction, madeByName: set.madeByName },
    undoes: (set.undone?.action as BulkAction | undefined) ?? null,
    params: readParams(set.params),
    state: set.state as OpenChangeSet["state"],
    isOwn: set.madeById === actor.id,
    madeAt: set.madeAt.toISOString(),
    counts: {
      ...{ waiting: countOf("waiting"), done: countOf("done") },
      ...{ unchanged: countOf("unchanged"), refused: countOf("refused") },
    },
    isWhole: changed === null || changed === countOf("done"),
    changedSince: since,
    kinds: kinds.map(({ kind }) => kind),
    dossierId: onlyOf(kinds.flatMap(({ first, last }) => [first, last])),
    items: items.map(({ outcome: _outcome, ...item }, index) => ({
      ...item,
      refusal: refusalFor(refusals[index] ?? null, names),
    })),
    undoId: set.undo?.id ?? null,
  };
}

/** The one value that there is; null where there are several. */
function onlyOf(all: readonly (string | null)[]): string | null {
  const [one = null] = all;
  return all.every((other) => other === one) ? one : null;
}

/** How many records that a set changed have been changed again since. */
export async function changedSince(actor: Actor, setId: string): Promise<number> {
  demand(actor, "read");
  const [found] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "ChangeItem" i JOIN "Entry" e ON e."id" = i."entryId" AND ${within(actor)}
    WHERE i."setId" = ${setId}::uuid AND i."state" = 'done' AND e."version" <> i."versionAfter"`;
  return found?.count ?? 0;
}

/** A refusal with the records that it names as they are named to who reads it. */
function refusalFor(refusal: ItemRefusal | null, names: NamesFor): ItemRefusal | null {
  return refusal?.reason === "blocked" ? { ...refusal, records: names(refusal.records) } : refusal;
}

/** Which records outside of a set refer to records of it, a hundred at most, those that readers see first. */
export async function brokenBy(actor: Actor, id: string): Promise<Broken[]> {
  demand(actor, "read");
  const rows = await database().$queryRaw<
    (Omit<Broken, "to"> & { toId: string; toKind: KindKey; toTitle: string })[]
  >`
    SELECT DISTINCT f."state" IN (${publicStates}) AS "isSeen", f."id", f."kind", f."title", f."state",
      t."id" AS "toId", t."kind" AS "toKind", t."title" AS "toTitle"
    FROM "ChangeItem" i JOIN "EntryLink" l ON l."toId" = i."entryId"
    JOIN "Entry" f ON f."id" = l."fromId" JOIN "Entry" t ON t."id" = l."toId"
    WHERE i."setId" = ${id}::uuid
      AND NOT EXISTS (SELECT FROM "ChangeItem" o WHERE o."setId" = i."setId" AND o."entryId" = f."id")
      AND ${within(actor, "t")} AND ${within(actor, "f")}
    ORDER BY 1 DESC, f."title" LIMIT 100`;
  return rows.map(({ id: from, kind, title, state, toId, toKind, toTitle }) => ({
    ...{ id: from, kind, title, state },
    to: { id: toId, kind: toKind, title: toTitle },
  }));
}

/**
 * The set with which a record went into the trash together with others, where the actor may see them all and it has not been taken
 * back; null else.
 */
export async function trashedWith(
  actor: Actor,
  entryId: string,
): Promise<{ id: string; count: number } | null> {
  demand(actor, "read");
  const [found] = await database().$queryRaw<{ id: string; count: number }[]>`
    SELECT s."id", (SELECT count(*)::int FROM "ChangeItem" o WHERE o."setId" = s."id" AND o."state" = 'done') AS "count"
    FROM "ChangeItem" i JOIN "ChangeSet" s ON s."id" = i."setId"
    JOIN "Entry" e ON e."id" = i."entryId" AND ${within(actor)}
    WHERE i."entryId" = ${entryId}::uuid AND i."state" = 'done' AND s."action" = 'trash' AND s."state" = 'done'
      AND NOT EXISTS (SELECT FROM "ChangeSet" u WHERE u."undoneId" = s."id" AND u."state" <> 'asked')
      AND NOT EXISTS (SELECT FROM "ChangeItem" o JOIN "Entry" oe ON oe."id" = o."entryId"
        WHERE o."setId" = s."id" AND o."state" = 'done' AND (${within(actor, "oe")}) IS NOT TRUE)
    ORDER BY s."madeAt" DESC LIMIT 1`;
  return found && found.count > 1 ? found : null;
}
