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

function started(position = 10): Changes {
  const changes = new Changes();
  changes.start({ position, everywhere: 2, dossiers: [{ slug: "a-b", changed: 8, removed: 4 }] });
  return changes;
}

describe("what is known of publications", () => {
  it("calls nothing fresh before it has read the outbox", () => {
    expect(new Changes().isFresh("a-b", 1000)).toBe(false);
    expect(new Changes().mayShow("a-b", 0)).toBe(true);
  });

  it("expires the pages of the dossiers concerned and of the whole site, and no others", () => {
    const changes = started();
    changes.add(publish(11, "a-b"));
    expect(changes.isFresh("a-b", 10)).toBe(false);
    expect(changes.isFresh("a-b", 11)).toBe(true);
    expect(changes.isFresh("c-d", 10)).toBe(true);
    expect(changes.isFresh(null, 10)).toBe(false);
  });

  it("lets no page from before a removal be shown again", () => {
    const changes = started();
    expect(changes.mayShow("a-b", 3)).toBe(false);
    changes.add(unpublish(11, "a-b"));
    expect(changes.mayShow("a-b", 10)).toBe(false);
    expect(changes.mayShow(null, 10)).toBe(false);
    expect(changes.mayShow("c-d", 10)).toBe(true);
  });

  it("lets no page of any dossier be shown again after a removal that concerns all", () => {
    const changes = started();
    expect(changes.mayShow("c-d", 1)).toBe(false);
    expect(changes.mayShow("c-d", 2)).toBe(true);
    changes.add({ ...unpublish(11), everywhere: true });
    for (const dossier of ["a-b", "c-d", null]) {
      expect(changes.mayShow(dossier, 10)).toBe(false);
      expect(changes.isFresh(dossier, 10)).toBe(false);
      expect(changes.isFresh(dossier, 11)).toBe(true);
    }
  });

  it("takes no page for fresh from a future that a restored database has lost", () => {
    const changes = started(10);
    expect(changes.isFresh("a-b", 11)).toBe(false);
    expect(changes.mayShow("a-b", 11)).toBe(false);
    changes.reset();
    expect(changes.isKnown).toBe(false);
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
        changes.start({ position: 0, everywhere: 0, dossiers: [] });
        const committed: OutboxChange[] = [];
        let page = { position: -1, shows: 0 };
        let read = 0;
        for (const one of steps) {
          if (one.kind === "commit") committed.push(publish(committed.length + 1, one.dossier));
          if (one.kind === "read") for (; read < committed.length; read += 1) changes.add(committed[read]!);
          if (one.kind === "render") page = { position: changes.position, shows: committed.length };
          const own = committed.slice(0, read).filter(({ dossiers }) => dossiers.includes("a-b"));
          if (changes.isFresh("a-b", page.position))
            for (const { id } of own) expect(id).toBeLessThanOrEqual(page.shows);
        }
      }),
    );
  });
});
