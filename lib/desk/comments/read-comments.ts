/** What was said of a record, as its page shows it. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { aboutWithin } from "../limits";
import { mostComments } from "./write-comment";

/** One thing that was said. */
export interface Said {
  id: string;
  text: string;
  madeAt: string;
  madeByName: string;
  isOwn: boolean;
}

/** A comment with what was replied to it, the oldest first. */
export interface Thread extends Said {
  /** The path of the value that it is about; empty for the record. */
  path: string;
  resolvedAt: string | null;
  resolvedByName: string | null;
  replies: Said[];
}

/** All threads of a record: those that are open first, each part in the order in which they were begun. */
export async function commentsOn(actor: Actor, entryId: string): Promise<Thread[]> {
  demand(actor, "read");
  const rows = await database().comment.findMany({
    where: { entryId, ...aboutWithin(actor) },
    orderBy: [{ madeAt: "asc" }, { id: "asc" }],
    take: mostComments,
  });
  const said = ({ id, text, madeAt, madeByName, madeById }: (typeof rows)[number]): Said => ({
    ...{ id, text, madeByName, madeAt: madeAt.toISOString() },
    isOwn: madeById !== null && madeById === actor.id,
  });
  const threads = rows
    .filter(({ parentId }) => parentId === null)
    .map((row) => ({
      ...said(row),
      ...{ path: row.path, resolvedByName: row.resolvedByName },
      resolvedAt: row.resolvedAt?.toISOString() ?? null,
      replies: rows.filter(({ parentId }) => parentId === row.id).map(said),
    }));
  return [...threads.filter(({ resolvedAt }) => !resolvedAt), ...threads.filter((one) => one.resolvedAt)];
}
