import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { publish } from "@/lib/desk/publish/publish";
import { recordPath } from "@/lib/record-paths";
import { makeDossier, makeDraft, makePublished, someone } from "@/tests/support/make";
import { tradeYearsAt } from "./records";
import { searchPublished } from "./search";
import { tradeFigures, tradePeriods } from "./trade-figures";

it("holds a fiscal year beside a calendar year, and third sources side by side, each at its address", async () => {
  const dossier = await makeDossier();
  const reporter = dossier.parties[0];
  const third = { year: "2013", reporter: "third-source", currency: "DEM" };
  await makePublished("tradeYear", dossier, { year: "2013", reporter, total: "1,5 Mrd", currency: "XEU" });
  await makePublished("tradeYear", dossier, { year: "2013-14", reporter, total: "0" });
  await makePublished("tradeYear", dossier, { ...third, sourceName: "IMF", total: "100", valuationA: "FOB" });
  await makePublished("tradeYear", dossier, {
    ...{ ...third, sourceName: "UN Comtrade", total: "110", standingTotal: "estimate" },
    ...{ valuationA: "FOB", valuationB: "CIF" },
  });

  expect(await tradePeriods(dossier.id)).toEqual([{ year: 2013 }, { year: 2013, period: "fiscal" }]);
  const records = await tradeYearsAt(dossier.id, 2013);
  const said = Object.fromEntries(records.map(({ slug, values }) => [slug, values]));
  const own = reporter.toLowerCase();
  expect(said).toMatchObject({
    [`2013-${own}`]: { total: "1500000000", currency: "XEU" },
    [`2013-14-${own}`]: { period: "fiscal", total: "0" },
    "2013-third-source-imf": { total: "100", currency: "DEM", valuationA: "FOB" },
    "2013-third-source-un-comtrade": { total: "110", standingTotal: "estimate", valuationB: "CIF" },
  });
  expect(said["2013-third-source-imf"]?.valuationB).toBeUndefined();
  expect(records.map(({ slug }) => recordPath("a-b", { kind: "tradeYear", slug })).sort()).toEqual([
    `/a-b/trade/2013#${own}`,
    "/a-b/trade/2013#third-source-imf",
    "/a-b/trade/2013#third-source-un-comtrade",
    `/a-b/trade/2013-14#${own}`,
  ]);
  expect((await tradeFigures(dossier.id)).map(({ slug }) => slug).sort()).toEqual(Object.keys(said).sort());
  const titles = await database().record.findMany({ where: { kind: "tradeYear" }, select: { title: true } });
  expect(titles.map(({ title }) => title)).toContain("Trade in 2013 as reported by UN Comtrade");
});

it("refuses the same period of the same reporter or source twice, and a name for what is no third source", async () => {
  const dossier = await makeDossier();
  const imf = { year: "2013-14", reporter: "third-source", sourceName: "IMF" };
  await makePublished("tradeYear", dossier, imf);
  const refused = async (typed: Record<string, string>) => {
    const draft = await makeDraft("tradeYear", dossier, typed);
    const outcome = await publish(someone("editor"), draft, draft.typed, { confirmed: "all" });
    return outcome.ok ? null : outcome.reason === "invalid" && outcome.problems.map(({ code }) => code);
  };
  expect(await refused(imf)).toEqual(["unique.taken"]);
  expect(await refused({ ...imf, reporter: dossier.parties[0] })).toEqual(["trade.nameOfReporter"]);
  expect(await refused({ ...imf, year: "2013" })).toBeNull();
});

it("keeps figures of a reporter as first published and as revised since, which one source may state edition by edition", async () => {
  const dossier = await makeDossier();
  const year = {
    year: "2012",
    reporter: dossier.parties[0],
    currency: "USD",
    exportsA: "99.5 m",
    exportsB: "",
  };
  const first = {
    ...{ source: dossier.source, place: "edition of 2013, table 4", supports: ["exportsA"] },
    ...{ states: "95.0 m", reason: "As first published; revised in the edition of 2014." },
  };
  const second = { ...first, place: "edition of 2014, table 4", states: "98.7 m" };
  const revised = { source: dossier.source, place: "edition of 2015, table 4", supports: ["exportsA"] };
  const citations = [revised, first, second];
  await makePublished("tradeYear", dossier, { ...year, total: "", citations });
  const records = await tradeYearsAt(dossier.id, 2012);
  expect(records).toMatchObject([{ values: { exportsA: "99500000", citations } }]);
  // Only the figure that holds is reckoned with.
  expect(await tradeFigures(dossier.id)).toMatchObject([{ values: { exportsA: "99500000" } }]);
  const found = await searchPublished("95.0 m first published");
  expect(JSON.stringify(found)).toContain(records[0]!.id);
});
