import { expect, it } from "vitest";
import type { Standing, WriteRefusal } from "./answer";
import { begunFrom } from "./begun-from";

const standing: Standing = { id: "v", version: 3, state: "changed", publicPath: null };
const page = { standing, typed: { visitor: "Another's" } };
const typed = { visitor: "Mine" };
const invalid: WriteRefusal = { ok: false, sentVersion: 2, typed, reason: "invalid", problems: [] };

it("begins with the record as the page has it", () => {
  expect(begunFrom(null, page)).toEqual({ ...page, base: page.typed });
  expect(begunFrom({ ok: true, intent: "save", warnings: [], ...standing }, page)).toEqual({
    ...page,
    base: page.typed,
  });
});

it("goes on from the version that a refused form was typed upon, also after a conflict was shown", () => {
  const stale: WriteRefusal = {
    ...{ ok: false, sentVersion: 2, typed, reason: "stale" },
    ...{ by: "Another", at: "today", version: 3, theirs: page.typed, known: [] },
    ...{ state: "draft", did: "save", isOwn: false },
  };
  for (const refusal of [invalid, stale])
    expect(begunFrom(refusal, page)).toEqual({
      standing: { ...standing, version: 2 },
      typed,
      base: undefined,
    });
});

it("goes on from the draft that was made although its publication was refused", () => {
  expect(
    begunFrom({ ...invalid, sentVersion: 0, made: standing }, { standing: null, typed: {} }),
  ).toMatchObject({
    standing,
  });
  expect(begunFrom({ ...invalid, sentVersion: 0 }, { standing: null, typed: {} }).standing).toBeNull();
});
