import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OutboxChange } from "@/lib/database/outbox";
import { Changes } from "./changes";
import { numberOf, shownTags, tagsFromText, tagsToText, unknownTags } from "./shown-tags";

const at = "2026-01-01 00:00:00+00";
const publish = (id: number, ...tags: string[]): OutboxChange => ({ id, at, action: "publish", tags });
const unpublish = (id: number, ...tags: string[]): OutboxChange => ({ id, at, action: "unpublish", tags });
const shown = (position: number, ...tags: string[]) => ({ shows: shownTags(tags), position });

function started(position = 10, limit?: number): Changes {
  const changes = new Changes(limit);
  changes.start({ position, floor: 2, changes: [unpublish(4, "r:a"), publish(8, "r:a")] });
  return changes;
}

describe("what is known of publications", () => {
  it("calls nothing fresh before it has read the outbox", () => {
    expect(new Changes().isFresh(shown(1000))).toBe(false);
    expect(new Changes().mayShow(shown(0, "r:a"))).toBe(true);
  });

  it("expires what shows some of what a publication touches, and nothing else", () => {
    const changes = started();
    changes.add(publish(11, "r:b", "n:b"));
    expect(changes.isFresh(shown(10, "r:b", "r:c"))).toBe(false);
    expect(changes.isFresh(shown(11, "r:b", "r:c"))).toBe(true);
    expect(changes.isFresh(shown(10, "r:a", "r:c"))).toBe(true);
    expect(changes.isFresh({ shows: unknownTags, position: 10 })).toBe(false);
  });

  it("lets nothing be shown again that shows what was removed", () => {
    const changes = started();
    expect(changes.mayShow(shown(3, "r:a"))).toBe(false);
    expect(changes.mayShow(shown(4, "r:a"))).toBe(true);
    changes.add(unpublish(11, "r:b"));
    expect(changes.mayShow(shown(10, "r:b"))).toBe(false);
    expect(changes.mayShow({ shows: unknownTags, position: 10 })).toBe(false);
    expect(changes.mayShow(shown(10, "r:c"))).toBe(true);
  });

  it("takes what is older than it can tell for changed and removed", () => {
    const changes = started();
    expect([changes.isFresh(shown(1)), changes.mayShow(shown(1))]).toEqual([false, false]);
    expect([changes.isFresh(shown(2)), changes.mayShow(shown(2))]).toEqual([true, true]);
    // As versions announce that know of no tags.
    changes.add({ id: 11, at, action: "publish", tags: null });
    expect([changes.isFresh(shown(10)), changes.mayShow(shown(10))]).toEqual([false, true]);
    changes.add({ id: 12, at, action: "unpublish", tags: null });
    expect([changes.isFresh(shown(11)), changes.mayShow(shown(11))]).toEqual([false, false]);
    expect(changes.isFresh(shown(12))).toBe(true);
  });

  it("forgets the tags touched longest ago where there are too many, to the safe side", () => {
    const changes = started(10, 10);
    for (let id = 11; id <= 40; id += 1) changes.add(publish(id, `r:${id}`));
    expect(changes.isFresh(shown(20, "r:other"))).toBe(false);
    expect(changes.isFresh(shown(35, "r:other"))).toBe(true);
    expect(changes.isFresh(shown(35, "r:36"))).toBe(false);
  });

  it("takes nothing for fresh from a future that a restored database has lost", () => {
    const changes = started(10);
    expect([changes.isFresh(shown(11)), changes.mayShow(shown(11))]).toEqual([false, false]);
    changes.reset();
    expect([changes.isKnown, changes.mayShow(shown(11))]).toEqual([false, true]);
  });

  it("has another version after whatever it learned", () => {
    const changes = new Changes();
    const versions = [changes.version];
    for (const learn of [
      () => changes.start({ position: 1, floor: 0, changes: [] }),
      () => changes.add(publish(2)),
      () => changes.reset(),
    ]) {
      learn();
      versions.push(changes.version);
    }
    expect(new Set(versions).size).toBe(4);
  });

  it("never calls a page fresh that lacks a change, in whatever order changes are read and pages render", () => {
    const tags = fc.subarray(["r:a", "r:b", "l:d:event:all"], { minLength: 1 });
    const step = fc.oneof(
      fc.record({ kind: fc.constant("commit" as const), tags, isRemoval: fc.boolean() }),
      fc.record({ kind: fc.constant("read" as const) }),
      fc.record({ kind: fc.constant("render" as const), tags }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 2, max: 9 }), (steps, limit) => {
        const changes = new Changes(limit);
        changes.start({ position: 0, floor: 0, changes: [] });
        const committed: OutboxChange[] = [];
        let page = { position: -1, includes: 0, tags: ["r:a"] };
        let read = 0;
        for (const one of steps) {
          const id = committed.length + 1;
          if (one.kind === "commit") committed.push((one.isRemoval ? unpublish : publish)(id, ...one.tags));
          if (one.kind === "read") for (; read < committed.length; read += 1) changes.add(committed[read]!);
          if (one.kind === "render")
            page = { position: changes.position, includes: committed.length, tags: one.tags };
          const meeting = committed
            .slice(0, read)
            .filter((change) => change.tags?.some((tag) => page.tags.includes(tag)));
          const kept = shown(page.position, ...page.tags);
          if (changes.isFresh(kept))
            for (const { id } of meeting) expect(id).toBeLessThanOrEqual(page.includes);
          if (changes.mayShow(kept))
            for (const { id, action } of meeting)
              if (action === "unpublish") expect(id).toBeLessThanOrEqual(page.includes);
        }
      }),
    );
  });
});

it("keeps tags as numbers, whatever way they take", () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 40 }), (tags) => {
      const numbers = shownTags(tags);
      expect(new Set(numbers)).toEqual(new Set(tags.map(numberOf)));
      expect(tagsFromText(tagsToText(numbers))).toEqual(numbers);
      for (const number of numbers) expect(number).toBeGreaterThan(0);
    }),
  );
  expect(tagsFromText(undefined)).toEqual(unknownTags);
  expect(tagsFromText("AAA=")).toEqual(unknownTags);
  const many = Array.from({ length: 30_000 }, (_, place) => `r:${place}`);
  expect(shownTags(many)).toEqual(unknownTags);
  expect(new Set(many.map(numberOf)).size).toBe(many.length);
});
