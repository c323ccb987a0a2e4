/** That what each side did is counted as recorded: by side, rank and decade, without what did not take place or was closed. */
import { expect, it } from "vitest";
import { makeDossier, makePublished } from "@/tests/support/make";
import { reciprocityTallies } from "./reciprocity-tallies";

it("counts visits by side, rank and decade, and missions by type", async () => {
  const dossier = await makeDossier();
  const [a, b] = dossier.parties;
  const visit = (from: string, to: string, began: string, further = {}) =>
    makePublished("visit", dossier, { from, to, began, ended: "", rank: "minister", ...further });
  await visit(a, b, "1994");
  await visit(a, b, "1999-12-31");
  await visit(a, b, "2014-09-01", { rank: "head-of-state" });
  await visit(b, a, "1996-02-01");
  await visit(b, a, "2001", { rank: "other" });
  await visit(b, a, "2001-07", { rank: "other" });
  await visit(b, a, "1997-02-01", { notHeld: "cancelled" });
  const mission = (sending: string, receiving: string, further = {}) =>
    makePublished("mission", dossier, { sending, receiving, type: "embassy", ...further });
  await mission(a, b);
  await mission(b, a, { city: "Elsewhere", closed: "2001" });
  // One that is accredited from a third country is none there.
  await mission(b, a, { city: "A third capital", accreditedFrom: "VA" });
  const { visits, missions } = await reciprocityTallies(dossier.id, {
    parties: dossier.parties,
    predecessors: [],
  });
  const tally = (side: string, rank: string, decade: number, count: number, last: string) => ({
    ...{ side, rank, decade, count, last },
  });
  expect(visits).toHaveLength(4);
  expect(visits).toEqual(
    expect.arrayContaining([
      tally("a", "minister", 1990, 2, "1999-12-31"),
      tally("a", "head-of-state", 2010, 1, "2014-09-01"),
      tally("b", "minister", 1990, 1, "1996-02-01"),
      tally("b", "other", 2000, 2, "2001-07"),
    ]),
  );
  expect(missions).toEqual([{ side: "a", type: "embassy", count: 1 }]);
});
