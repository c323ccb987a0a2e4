/** To which day the sources of a record reach, and what a page that shows it is made anew by. */
import { expect, it } from "vitest";
import { cacheTag } from "@/lib/domain/cache-tags";
import { makeDossier, makePublished, makeSource } from "@/tests/support/make";
import { collectTags } from "./note-tags";
import { sourceReaches } from "./source-reaches";

it("reaches to the date of a record's own sources, and not to that of other records", async () => {
  const dossier = await makeDossier();
  const [dated, undated, consulted] = [
    (await makeSource({ date: "1994" })).id,
    (await makeSource()).id,
    (await makeSource({ accessedOn: "2020-05-06" })).id,
  ];
  const opened = (citations: object[]) =>
    makePublished("mission", dossier, { opened: "1980", citations: JSON.parse(JSON.stringify(citations)) });
  const figure = (year: string, source: string) =>
    makePublished("tradeYear", dossier, { year, citations: [{ source }] });
  await figure("2018", undated);
  const missions = {
    dated: await opened([{ source: dated }]),
    undated: await opened([{ source: undated }]),
    consulted: await opened([{ source: consulted }]),
    both: await opened([{ source: dated }, { source: consulted }]),
    disputed: await opened([
      { source: dated },
      { source: consulted, supports: ["opened"], states: "1981", reason: "A slip." },
    ]),
  };
  // What is recorded later, of other sources or of the same, tells nothing of the missions.
  await figure("2023", dated);
  await figure("2024", undated);
  const tags = new Set<string>();
  const ids = Object.values(missions).map(({ id }) => id);
  const reaches = await collectTags(tags, () => sourceReaches(dossier.id, ids));
  expect(
    Object.fromEntries(Object.entries(missions).map(([name, { id }]) => [name, reaches.get(id)])),
  ).toEqual({
    dated: "1994-12-31",
    undated: "2018-12-31",
    consulted: "2020-05-06",
    both: "2020-05-06",
    disputed: "1994-12-31",
  });
  expect([...tags]).toEqual(
    expect.arrayContaining([
      cacheTag.record(missions.dated.id),
      cacheTag.record(dated),
      cacheTag.citing(dossier.id, undated),
    ]),
  );
});
