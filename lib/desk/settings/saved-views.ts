/** Views of lists that people keep: a name for a list's address, one's own or everybody's. */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import { accountOf, type Actor, demand, forbid, may } from "@/lib/auth/actor";
import { noteAct } from "@/lib/auth/audit";
import { database, type Transaction } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { tampered } from "@/lib/auth/read-form";
import { type NamingOutcome, namedOnce, readName } from "./read-name";

export interface SavedView {
  id: string;
  kind: KindKey;
  name: string;
  /** The list's address behind its question mark. */
  query: string;
  isShared: boolean;
  ownerName: string;
}

const naming = { max: 80, empty: "view.empty" };
/** No address of a list is kept that is longer, in characters. */
export const longestQuery = 2000;
/** As many as a person keeps, and as many as all share. */
const most = { own: 50, shared: 100 };

/** The views that an actor sees, the shared ones first, each by name; those of one kind, or of all. */
export async function savedViews(actor: Actor, kind?: KindKey): Promise<SavedView[]> {
  demand(actor, "read");
  const rows = await database().savedView.findMany({
    where: {
      ...(kind && { kind }),
      ...viewWithin(actor),
      OR: [{ isShared: true }, ...(actor.id ? [{ ownerId: actor.id }] : [])],
    },
    select: { id: true, kind: true, name: true, query: true, isShared: true, ownerName: true },
    orderBy: [{ isShared: "desc" }, { name: "asc" }],
    take: most.own + most.shared,
  });
  return rows.map((row) => ({ ...row, kind: row.kind as KindKey }));
}

/** That a view is the actor's own, or names no dossier that they may not see. */
function viewWithin({ id, limitedTo }: Actor): { AND?: Prisma.SavedViewWhereInput } {
  if (limitedTo === null) return {};
  const names = (dossierId: string) => ({ query: { contains: `dossier=${dossierId}` } });
  return { AND: { OR: [{ ownerId: id ?? "" }, { NOT: names("") }, ...limitedTo.map(names)] } };
}

/** Keeps a list's address under a name: for the actor, or for all, which needs the right to publish. */
export async function keepView(
  actor: Actor,
  asked: { kind: KindKey; name: string; query: string; isShared: boolean },
): Promise<NamingOutcome> {
  const { kind, query, isShared } = asked;
  if (isShared) demand(actor, "setForAll");
  demand(actor, "read");
  const ownerId = accountOf(actor, "keep a view");
  if (query.length > longestQuery) throw tampered("a list's address that is too long");
  const read = readName(asked.name, naming);
  if (!read.ok) return read;
  const { name } = read;
  return namedOnce(name, "view.taken", () =>
    database().$transaction(async (tx): Promise<NamingOutcome> => {
      const max = isShared ? most.shared : most.own;
      const kept = await tx.savedView.count({ where: isShared ? { isShared } : { isShared, ownerId } });
      if (kept >= max) return { ok: false, code: "view.tooMany", params: { max } };
      await tx.savedView.create({
        data: { id: uuidv7(), kind, name, query, isShared, ownerId, ownerName: actor.name },
      });
      if (isShared) await noteAct(tx, actor, { action: "view.share", subject: kind, detail: { name } });
      return { ok: true, name };
    }),
  );
}

/** What can be done to a view that is kept. */
export type ViewChange = { do: "rename"; name: string } | { do: "share" | "unshare" | "remove" };

/**
 * Changes a view or takes it away. One's own is for its owner to change, a shared one, and whether it is shared, for who may
 * publish. One that is gone already stays so. @throws {Forbidden}
 */
export async function changeView(actor: Actor, id: string, change: ViewChange): Promise<NamingOutcome> {
  demand(actor, "read");
  const read = change.do === "rename" ? readName(change.name, naming) : null;
  if (read && !read.ok) return read;
  const seen = await database().savedView.findUnique({ where: { id } });
  if (!seen) return { ok: false, code: "view.gone" };
  const isOwn = seen.ownerId === actor.id;
  const isAllowed = seen.isShared || change.do === "share" ? may(actor, "publish") : isOwn;
  // A shared view goes back to who made it, and only that person shares it.
  if (!isAllowed || (!seen.isShared && !isOwn)) forbid(actor, "Another person's view");
  if (seen.isShared || change.do === "share") demand(actor, "setForAll");
  const name = read?.name ?? seen.name;
  return namedOnce(name, "view.taken", () =>
    database().$transaction(async (tx): Promise<NamingOutcome> => {
      const problem = change.do === "share" || change.do === "unshare" ? await noRoom(tx, seen) : null;
      if (problem) return problem;
      // As it was when the actor was found to be allowed.
      const where = { id, isShared: seen.isShared };
      const { count } =
        change.do === "remove"
          ? await tx.savedView.deleteMany({ where })
          : await tx.savedView.updateMany({
              where,
              data: change.do === "rename" ? { name } : { isShared: change.do === "share" },
            });
      if (count === 0) return { ok: false, code: "view.gone" };
      if (seen.isShared || change.do === "share")
        await noteAct(tx, actor, { action: `view.${change.do}`, subject: seen.kind, detail: { name } });
      return { ok: true, name };
    }),
  );
}

/** The problem where a view would come among too many. */
async function noRoom(
  tx: Transaction,
  { isShared, ownerId }: { isShared: boolean; ownerId: string },
): Promise<NamingOutcome | null> {
  const max = isShared ? most.own : most.shared;
  const kept = await tx.savedView.count({
    where: isShared ? { isShared: false, ownerId } : { isShared: true },
  });
  return kept >= max ? { ok: false, code: "view.tooMany", params: { max } } : null;
}
