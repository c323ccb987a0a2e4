/** What people say of a record among themselves: comments, replies, and that a comment is settled or open again. */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import { accountOf, type Actor, demand, may } from "@/lib/auth/actor";
import { noteAct } from "@/lib/auth/audit";
import { database, type Transaction } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { isValuePath } from "@/lib/domain/paths";
import { leadsSomewhere } from "@/lib/domain/supports";
import { tampered } from "@/lib/auth/read-form";
import type { NoticeAbout } from "@/lib/domain/review";
import { aboutWithin, stillWithin } from "../limits";
import { tell, type ToldOf } from "../notices/tell";

/** A record takes no more comments and replies. */
export const mostComments = 500;

export type CommentOutcome =
  | { ok: true; id: string }
  /** `full`: the record has as many as it can take; `missing`: the record, or the comment that is replied to, is gone. */
  | { ok: false; reason: "full" | "missing" };

/**
 * Says something of a record, or of the value to which `path` leads; all who may read the record may. Those who have a part in the
 * record are told. What is sent again under the same id (`once`) is said once. @throws {TamperedRequest} for a path that the kind does
 * not have.
 */
export async function addComment(
  actor: Actor,
  { entryId, path, text, once }: { entryId: string; path: string; text: string; once?: string | undefined },
): Promise<CommentOutcome> {
  demand(actor, "read");
  return database().$transaction(async (tx) => {
    const of = await commentable(tx, actor, entryId);
    if (!of) return { ok: false, reason: "missing" };
    if (path !== "" && !(isValuePath(path) && leadsSomewhere(kindOf(of.kind), path)))
      throw tampered(`${of.kind} has no value ${path}`);
    return insert(tx, actor, of, { path, text, parentId: null, once });
  });
}

/** Replies to a comment, which has no level below its replies. */
export async function replyTo(
  actor: Actor,
  { id, text, once }: { id: string; text: string; once?: string | undefined },
): Promise<CommentOutcome> {
  demand(actor, "read");
  return database().$transaction(async (tx) => {
    const parent = await tx.comment.findFirst({ where: { id, parentId: null } });
    const of = parent && (await commentable(tx, actor, parent.entryId));
    if (!of) return { ok: false, reason: "missing" };
    return insert(tx, actor, of, { path: parent.path, text, parentId: id, once });
  });
}

/** The record, locked so that comments on it are counted one after the other; null where there is none that the actor may see. */
async function commentable(tx: Transaction, actor: Actor, id: string): Promise<ToldOf | null> {
  const [entry] = await tx.$queryRaw<ToldOf[]>`
    SELECT e."id", e."kind", e."title" FROM "Entry" e WHERE e."id" = ${id}::uuid AND ${stillWithin(actor)} FOR NO KEY UPDATE OF e`;
  return entry ?? null;
}

async function insert(
  tx: Transaction,
  actor: Actor,
  of: ToldOf,
  {
    path,
    text,
    parentId,
    once,
  }: { path: string; text: string; parentId: string | null; once: string | undefined },
): Promise<CommentOutcome> {
  const says = { entryId: of.id, parentId, path, text, madeById: actor.id };
  if (once !== undefined && (await isSaid(tx, once, says))) return { ok: true, id: once };
  if ((await tx.comment.count({ where: { entryId: of.id } })) >= mostComments)
    return { ok: false, reason: "full" };
  const id = await insertUnder(tx, once ?? uuidv7(), { ...says, madeByName: actor.name });
  const about = parentId === null ? "comment" : "reply";
  const detail = { id, path, ...(parentId !== null && { parentId }) };
  await noteAct(tx, actor, {
    action: `comment.${about === "comment" ? "add" : "reply"}`,
    subject: of.id,
    detail,
  });
  await tell(tx, actor, { about, of, text, thread: parentId ?? id }, partakers(of));
  return { ok: true, id };
}

type Says = Record<"entryId" | "path" | "text", string> & Record<"parentId" | "madeById", string | null>;

/** Whether the same account said the same in the same place: what was changed since it was sent first is said besides. */
async function isSaid(
  tx: Transaction,
  id: string,
  { entryId, parentId, path, text, madeById }: Says,
): Promise<boolean> {
  return (await tx.comment.count({ where: { id, entryId, parentId, path, text, madeById } })) > 0;
}

/** Keeps a comment under this id, or another where something else is said under it, also at this moment; returns the id. */
async function insertUnder(
  tx: Transaction,
  id: string,
  data: Says & { madeByName: string },
): Promise<string> {
  const { count } = await tx.comment.createMany({ data: [{ ...data, id }], skipDuplicates: true });
  return count > 0 ? id : insertUnder(tx, uuidv7(), data);
}

/** Those who have a part in a record: who began it, saved it last, submitted it or settled that, or said something of it. */
function partakers({ id }: { id: string }): Prisma.Sql {
  return Prisma.sql`
    SELECT "createdById" FROM "Entry" WHERE "id" = ${id}::uuid
    UNION SELECT "updatedById" FROM "Entry" WHERE "id" = ${id}::uuid
    UNION SELECT "madeById" FROM "Review" WHERE "entryId" = ${id}::uuid
    UNION SELECT "settledById" FROM "Review" WHERE "entryId" = ${id}::uuid AND "settledById" IS NOT NULL
    UNION SELECT "madeById" FROM "Comment" WHERE "entryId" = ${id}::uuid`;
}

/**
 * Notes that a comment is settled, or open again: all who write records may, and the one who made it. False where it is so already,
 * gone, or the actor may not.
 */
export async function settleComment(actor: Actor, id: string, isResolved: boolean): Promise<boolean> {
  demand(actor, "read");
  const own = may(actor, "write") ? {} : { madeById: accountOf(actor, "settle a comment") };
  return database().$transaction(async (tx) => {
    const [row] = await tx.comment.updateManyAndReturn({
      where: {
        id,
        parentId: null,
        resolvedAt: isResolved ? null : { not: null },
        ...own,
        ...aboutWithin(actor),
      },
      data: isResolved
        ? { resolvedAt: new Date(), resolvedByName: actor.name }
        : { resolvedAt: null, resolvedByName: null },
      include: { entry: { select: { kind: true, title: true } } },
    });
    if (!row) return false;
    const about: NoticeAbout = isResolved ? "resolved" : "reopened";
    const of = { id: row.entryId, kind: row.entry.kind as KindKey, title: row.entry.title };
    const action = isResolved ? "comment.resolve" : "comment.reopen";
    await noteAct(tx, actor, { action, subject: of.id, detail: { id } });
    await tell(tx, actor, { about, of, text: row.text, thread: id }, ofThread(id));
    return true;
  });
}

/** Those who have said something in a thread. */
function ofThread(id: string): Prisma.Sql {
  return Prisma.sql`SELECT "madeById" FROM "Comment" WHERE "id" = ${id}::uuid OR "parentId" = ${id}::uuid`;
}
