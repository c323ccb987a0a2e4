/** Doubts as publication asks them: once, and again only where the values that they speak of have changed. */
import "server-only";
import { createHash } from "node:crypto";
import type { Transaction } from "@/lib/database/client";
import type { Actor } from "@/lib/auth/actor";
import { doubtsOf } from "@/lib/domain/doubts";
import type { ParseContext } from "@/lib/domain/fields/field";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import type { Problem } from "@/lib/domain/record";
import { todaysDay } from "@/lib/domain/today";
import type { AskedDoubt, ConfirmedDoubts } from "../outcome";
import { type DoubtAmongOthers, doubtsOfEach } from "../read/doubts-among-others";
import { Refused } from "../write/refused";
import type { WorkingCopy } from "../write/write";

/** Which doubts the person who publishes has confirmed: by their keys, or all there are (loads and tests). */
export type Confirmed = readonly string[] | "all";

/** A record that is about to be published, as its doubts are judged. */
export interface Doubted {
  id: string;
  kind: KindKey;
  dossierId: string | null;
  /** Its dossier's. */
  context: ParseContext;
}

/**
 * The doubts about a working copy that are confirmed now, for its revision.
 * @throws {Refused} with those that are neither confirmed now nor were before, while they speak of the same values.
 */
export async function confirmedDoubts(
  tx: Transaction,
  actor: Actor,
  doubted: Doubted,
  copy: WorkingCopy,
  confirmed: Confirmed,
): Promise<ConfirmedDoubts> {
  const [open = []] = await openDoubts(tx, actor, [{ ...doubted, copy }]);
  if (!areConfirmed(open, confirmed)) throw new Refused({ ok: false, reason: "doubtful", doubts: open });
  return asConfirmed(open);
}

/** The doubts about each of several working copies, in their order, that were never confirmed. */
export async function openDoubts(
  db: Transaction,
  actor: Actor,
  doubted: readonly (Doubted & { copy: WorkingCopy })[],
): Promise<AskedDoubt[][]> {
  const compared = doubted.map(({ id, kind, dossierId, copy: { values } }) => ({
    id,
    kind,
    dossierId,
    values,
  }));
  const amongOthers = await doubtsOfEach(actor, db, compared);
  const doubts = doubted.map(({ kind, context, copy: { values } }, place) =>
    [
      ...doubtsOf(kindOf(kind), values, { ...context, today: todaysDay() }),
      ...(amongOthers[place] ?? []),
    ].map(askedDoubt),
  );
  const before = await confirmedBefore(
    db,
    doubted.filter((_, place) => doubts[place]!.length > 0).map(({ id }) => id),
  );
  return doubts.map((own, place) =>
    own.filter(({ key }) => !before.some((one) => one.id === doubted[place]!.id && one.key === key)),
  );
}

/** Whether all of these doubts are confirmed. */
export function areConfirmed(open: readonly AskedDoubt[], confirmed: Confirmed): boolean {
  return open.every(({ key }) => confirmed === "all" || confirmed.includes(key));
}

/** Doubts as the revision keeps them that are confirmed with it. */
export function asConfirmed(open: readonly AskedDoubt[]): ConfirmedDoubts {
  return Object.fromEntries(open.map(({ key, path, code, params }) => [key, { path, code, params }]));
}

/** A doubt as it is asked, with its key. */
export function askedDoubt({ path, code, params, about, other }: DoubtAmongOthers): AskedDoubt {
  return { path, code, params, key: keyOf({ path, code }, about), ...(other && { other }) };
}

/** The same for the same doubt about the same values. */
function keyOf({ path, code }: Problem, about: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify([path, code, about]))
    .digest("base64url")
    .slice(0, 22);
}

/** The keys of the doubts that were ever confirmed about records. */
async function confirmedBefore(
  db: Transaction,
  ids: readonly string[],
): Promise<{ id: string; key: string }[]> {
  if (ids.length === 0) return [];
  return db.$queryRaw`
    SELECT DISTINCT "entryId" AS "id", jsonb_object_keys("confirmed") AS "key" FROM "Revision"
    WHERE "entryId" = ANY(${ids}::uuid[]) AND "confirmed" <> '{}'`;
}
