/** Putting a change set together: which records, and the versions in which they were seen. Nothing is done yet. */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import { accountOf, type Actor, demand } from "@/lib/auth/actor";
import { database, type Transaction } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { stillWithin } from "../limits";
import { type ListQuery, listed } from "../read/list";
import { type BulkAction, mostRecords } from "./change-set";

/** Which records: some of a list, in the versions that it showed; all that a list's query finds; or a dossier with all its records. */
export type Chosen =
  | { kind: KindKey; rows: readonly { id: string; version: number }[] }
  | { kind: KindKey; query: ListQuery }
  | { dossier: { id: string; version: number } };

export type AskOutcome = { ok: true; id: string } | { ok: false; reason: "none" | "tooMany" };

/** What putting it together asks of a person; what doing it asks, each record says for itself. */
const needed: Record<BulkAction, "write" | "publish"> = {
  ...{ publish: "publish", unpublish: "publish", verify: "publish" },
  ...{ trash: "write", cite: "write", set: "write" },
};

/** Puts a change set together and returns its id. */
export async function askForChange(actor: Actor, action: BulkAction, chosen: Chosen): Promise<AskOutcome> {
  demand(actor, needed[action]);
  const by = accountOf(actor, "change records");
  const id = uuidv7();
  return database().$transaction(async (tx) => {
    await forgetUnbegun(tx);
    await tx.changeSet.create({ data: { id, action, madeById: by, madeByName: actor.name } });
    const count = await tx.$executeRaw`
      INSERT INTO "ChangeItem" ("setId", "position", "entryId", "entryVersion", "stateBefore", "publishedBefore")
      SELECT ${id}::uuid, c."place", e."id", c."version", e."state", r."version"
      FROM (${chosenRows(actor, chosen)}) c JOIN "Entry" e ON e."id" = c."id" AND ${stillWithin(actor)} LEFT JOIN "Record" r ON r."id" = e."id"`;
    if (count > 0 && count <= mostRecords) return { ok: true, id };
    await tx.changeSet.delete({ where: { id } });
    return { ok: false, reason: count === 0 ? "none" : "tooMany" };
  });
}

/** Sets that were put together and not begun within a day are gone. */
async function forgetUnbegun(tx: Transaction): Promise<void> {
  const touchedAt = { lt: new Date(Date.now() - 24 * 3_600_000) };
  await tx.changeSet.deleteMany({ where: { state: "asked", touchedAt } });
}

/** The chosen records as rows of "id", "version" and "place", one more than there may be. */
function chosenRows(actor: Actor, chosen: Chosen): Prisma.Sql {
  if ("rows" in chosen) {
    const rows = JSON.stringify(chosen.rows.slice(0, mostRecords + 1));
    return Prisma.sql`
      SELECT (one->>'id')::uuid AS "id", (one->>'version')::int AS "version", "place"
      FROM jsonb_array_elements(${rows}::jsonb) WITH ORDINALITY AS list(one, "place")
      JOIN "Entry" e ON e."id" = (one->>'id')::uuid AND e."kind" = ${chosen.kind}`;
  }
  if ("query" in chosen)
    return Prisma.sql`
      SELECT e."id", e."version", row_number() OVER () AS "place"
      FROM (${listed(actor, chosen.kind, chosen.query)} LIMIT ${mostRecords + 1}) e`;
  const { id, version } = chosen.dossier;
  // The dossier is the last to go: records belong to it until then.
  return Prisma.sql`
    (SELECT "id", "version", row_number() OVER (ORDER BY "id" DESC) AS "place" FROM "Entry"
     WHERE "dossierId" = ${id}::uuid AND "state" <> 'trashed' LIMIT ${mostRecords})
    UNION ALL
    SELECT "id", ${version}::int, ${mostRecords + 1} FROM "Entry"
    WHERE "id" = ${id}::uuid AND "kind" = 'dossier' AND "state" <> 'trashed'`;
}

/**
 * Puts together the change set that takes another back, the record changed last first; records that changed since will be
 * left as they are. Returns its id, also where it was asked for before, unless another asked and never began it; null where
 * there is nothing to take back, or not all of it is within the actor's limits: a set is taken back once, and then whole.
 */
export async function askForUndo(actor: Actor, setId: string): Promise<string | null> {
  demand(actor, "write");
  const by = accountOf(actor, "change records");
  return database().$transaction(async (tx) => {
    const undone = await lockSet(tx, setId);
    if (!undone || undone.state !== "done" || undone.action === "undo" || undone.action === "verify")
      return null;
    if (await changedBeyond(tx, actor, setId)) return null;
    await tx.changeSet.deleteMany({ where: { undoneId: setId, state: "asked", madeById: { not: by } } });
    const before = await tx.changeSet.findUnique({ where: { undoneId: setId }, select: { id: true } });
    if (before) return before.id;
    const id = uuidv7();
    await tx.changeSet.create({
      data: { id, action: "undo", undoneId: setId, madeById: by, madeByName: actor.name },
    });
    const count = await tx.$executeRaw`
      INSERT INTO "ChangeItem" ("setId", "position", "entryId", "entryVersion", "stateBefore", "publishedBefore", "outcome")
      SELECT ${id}::uuid, row_number() OVER (ORDER BY i."position" DESC), i."entryId", i."versionAfter", i."stateBefore",
        i."publishedBefore", i."outcome"
      FROM "ChangeItem" i WHERE i."setId" = ${setId}::uuid AND i."state" = 'done' AND i."versionAfter" IS NOT NULL
        AND EXISTS (SELECT FROM "Entry" e WHERE e."id" = i."entryId" AND ${stillWithin(actor)})`;
    if (count > 0) return id;
    await tx.changeSet.delete({ where: { id } });
    return null;
  });
}

/** Whether a set changed a record of another dossier than the actor may see. */
async function changedBeyond(tx: Transaction, actor: Actor, setId: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT FROM "ChangeItem" i JOIN "Entry" e ON e."id" = i."entryId"
    WHERE i."setId" = ${setId}::uuid AND i."state" = 'done' AND (${stillWithin(actor)}) IS NOT TRUE LIMIT 1`;
  return found.length > 0;
}

async function lockSet(tx: Transaction, id: string): Promise<{ state: string; action: string } | null> {
  const rows = await tx.$queryRaw<{ state: string; action: string }[]>`
    SELECT "state", "action" FROM "ChangeSet" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return rows[0] ?? null;
}
