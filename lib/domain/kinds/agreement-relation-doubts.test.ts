import { expect, it } from "vitest";
import { relationDoubts } from "./agreement-relation-doubts";
import type { AgreementRelation } from "./agreement-terms";

type Stated = Parameters<typeof relationDoubts>[0];

/** An agreement of a year that relates so to the other one of the two. */
const agreement = (signedOn: string, relation?: AgreementRelation, inForce?: "yes" | "no"): Stated => ({
  signedOn,
  ...(inForce && { inForce }),
  relations: relation ? [{ relation, other: "x" }] : [],
});

function asked(own: Stated, other: Stated): string[] {
  const pointing = (one: Stated, to: string): Stated => ({
    ...one,
    relations: (one.relations ?? []).map((row) => ({ ...row, other: to })),
  });
  return relationDoubts(pointing(own, "other"), pointing(other, "own"), { own: "own", other: "other" }).map(
    ({ on, says }) => `${on}: ${says.replace("doubt.agreement.", "")}`,
  );
}

it.each<[string, Stated, Stated, string[]]>([
  [
    "each replaces the other",
    agreement("2014", "replaces"),
    agreement("1994", "replaces"),
    ["relations: relatedOtherwise"],
  ],
  [
    "each is replaced by the other",
    agreement("1994", "replaced-by"),
    agreement("2014", "replaced-by"),
    ["relations: relatedOtherwise"],
  ],
  [
    "one replaces what supplements it",
    agreement("2014", "replaces"),
    agreement("1994", "supplements"),
    ["relations: relatedOtherwise"],
  ],
  [
    "an older one amends a newer one",
    agreement("1990", "amends"),
    agreement("2014-05-12"),
    ["relations: earlierThanChanged"],
  ],
  [
    "a newer one is replaced by an older one",
    agreement("2014", "replaced-by"),
    agreement("1994"),
    ["relations: laterThanChanging"],
  ],
  [
    "both are in force though one terminates the other",
    agreement("2014", "terminates", "yes"),
    agreement("1994", undefined, "yes"),
    ["relations: replacedInForce"],
  ],
  [
    "both are in force though the other says that it replaced this one",
    agreement("1994", undefined, "yes"),
    agreement("2014", "replaces", "yes"),
    ["inForce: replacedByOther"],
  ],
])("asked: %s", (_, own, other, doubts) => expect(asked(own, other)).toEqual(doubts));

it.each<[string, Stated, Stated]>([
  [
    "both say the same, each in its own words",
    agreement("2014", "replaces"),
    agreement("1994", "replaced-by"),
  ],
  ["two are related", agreement("1990", "related-to"), agreement("2014", "related-to")],
  [
    "each implements what the other supplements",
    agreement("2014", "implements"),
    agreement("1994", "supplements"),
  ],
  ["of one year, the order is not known", agreement("2014", "amends"), agreement("2014-05-12")],
  [
    "a later one is not in force yet",
    agreement("2014", "replaces", "no"),
    agreement("1994", undefined, "yes"),
  ],
  ["the other has nothing to do with it", agreement("1990"), agreement("2014")],
])("not asked: %s", (_, own, other) => expect(asked(own, other)).toEqual([]));

it("asks of one that is not saved yet what it says itself", () => {
  const own = { signedOn: "1990", relations: [{ relation: "amends" as const, other: "other" }] };
  const other = { signedOn: "2014", relations: [] };
  expect(relationDoubts(own, other, { own: null, other: "other" })).toHaveLength(1);
});
