/** What the site calls countries, as admins set it. */
import { afterAll, expect, it } from "vitest";
import { Forbidden } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { loadCountryNames } from "@/lib/database/country-names";
import { cacheTag } from "@/lib/domain/cache-tags";
import { countryInText, countryName } from "@/lib/domain/countries";
import { setOwnNames } from "@/lib/domain/own-names";
import { findDossier } from "@/lib/published/dossiers";
import { recordsOf } from "@/lib/published/records";
import { makeDossierThat, makePublished, someone } from "@/tests/support/make";
import { countryNamesAtDesk, nameCountry } from "./country-names";

const admin = someone("admin");
const palestine = { code: "PS", locale: "en", version: 0, name: "Palestine", inText: "" };
afterAll(() => setOwnNames([]));

const titlesIn = async (dossierId: string) => {
  const where = { OR: [{ id: dossierId }, { dossierId }] };
  const rows = await database().record.findMany({
    where,
    select: { title: true },
    orderBy: { title: "asc" },
  });
  return rows.map(({ title }) => title);
};

it("is used in titles and addresses from then on, and in the titles that are stored", async () => {
  const before = await makeDossierThat({}, ["PS", "MX"]);
  await makePublished("visit", before, { visitor: "A minister", from: "MX", to: "PS" });
  expect(await titlesIn(before.id)).toEqual([
    "A minister to the Palestinian Territories",
    "Palestinian Territories–Mexico",
  ]);

  expect(await nameCountry(admin, palestine)).toEqual({ ok: true, name: "Palestine" });
  expect(countryInText("PS")).toBe("Palestine");
  expect(await titlesIn(before.id)).toEqual(["A minister to Palestine", "Palestine–Mexico"]);
  const { tags } = await database().outbox.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(tags).toEqual([cacheTag.countryNames()]);

  const after = await makeDossierThat({}, ["KZ", "PS"]);
  expect(await findDossier("kazakhstan-palestine")).toMatchObject({ id: after.id });
  const [visit] = await recordsOf(before.id, "visit");
  expect(visit?.values.to).toBe("PS");
});

it("takes an article of its own, is changed by the version that was seen, and is given back", async () => {
  const [kept] = await countryNamesAtDesk(admin);
  expect(kept).toMatchObject({ code: "PS", name: "Palestine", version: 1 });
  const named = { ...palestine, version: 1, name: "State of Palestine", inText: "the State of Palestine" };
  expect(await nameCountry(admin, palestine)).toMatchObject({ ok: false, code: "countryName.stale" });
  expect(await nameCountry(admin, named)).toMatchObject({ ok: true });
  expect([countryName("PS"), countryInText("PS")]).toEqual(["State of Palestine", "the State of Palestine"]);
  expect(await nameCountry(admin, { ...named, version: 1 })).toMatchObject({ code: "countryName.stale" });

  expect(await nameCountry(admin, { ...named, version: 2, name: " " })).toEqual({
    ok: true,
    name: "Palestinian Territories",
  });
  const events = await database().auditEvent.findMany({
    where: { action: "country.name" },
    orderBy: { id: "asc" },
  });
  expect(events.map(({ byName, version, detail }) => [byName, version, detail])).toMatchObject([
    [admin.name, 1, { before: "Palestinian Territories", name: "Palestine" }],
    [admin.name, 2, { before: "Palestine", name: "State of Palestine", inText: "the State of Palestine" }],
    [admin.name, 3, { before: "State of Palestine", name: null }],
  ]);
});

it("is brought to a process that does not know it yet", async () => {
  await nameCountry(admin, { ...palestine, code: "VA", name: "Holy See", inText: "the Holy See" });
  setOwnNames([]);
  await loadCountryNames();
  expect(["VA", "TR"].map((code) => countryInText(code))).toEqual(["the Holy See", "Türkiye"]);
});

it.each([
  ["a name that is too long", { name: "x".repeat(101) }, "text.tooLong"],
  ["words that hold control characters", { inText: "the\u0000" }, "text.control"],
])("refuses %s", async (_, typed, code) => {
  expect(await nameCountry(admin, { ...palestine, ...typed })).toMatchObject({ ok: false, code });
});

it("lets only admins set it, and only of countries", async () => {
  await expect(nameCountry(someone("editor"), palestine)).rejects.toThrow(Forbidden);
  await expect(nameCountry(admin, { ...palestine, code: "ZZ" })).rejects.toThrow();
});
