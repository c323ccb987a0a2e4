/** Random courses of edits, publications, restorations and trash, on the pure parts alone: comparison, restoring, folding. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { rowId } from "@/tests/support/rows";
import { differences, mergeTyped, type Side } from "./compare";
import { sameTyped } from "./compare-rows";
import type { Typed } from "./fields/typed";
import { type EntryState, isPublic, moves, type RecordAction, stateAfter } from "./lifecycle";
import { inSittings } from "./sittings";
import { wordChanges } from "./word-changes";

const text = fc.array(fc.constantFrom("wheat", "oil", "gas", "talks on", "in", "Astana\n"), { maxLength: 6 });
const rows = fc.uniqueArray(fc.nat(4), { maxLength: 4 });
const copy = fc.record({
  words: text,
  rows,
  hosts: fc.array(fc.constantFrom("Ann", "Bea", ""), { minLength: 5, maxLength: 5 }),
});
const typedOf = ({
  words,
  rows: order,
  hosts,
}: {
  words: string[];
  rows: number[];
  hosts: string[];
}): Typed => ({
  text: words.join(" "),
  meetings: order.map((index) => ({ id: rowId(index), host: `${index} ${hosts[index]}` })),
});
const act = fc.constantFrom("save", "autosave", "publish", "restore", "unpublish", "trash", "untrash");
const step = fc.record({ act, copy, pick: fc.nat(), by: fc.constantFrom("Ann", "Bea"), minutes: fc.nat(50) });

interface Kept {
  version: number;
  action: RecordAction;
  byId: string;
  byName: string;
  at: string;
  typed: Typed;
}

it("restores whole or place by place, compares and folds, in 10,000 random courses", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      let state: EntryState = "draft";
      let draft: Typed = { text: "", meetings: [] };
      let published: Typed | null = null;
      let minute = 0;
      const kept: Kept[] = [];
      for (const { act: move, copy: typed, pick, by, minutes } of steps) {
        const next = stateAfter(move, state);
        if (next === undefined) continue;
        minute += minutes;
        state = next;
        const then = kept[pick % Math.max(kept.length, 1)]?.typed ?? draft;
        if (move === "restore") {
          const places = differences(draft, then).map(({ path }) => path);
          const some = places.filter((_, index) => (pick >> index) % 2 === 0);
          const take = (paths: string[]) =>
            mergeTyped(
              draft,
              then,
              Object.fromEntries(paths.map((path): [string, Side] => [path, "theirs"])),
            );
          // Every place makes the whole, none changes nothing, and what is not ticked stays as it stands.
          expect(differences(take(places), then)).toEqual([]);
          expect(sameIn(take([]), draft)).toBe(true);
          const part = take(some);
          for (const one of differences(part, draft))
            if (one.what !== "order") expect(some).toContain(one.path);
          draft = part;
        } else if (moves[move].makesRevision) draft = typedOf(typed);
        if (move === "publish") published = draft;
        if (!isPublic(state)) published = null;
        const at = new Date(Date.UTC(2014, 0, 1, 0, minute)).toISOString();
        kept.push({ version: kept.length + 1, action: move, byId: by, byName: by, at, typed: draft });
      }
      expect(published !== null).toBe(isPublic(state));
      const newestFirst = kept.toReversed();
      const sittings = inSittings(newestFirst);
      expect(sittings.flatMap(({ line, earlier }) => [line, ...earlier])).toEqual(newestFirst);
      for (const { line, earlier } of sittings)
        for (const one of earlier) {
          expect(one.byId).toBe(line.byId);
          expect(["save", "autosave"]).toContain(one.action);
        }
      const [first, last] = [kept[0]?.typed.text ?? "", draft.text ?? ""].map(String);
      const changes = wordChanges(first!, last!);
      expect(changes.flatMap((one) => (one.in === "then" ? [] : one.text)).join("")).toBe(last);
    }),
    { numRuns: 10_000 },
  );
});

function sameIn(one: Typed, other: Typed): boolean {
  return Object.keys(other).every((key) => sameTyped(one[key] ?? "", other[key] ?? ""));
}
