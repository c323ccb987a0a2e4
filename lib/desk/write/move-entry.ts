/** The desk's change of a state: one statement, as a save is. */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/auth/actor";
import { Prisma } from "@/lib/database/generated/client";
import type { Transaction } from "@/lib/database/client";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { EntryState } from "@/lib/domain/lifecycle";
import type { RecordLink } from "@/lib/domain/references";
import { stillWithin } from "../limits";
import { canBeginSql, nextStateSql } from "./move-sql";
import { folded, isOfAnother, linkRows, typedBefore } from "./write";

/**
 * A move of the lifecycle that changes only the state; out of the trash an entry refers again to what its working copy
 * refers to. `among` narrows the states that it may begin in.
 */
export type StateChange = { among?: (state: EntryState) => boolean } & (
  { action: "unpublish" | "trash" } | { action: "untrash"; links: readonly RecordLink[] }
);

/** What a move does to the entry's links, as a further part of the statement: none while it is in the trash. */
function linksOf(move: StateChange): Prisma.Sql {
  if (move.action === "untrash")
    return Prisma.sql`, link AS (${linkRows(move.links)}), linked AS (
      INSERT INTO "EntryLink" ("fromId", "toId", "field") SELECT written."id", "toId", link."field" FROM written, link
      ON CONFLICT DO NOTHING
    )`;
  if (move.action === "unpublish") return Prisma.empty;
  return Prisma.sql`, unlinked AS (DELETE FROM "EntryLink" USING written WHERE "fromId" = written."id")`;
}

/** An entry as the actor saw it. */
interface Seen {
  id: string;
  kind: KindKey;
  version: number;
}

interface Moved {
  id: string;
  version: number;
  state: EntryState;
}

/**
 * Changes an entry's state over the version that the actor saw, with an audit event; what another has autosaved becomes a
 * revision in their name, for the entry is the mover's from now on. Returns the new version and state,
 * null where that version is no longer the current one or the move cannot begin in its state.
 */
export async function moveEntry(
  db: Transaction,
  actor: Actor,
  target: Seen,
  move: StateChange,
): Promise<Moved | null> {
  return (await change(db, actor, [target], move))[0] ?? null;
}

/** The same for several entries, in one statement: returns those that were changed, in no order. */
export function moveEntries(
  db: Transaction,
  actor: Actor,
  targets: readonly Seen[],
  move: StateChange & { action: "unpublish" | "trash" },
): Promise<Moved[]> {
  return change(db, actor, targets, move);
}

/** Out of the trash only one can be taken at a time: the links are its own. */
function change(
  db: Transaction,
  actor: Actor,
  targets: readonly Seen[],
  move: StateChange,
): Promise<Moved[]> {
  const trashedAt = {
    unpublish: Prisma.empty,
    trash: Prisma.sql`, "trashedAt" = now()`,
    untrash: Prisma.sql`, "trashedAt" = NULL`,
  }[move.action];
  const seen = targets.map(({ id, kind, version }) => ({
    id,
    seenKind: kind,
    seen: version,
    event: uuidv7(),
  }));
  const ids = targets.map(({ id }) => id);
  return db.$queryRaw<Moved[]>`
    WITH told AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) AS t("id" uuid, "seenKind" text, "seen" int, "event" uuid)
    ), ${typedBefore(ids, isOfAnother(actor))}, written AS (
      UPDATE "Entry" SET "state" = ${nextStateSql(move.action)}, "version" = "version" + 1, "tabId" = NULL, "autosavedAt" = CASE WHEN ${isOfAnother(actor)} THEN NULL ELSE "autosavedAt" END, "updatedAt" = now(),
        "updatedById" = ${actor.id}::uuid, "updatedByName" = ${actor.name}${trashedAt}
      FROM told WHERE "Entry"."id" = told."id" AND "kind" = told."seenKind" AND "version" = told."seen"
        AND ${canBeginSql(move.action, move.among)} AND ${stillWithin(actor, '"Entry"')}
      RETURNING "Entry"."id", "version", "kind", "state", told."event"
    ), audited AS (
      INSERT INTO "AuditEvent" ("id", "at", "byId", "byName", "action", "subject", "entryId", "version", "detail")
      SELECT "event", now(), ${actor.id}::uuid, ${actor.name}, ${move.action}, "kind", "id", "version", '{}'
      FROM written
    )${folded}${linksOf(move)}
    SELECT "id", "version", "state" FROM written`;
}
