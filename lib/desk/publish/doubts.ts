/** Doubts as publication asks them: once, and again only where the values that they speak of have changed. */
import "server-only";
import { createHash } from "node:crypto";
import type { Transaction } from "@/lib/database/client";
import { type Doubt, doubtsOf } from "@/lib/domain/doubts";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import type { Problem } from "@/lib/domain/record";
import { todaysDay } from "@/lib/domain/today";
import type { AskedDoubt, ConfirmedDoubts } from "../outcome";
import { Refused } from "../write/refused";
import type { WorkingCopy } from "../write/write";

/** Which doubts the person who publishes has confirmed: by their keys, or all there are (loads and tests). */
export type Confirmed = readonly string[] | "all";

/** A record that is about to be published, as its doubts are judged. */
export interface Doubted {
  id: string;
  kind: KindKey;
  parties: readonly [string, string] | null;
}

/**
 * The doubts about a working copy that are confirmed now, for its revision.
 * @throws {Refused} with those that are neither confirmed now nor were before, while they speak of the same values.
 */
export async function confirmedDoubts(
  tx: Transaction,
  { id, kind, parties }: Doubted,
  copy: WorkingCopy,
  confirmed: Confirmed,
): Promise<ConfirmedDoubts> {
  const doubts = doubtsOf(kindOf(kind), copy.values, { parties, today: todaysDay() }).map(asked);
  if (doubts.length === 0) return {};
  const before = await confirmedBefore(tx, id);
  const open = doubts.filter(({ key }) => !before.has(key));
  const isConfirmed = ({ key }: AskedDoubt) => confirmed === "all" || confirmed.includes(key);
  if (!open.every(isConfirmed)) throw new Refused({ ok: false, reason: "doubtful", doubts: open });
  return Object.fromEntries(open.map(({ key, ...doubt }) => [key, doubt]));
}

function asked({ path, code, params, about }: Doubt): AskedDoubt {
  return { path, code, params, key: keyOf({ path, code }, about) };
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
