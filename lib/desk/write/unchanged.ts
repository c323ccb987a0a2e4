/** Writes that would change nothing: they make no version, and nothing is told of them. */
import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "@/lib/database/client";
import { withIdsOf } from "@/lib/domain/compare-rows";
import type { Held, Typed } from "@/lib/domain/fields/field";
import { typedFrom } from "@/lib/domain/fields/set";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { publicPathOf } from "@/lib/published/public-path";
import type { Target, Written } from "../outcome";
import type { CurrentEntry } from "./context";
import type { WorkingCopy } from "./write";

/** What was typed, its rows without ids taken for those that stand in their place: a program may send none. */
export function withStandingIds(kind: KindKey, typed: Typed, { draft }: CurrentEntry): Typed {
  return withIdsOf(typed, typedFrom(kindOf(kind).fields, draft));
}

/** Whether values are those that are kept, whatever the order in which the database holds them. */
export function isSameAs(kept: Held, values: Held): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(values)), kept);
}

/** Whether a working copy is the one that stands, with what of it cannot be read. */
export function standsAs({ draft, unreadable }: CurrentEntry, copy: WorkingCopy): boolean {
  return isSameAs(draft, copy.values) && isDeepStrictEqual(copy.unreadable ?? null, unreadable);
}

/** The answer to a write that changed nothing. */
export async function unchanged(
  db: Transaction,
  { id }: Target,
  { version, state }: CurrentEntry,
  warnings: Written["warnings"],
): Promise<Written> {
  return {
    ok: true,
    id,
    version,
    state,
    publicPath: await publicPathOf(id, db),
    warnings,
    isUnchanged: true,
  };
}
