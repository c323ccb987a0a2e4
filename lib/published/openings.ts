import "server-only";
import { openingOf } from "@/lib/domain/excerpt";
import { kindOf } from "@/lib/domain/kinds/registry";
import { textsOf } from "@/lib/domain/record-texts";
import { recordsById } from "./by-id";
import type { Change } from "./changes";

/** The latest changes with the opening of each record's text, empty where it has none. */
export async function withOpenings(changes: readonly Change[]): Promise<(Change & { opening: string })[]> {
  const records = await recordsById(changes);
  return changes.flatMap((change) => {
    const record = records.get(change.id);
    // What was withdrawn since the changes were read is no news any more.
    if (!record) return [];
    return { ...change, opening: openingOf(textsOf(kindOf(change.kind), change.title, record.values)) };
  });
}
