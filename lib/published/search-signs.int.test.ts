/** Searches for what records hold as codes, and for what their citations say. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { dueProjection, projectAnew } from "@/lib/desk/background/project-anew";
import { searchDesk } from "@/lib/desk/read/search";
import { nameCountry } from "@/lib/desk/settings/country-names";
import { setOwnNames } from "@/lib/domain/own-names";
import { choiceLabels } from "@/lib/domain/signs-called";
import agreementWords from "@/messages/kinds/agreement.en.json";
import missionWords from "@/messages/kinds/mission.en.json";
import { makeDossierThat, makePublished, makeSource, someone } from "@/tests/support/make";
import { searchPublished } from "./search";

const choices = choiceLabels({ ...agreementWords.choices, ...missionWords.choices }, [
  { key: "defence", name: "Safeguarding of borders" },
]);
const titles = async (q: string) => (await searchPublished(q, { choices })).hits.map(({ title }) => title);
const atDesk = async (q: string) =>
  (await searchDesk(someone("viewer"), q, { choices })).rows.map(({ title }) => title);

beforeAll(async () => {
  const dossier = await makeDossierThat({}, ["BT", "TO"]);
  const agreement = (title: string, more: object = {}) =>
    makePublished("agreement", dossier, { title, shortTitle: "", ...more });
  await agreement("On yaks", { type: "memorandum", subject: "agriculture" });
  await agreement("On kelp", {
    type: "treaty",
    subject: "defence",
    place: "An understanding had been reached before.",
  });
  const source = await makeSource({ title: "Gazette of quartz" });
  await agreement("On looms", {
    type: "protocol",
    citations: [
      { source: source.id, place: "folio 77 verso, Kapitel Xylotomie", quotation: "woven by moonlight" },
    ],
  });
  await makePublished("visit", dossier, { visitor: "An envoy", from: "BT", to: "TO" });
});
afterAll(() => setOwnNames([]));

it.each([
  ["understanding", ["On kelp", "On yaks"]],
  ["memorandum of understanding yaks", ["On yaks"]],
  ["safeguarding borders", ["On kelp"]],
  ["xylotomie", ["On looms"]],
  ["folio 77", ["On looms"]],
  ["moonlight", ["On looms"]],
])("%j finds %j, what says it in words first", async (query, found) => {
  expect(await titles(query)).toEqual(found);
  expect((await atDesk(query)).sort()).toEqual([...found].sort());
});

it("finds records by what their countries are called now, whatever they were called when these were published", async () => {
  expect(await titles("druk yul")).toEqual([]);
  const named = { code: "BT", locale: "en", inText: "" };
  await nameCountry(someone("admin"), { ...named, version: 0, name: "Druk Yul" });
  expect(await titles("envoy druk yul")).toEqual(["An envoy to Tonga"]);
  expect(await atDesk("envoy druk yul")).toEqual(["An envoy to Tonga"]);
  await nameCountry(someone("admin"), { ...named, version: 1, name: "Thunderland" });
  expect(await titles("envoy thunderland")).toEqual(["An envoy to Tonga"]);
  await nameCountry(someone("admin"), { ...named, version: 2, name: "" });
  expect(await titles("envoy bhutan")).toEqual(["An envoy to Tonga"]);
});

it("projects anew what an earlier version projected, once, in the background", async () => {
  const where = { title: "On looms" };
  await database().entry.updateMany({ where, data: { searchText: "", projectedBy: 0 } });
  await database().record.updateMany({ where, data: { searchText: "" } });
  expect(await titles("xylotomie")).toEqual([]);
  expect(await dueProjection(new Date())).toEqual(["projection"]);
  expect(await projectAnew(() => false)).toBe(1);
  expect(await titles("xylotomie")).toEqual(["On looms"]);
  expect(await atDesk("xylotomie")).toEqual(["On looms"]);
  expect(await dueProjection(new Date())).toEqual([]);
});
