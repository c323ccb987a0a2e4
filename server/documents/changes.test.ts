import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OutboxChange } from "@/lib/database/outbox";
import { Changes } from "./changes";

const publish = (id: number, ...dossiers: string[]): OutboxChange => ({
  id,
  action: "publish",
  dossiers,
  everywhere: false,
});
const unpublish = (id: number, ...dossiers: string[]): OutboxChange => ({
  id,
  action: "unpublish",
  dossiers,
  everywhere: false,
});

function begun(newest = 10): Changes {
  const changes = new Changes();
  changes.begin({ newest, everywhere: 2, dossiers: [{ slug: "a-b", changed: 8, removed: 4 }] });
  return changes;
}

describe("what the press knows of publications", () => {
  it("calls nothing fresh before it has read the outbox", () => {
    expect(new Changes().isFresh("a-b", 1000)).toBe(false);
    expect(new Changes().mayShow("a-b", 0)).toBe(true);
  });

  it("expires the pages of the dossiers concerned and of the whole site, and no others", () => {
    const changes = begun();
    changes.learn(publish(11, "a-b"));
    expect(changes.isFresh("a-b", 10)).toBe(false);
    expect(changes.isFresh("a-b", 11)).toBe(true);
    expect(changes.isFresh("c-d", 10)).toBe(true);
    expect(changes.isFresh(null, 10)).toBe(false);
  });

  it("lets no page from before a removal be shown again", () => {
    const changes = begun();
    expect(changes.mayShow("a-b", 3)).toBe(false);
    changes.learn(unpublish(11, "a-b"));
    expect(changes.mayShow("a-b", 10)).toBe(false);
    expect(changes.mayShow(null, 10)).toBe(false);
    expect(changes.mayShow("c-d", 10)).toBe(true);
  });

  it("lets no page of any dossier be shown again after a removal that concerns all", () => {
    const changes = begun();
    expect(changes.mayShow("c-d", 1)).toBe(false);
    expect(changes.mayShow("c-d", 2)).toBe(true);
    changes.learn({ ...unpublish(11), everywhere: true });
    for (const dossier of ["a-b", "c-d", null]) {
      expect(changes.mayShow(dossier, 10)).toBe(false);
      expect(changes.isFresh(dossier, 10)).toBe(false);
      expect(changes.isFresh(dossier, 11)).toBe(true);
    }
  });

  it("takes no page for fresh from a future that a restored database has lost", () => {
    const changes = begun(10);
    expect(changes.isFresh("a-b", 11)).toBe(false);
    expect(changes.mayShow("a-b", 11)).toBe(false);
    changes.forget();
    expect(changes.knows).toBe(false);
    expect(changes.mayShow("a-b", 11)).toBe(true);
  });

  it("never calls a page fresh that lacks a change, in whatever order changes are read and pages render", () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("commit" as const), dossier: fc.constantFrom("a-b", "c-d") }),
      fc.record({ kind: fc.constant("read" as const) }),
      fc.record({ kind: fc.constant("render" as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const changes = new Changes();
        changes.begin({ newest: 0, everywhere: 0, dossiers: [] });
        const committed: OutboxChange[] = [];
        let page = { mark: -1, shows: 0 };
        let heard = 0;
        for (const one of steps) {
          if (one.kind === "commit") committed.push(publish(committed.length + 1, one.dossier));
          if (one.kind === "read")
            for (; heard < committed.length; heard += 1) changes.learn(committed[heard]!);
          if (one.kind === "render") page = { mark: changes.mark, shows: committed.length };
          const own = committed.slice(0, heard).filter(({ dossiers }) => dossiers.includes("a-b"));
          if (changes.isFresh("a-b", page.mark))
            for (const { id } of own) expect(id).toBeLessThanOrEqual(page.shows);
        }
      }),
    );
  });
});
