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
import { type DoubtAmongOthers, doubtsAmongOthers } from "../read/doubts-among-others";
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
  { id, kind, dossierId, context }: Doubted,
  copy: WorkingCopy,
  confirmed: Confirmed,
): Promise<ConfirmedDoubts> {
  const { values } = copy;
  const doubts = [
    ...doubtsOf(kindOf(kind), values, { ...context, today: todaysDay() }),
    ...(await doubtsAmongOthers(actor, tx, { id, kind, dossierId, values })),
  ].map(askedDoubt);
  if (doubts.length === 0) return {};
  const before = await confirmedBefore(tx, id);
  const open = doubts.filter(({ key }) => !before.has(key));
  const isConfirmed = ({ key }: AskedDoubt) => confirmed === "all" || confirmed.includes(key);
  if (!open.every(isConfirmed)) throw new Refused({ ok: false, reason: "doubtful", doubts: open });
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

/** The keys of the doubts that were ever confirmed about a record. */
async function confirmedBefore(tx: Transaction, id: string): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT DISTINCT jsonb_object_keys("confirmed") AS "key" FROM "Revision"
    WHERE "entryId" = ${id}::uuid AND "confirmed" <> '{}'`;
  return new Set(rows.map(({ key }) => key));
}
