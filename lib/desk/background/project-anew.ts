/** Projects records anew whose search words an earlier version of the program made, or a backup of one brought. */
import "server-only";
import { database, type Transaction } from "@/lib/database/client";
import type { Held } from "@/lib/domain/fields/field";
import { keptCopy } from "@/lib/domain/kept-copy";
import { kindKeyOf, kindOf } from "@/lib/domain/kinds/registry";
import { project, projectedBy, withWords } from "@/lib/domain/projection";
import { attachedFiles } from "../write/attached-files";
import { lookAnew } from "./turned";

/** So many are projected in one transaction, which holds their rows for as long. */
const atOnce = 50;
/** How often a process looks for some, in milliseconds: there are some after an upgrade or a restore alone. */
const betweenLooks = 60_000;

let lookedAt = Number.NEGATIVE_INFINITY;

/** Whether there is something to project anew, as the id of its job: there is one at a time. */
export async function dueProjection(now: Date): Promise<string[]> {
  if (now.getTime() - lookedAt < betweenLooks) return [];
  const rows = await database().$queryRaw<unknown[]>`
    SELECT FROM "Entry" WHERE "projectedBy" < ${projectedBy} LIMIT 1`;
  // What is under way is looked for again at once where it was broken off.
  if (rows.length === 0) lookedAt = now.getTime();
  return rows.length > 0 ? ["projection"] : [];
}

/** Goes on until none is left or `isOver` says that it is time to stop; returns how many were projected. */
export async function projectAnew(isOver: () => boolean): Promise<number> {
  let all = 0;
  for (let last = atOnce; last === atOnce && !isOver(); all += last)
    last = await database().$transaction((tx) => projectSome(tx));
  return all;
}

interface Row {
  id: string;
  kind: string;
  draft: Held;
  /** As it is published, where that is not as the working copy is. */
  published: Held | null;
}

async function projectSome(tx: Transaction): Promise<number> {
  // An editor who saves one of them at this moment projects it; the next round looks whether they did.
  const rows = await tx.$queryRaw<Row[]>`
    SELECT e."id", e."kind", e."draft", v."values" AS "published" FROM "Entry" e
      LEFT JOIN "Record" r ON r."id" = e."id"
      LEFT JOIN "Revision" v ON v."entryId" = r."id" AND v."version" = r."version"
    WHERE e."projectedBy" < ${projectedBy} ORDER BY e."projectedBy" LIMIT ${atOnce} FOR UPDATE OF e SKIP LOCKED`;
  const words: { id: string; draft: string | null; published: string | null }[] = [];
  for (const { id, kind, draft, published } of rows) {
    const own = await wordsOf(tx, kind, draft);
    words.push({ id, draft: own, published: published ? await wordsOf(tx, kind, published) : own });
  }
  await tx.$executeRaw`
    WITH one AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(words)}::jsonb) AS one("id" uuid, "draft" text, "published" text)
    ), entries AS (
      UPDATE "Entry" e SET "searchText" = coalesce(one."draft", e."searchText"), "projectedBy" = ${projectedBy} FROM one WHERE e."id" = one."id"
    )
    UPDATE "Record" r SET "searchText" = one."published" FROM one WHERE r."id" = one."id" AND one."published" IS NOT NULL`;
  // An earlier version, or a backup of it, did not know of days on which facets turn.
  await lookAnew(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.length;
}

/** Null of what today's definitions cannot read, as a backup of long ago may hold: it is found by the words that it has. */
async function wordsOf(tx: Transaction, kind: string, kept: Held): Promise<string | null> {
  const values = keptCopy(kind, kept);
  const { words } = await attachedFiles(tx, values);
  try {
    return withWords(project(kindOf(kindKeyOf(kind)), values), words).searchText;
  } catch {
    return null;
  }
}
