import { describe, expect, it } from "vitest";
import {
  abilityFor,
  entryStates,
  intents,
  isPublic,
  moveDone,
  moveNames,
  moveOf,
  stateAfter,
  statesBefore,
} from "./lifecycle";

describe("a record's life", () => {
  it("leads from every state to another", () => {
    for (const state of entryStates)
      expect(moveNames.some((move) => stateAfter(move, state) !== undefined)).toBe(true);
  });

  it("leaves the trash only as a draft", () => {
    expect(moveNames.filter((move) => stateAfter(move, "trashed"))).toEqual(["untrash"]);
    expect(stateAfter("untrash", "trashed")).toBe("draft");
  });

  it("lets only those who may publish change what readers see", () => {
    for (const move of moveNames)
      for (const from of statesBefore(move)) {
        const to = stateAfter(move, from)!;
        const isSeen = ["publish", "readdress", "verify"].includes(move) || isPublic(from) !== isPublic(to);
        expect(abilityFor(move, from), `${move} from ${from}`).toBe(isSeen ? "publish" : "write");
      }
  });

  it("has a move for each thing that a form can ask for", () => {
    for (const intent of intents) expect(statesBefore(moveOf[intent]).length).toBeGreaterThan(0);
  });
});

describe("what an address says was done", () => {
  it.each(["__proto__", "constructor", "toString", "save-and-next", "", undefined, ["save"], "publish "])(
    "is nothing where it says %j",
    (asked) => expect(moveDone(asked)).toBeUndefined(),
  );
  it("is a move that there is", () => expect(moveDone("publish")).toBe("publish"));
});
