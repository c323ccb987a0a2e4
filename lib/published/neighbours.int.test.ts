/** That a record's page leads on to the records before and after it, and is made anew when another comes between. */
import { expect, it } from "vitest";
import { cacheTag } from "@/lib/domain/cache-tags";
import { makeDossier, makePublished } from "@/tests/support/make";
import { neighboursOf } from "./neighbours";
import { collectTags } from "./note-tags";
import { recordsOf } from "./records";

it("are those of its kind and dossier, in the order of time and of one day by id; the undated have none", async () => {
  const dossier = await makeDossier();
  for (const date of ["1994", "1994", "1997-05", "2015-01-01", ""])
    await makePublished("event", dossier, { date });
  await makePublished("visit", dossier, { began: "1995", ended: "" });
  const events = await recordsOf(dossier.id, "event");
  const dated = events
    .filter(({ sortDate }) => sortDate !== null)
    .sort((one, other) => one.sortDate!.localeCompare(other.sortDate!) || (one.id < other.id ? 1 : -1));
  expect(dated).toHaveLength(4);
  for (const [index, event] of dated.entries()) {
    const tags = new Set<string>();
    const { earlier, later } = await collectTags(tags, () => neighboursOf(event));
    expect([earlier?.slug, later?.slug]).toEqual([dated[index - 1]?.slug, dated[index + 1]?.slug]);
    const isOpen = index === 0 || index === 3;
    const expected = isOpen
      ? [cacheTag.list(dossier.id, "event")]
      : index === 1
        ? [1994, 1995, 1996, 1997].map((year) => cacheTag.list(dossier.id, "event", { year }))
        : [1990, 2000, 2010].map((decade) => cacheTag.list(dossier.id, "event", { decade }));
    expect([...tags]).toEqual(expected);
  }
  const undated = events.find(({ sortDate }) => sortDate === null)!;
  expect(await neighboursOf(undated)).toEqual({ earlier: null, later: null });
});
