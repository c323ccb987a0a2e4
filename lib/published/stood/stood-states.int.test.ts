/** That the pages above all dossiers as they stand at the present moment say what the database says of now, and earlier ones what stood. */
import { expect, it } from "vitest";
import { fill } from "@/bench/growth/fill";
import type { PublishedRecord } from "@/lib/domain/published";
import { publish } from "@/lib/desk/publish/publish";
import { unpublish } from "@/lib/desk/publish/withdraw";
import { createDraft } from "@/lib/desk/write/save";
import { required } from "@/lib/env";
import { makeDossierThat, makePublished, someone, typedFor, written } from "@/tests/support/make";
import { statementsOf } from "@/tests/support/sent-statements";
import { statesOfCountry } from "../country-dossiers";
import { findDossier } from "../dossiers";
import { peoplePage } from "../people-index";
import { stoodPeople } from "./stood-people";
import { stoodStates } from "./stood-states";

const editor = someone("editor");
const afterAll = "2100-12-31T23:59:59.999Z";
const now = () => new Date().toISOString();

it("sums up a country's dossiers of the present moment as they are recorded now", async () => {
  const filled = await fill(required("directDatabaseUrl"), { records: 1000, dossiers: 4, visits: 60 });
  const full = (await findDossier(filled.full.slug)) as PublishedRecord<"dossier">;
  const country = full.values.countryA;
  const recorded = await statesOfCountry(country);
  const ids = recorded.map(({ id }) => id);
  let found: Awaited<ReturnType<typeof stoodStates>> | undefined;
  // Of the day that it is, of which the lines tell.
  const endOfDay = `${now().slice(0, 10)}T23:59:59.999Z`;
  const sent = await statementsOf(async () => (found = await stoodStates(country, ids, endOfDay)));
  expect(sent).toHaveLength(1);
  if (found?.is !== "stood") throw new Error(found?.is);
  const byId = (states: typeof recorded) => [...states].sort((one, other) => (one.id < other.id ? -1 : 1));
  expect(byId(found.states)).toEqual(byId(recorded));
  expect(found.since).toEqual([]);
  expect(await stoodStates(country, ids, endOfDay, 50)).toEqual({ is: "too much" });
});

it("shows a country's dossiers as they stood, and says of which dossier what changed since is", async () => {
  const dossier = await makeDossierThat({ established: "1992" }, ["PW", "KI"]);
  const before = now();
  const visit = await makePublished("visit", dossier, {
    from: "PW",
    to: "KI",
    visitor: "A guest",
    began: "2014",
  });
  const then = await stoodStates("PW", [dossier.id], before);
  expect(then).toMatchObject({
    is: "stood",
    states: [{ id: dossier.id, established: "1992", lastVisit: null }],
    since: [{ id: visit.id, happened: "added", dossierTitle: "Palau–Kiribati" }],
  });
  expect(await stoodStates("PW", [dossier.id], now())).toMatchObject({
    states: [{ lastVisit: { visitor: "A guest", began: "2014", from: "PW" } }],
    since: [],
  });
  expect(await stoodStates("PW", [dossier.id], "2001-01-01T00:00:00.000Z")).toMatchObject({ states: [] });
});

it("lists the people of a moment by the names of then, without those that were withdrawn since", async () => {
  const make = async (name: string) => {
    const typed = typedFor("person", ["PW", "KI"], { name, country: "PW" });
    const { id, version } = written(await createDraft(editor, { kind: "person", dossierId: null }, typed));
    const published = written(
      await publish(editor, { kind: "person", id, version }, typed, { confirmed: "all" }),
    );
    return { kind: "person" as const, id, version: published.version, typed };
  };
  const [kept, gone] = [await make("Mele Tongan"), await make("Sione Gone")];
  const moment = now();
  const renamed = { ...kept.typed, name: "Mele Renamed" };
  written(await publish(editor, kept, renamed, { confirmed: "all" }));
  written(await unpublish(editor, gone));
  const later = await make("Ana Later");

  const index = await stoodPeople(moment, 1);
  expect(index).toMatchObject({
    is: "stood",
    all: 1,
    pages: 1,
    people: [{ id: kept.id, name: "Mele Tongan", country: "PW" }],
  });
  const since = index.is === "stood" ? index.since.map(({ id, happened }) => [id, happened]) : [];
  expect(since.sort()).toEqual(
    [
      [kept.id, "changed"],
      [gone.id, "withdrawn"],
      [later.id, "added"],
    ].sort(),
  );
  const present = await stoodPeople(afterAll, 1);
  const recorded = await peoplePage(1);
  expect(present).toMatchObject({ all: recorded.all, pages: recorded.pages });
  const named = (people: typeof recorded.people) =>
    people.map(({ id, name, country }) => ({ id, name, country }));
  expect(named(present.is === "stood" ? present.people : [])).toEqual(named(recorded.people));
  expect(await stoodPeople(moment, 1, 1)).toEqual({ is: "too much" });
});
