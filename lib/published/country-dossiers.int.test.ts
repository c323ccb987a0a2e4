import { expect, test } from "vitest";
import { makeDossierThat, makePublished } from "@/tests/support/make";
import { statementsOf } from "@/tests/support/sent-statements";
import { slugOfPair, statesOf, statesOfCountry } from "./country-dossiers";

test("a country's dossiers are summed up by one statement, whatever they hold", async () => {
  const full = await makeDossierThat({ established: "1992-01-14", slug: "samoa-tuvalu" }, ["WS", "TV"]);
  const empty = await makeDossierThat({ established: "", slug: "samoa-nauru" }, ["WS", "NR"]);
  const visit = {
    from: "WS",
    to: "TV",
    visitor: "A visitor",
    office: "Minister",
    rank: "minister",
    type: "official",
  };
  await makePublished("visit", full, { ...visit, began: "2014-09" });
  await makePublished("visit", full, { ...visit, began: "2020", notHeld: "cancelled" });
  await makePublished("agreement", full, { signedOn: "2015-05-01" });
  await makePublished("mission", full, { sending: "TV", receiving: "WS" });
  await makePublished("mission", full, { sending: "TV", receiving: "WS", closed: "2001" });
  await makePublished("mission", full, { sending: "TV", receiving: "WS", accreditedFrom: "FJ" });
  await makePublished("tradeYear", full, { year: "2018", reporter: "TV", total: "7", currency: "USD" });
  await makePublished("tradeYear", full, {
    ...{ year: "2018", reporter: "WS", currency: "USD" },
    // Without a total: pages give the sum, which is as sure as its less sure part.
    ...{ exportsA: "2", exportsB: "3", total: "", standingB: "estimate" },
  });
  await makePublished("tradeYear", full, { year: "2017", reporter: "WS", total: "4", currency: "USD" });
  // A slip, published all the same, is not what readers hear of first.
  await makePublished("tradeYear", full, { year: "2099", reporter: "WS", total: "9", currency: "USD" });
  let states: Awaited<ReturnType<typeof statesOfCountry>> = [];
  const statements = await statementsOf(async () => {
    states = await statesOfCountry("WS");
  });
  expect(statements).toHaveLength(1);
  expect(states.map(({ id }) => id).sort()).toEqual([full.id, empty.id].sort());
  expect(states.find(({ id }) => id === full.id)).toMatchObject({
    slug: "samoa-tuvalu",
    countries: ["WS", "TV"],
    established: "1992-01-14",
    agreements: 1,
    missions: [0, 1],
    lastVisit: { visitor: "A visitor", began: "2014-09", from: "WS" },
    trade: { year: 2018, total: "5", currency: "USD", standing: "estimate" },
    years: [
      { year: 2014, count: 1 },
      { year: 2015, count: 1 },
    ],
  });
  expect(await statesOf([empty.id])).toMatchObject([
    { established: null, agreements: 0, missions: [0, 0], lastVisit: null, trade: null, years: [] },
  ]);
});

test("the dossier of two countries is found in either order", async () => {
  await makeDossierThat({ slug: "palau-kiribati" }, ["PW", "KI"]);
  expect(await slugOfPair("KI", "PW")).toBe("palau-kiribati");
  expect(await slugOfPair("PW", "KI")).toBe("palau-kiribati");
  expect(await slugOfPair("PW", "SM")).toBeNull();
});
