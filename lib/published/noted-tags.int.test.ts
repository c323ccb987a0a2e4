/** That functions note by themselves what decides which records they find, whatever else a page reads besides. */
import { expect, it } from "vitest";
import { cacheTag } from "@/lib/domain/cache-tags";
import { makeDossier } from "@/tests/support/make";
import { recordsIn } from "./list-periods";
import { collectTags } from "./note-tags";
import { shownRecords } from "./shown-records";

async function notedBy(work: () => Promise<unknown>): Promise<Set<string>> {
  const tags = new Set<string>();
  await collectTags(tags, work);
  return tags;
}

it("notes the lists from which records are shown, also while they hold none", async () => {
  const { id, parties } = await makeDossier();
  const shown = await notedBy(() =>
    shownRecords(id, {
      marks: {
        tallies: [{ kind: "visit", country: null, years: [{ year: 1999, count: 1 }], undated: 0 }],
        lanes: [{ kind: "visit", countryField: null }],
      },
      latest: [{ kind: "agreement", most: 3 }],
      missions: { of: parties, most: 3 },
    }),
  );
  for (const kind of ["visit", "agreement"] as const) expect(shown).toContain(cacheTag.list(id, kind));
  expect(shown).toContain(cacheTag.everything(id, "mission"));
});

it("notes with a year all years, where records last for more than one", async () => {
  const { id } = await makeDossier();
  const inYear = (kind: "visit" | "event") =>
    notedBy(() => recordsIn({ dossierId: id, kinds: [kind] }, { year: 1999 }));
  expect(await inYear("visit")).toContain(cacheTag.list(id, "visit"));
  expect([...(await inYear("event"))]).toEqual([cacheTag.list(id, "event", { year: 1999 })]);
});
