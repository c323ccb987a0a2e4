/** Lists of thousands of records in periods: every record on exactly one page, few statements, and none without an index. */
import { beforeAll, expect, it } from "vitest";
import { fill } from "@/bench/growth/fill";
import { pool } from "@/lib/database/client";
import { cappedCount, COUNT_LIMIT } from "@/lib/domain/capped-count";
import { listFacet } from "@/lib/domain/list-facets";
import {
  type AskedPeriod,
  countIn,
  decadesOf,
  LIST_PAGE,
  openPeriod,
  type PeriodCounts,
  yearsIn,
} from "@/lib/domain/list-periods";
import { withConnection } from "@/lib/database/connection";
import { required } from "@/lib/env";
import { makeDossier, makePublished } from "@/tests/support/make";
import { type SentStatement, statementsOf } from "@/tests/support/sent-statements";
import { sourceBySlug, sourcesPage } from "./cited-sources";
import { countsByFacet, countsByYear, newestOfEach, recordsIn } from "./list-periods";
import { namesOf } from "./names";
import { numberedSources } from "./numbered-sources";
import { recordBySlug } from "./records";
import { referrersOf } from "./references";
import { tradeFigures } from "./trade-figures";

const visits = 2000;
let dossierId: string;
// Made by hand, before the pairs of countries are taken.
let small: Awaited<ReturnType<typeof makeDossier>>[];
const listed = () => ({ dossierId, kinds: ["visit"] as const });

beforeAll(async () => {
  small = [await makeDossier(), await makeDossier(), await makeDossier()];
  const { large } = await fill(required("directDatabaseUrl"), { records: 12_000, dossiers: 30, visits });
  dossierId = large.id;
}, 240_000);

/** Every page of a list that navigation leads to. */
function pagesOf(counts: PeriodCounts): AskedPeriod[] {
  const decades = decadesOf(counts).flatMap(({ decade, count }): AskedPeriod[] =>
    count <= LIST_PAGE
      ? [{ span: { decade }, page: 1 }]
      : yearsIn(counts, decade).map(({ year }) => ({ span: { year }, page: 1 })),
  );
  if (counts.undated > 0) decades.push({ span: "undated", page: 1 });
  return decades.flatMap(({ span }) => {
    const { pages = 0 } = openPeriod(counts, { span, page: 1 }) ?? {};
    return Array.from({ length: pages }, (_, index) => ({ span, page: index + 1 }));
  });
}

it.each([[[]], [["rank"]]])(
  "every record narrowed by %j is on exactly one page",
  async (fields: string[]) => {
    const byFacet = await countsByFacet(dossierId, "visit");
    const facets = fields.map((field) => [...byFacet.keys()].find((facet) => facet.startsWith(`${field}=`))!);
    const wanted = { ...listed(), facets };
    const counts = await countsByYear(wanted);
    const seen: string[] = [];
    for (const { span, page } of pagesOf(counts)) {
      const records = await recordsIn(wanted, span!, page);
      expect(records.length).toBe(Math.min(LIST_PAGE, countIn(counts, span!) - (page - 1) * LIST_PAGE));
      const days = records.map(({ sortDate }) => sortDate ?? "");
      expect(days).toEqual([...days].sort().reverse());
      // A visit over New Year stands in both years.
      for (const { id, values } of records) if (!seen.includes(id) || !values.ended) seen.push(id);
    }
    expect(seen.length).toBe(counts.all);
    expect(new Set(seen).size).toBe(counts.all);
    expect(counts.all).toBe(facets[0] ? byFacet.get(facets[0]) : visits);
  },
);

it("a visit over New Year is listed in both years", async () => {
  const dossier = small[0]!;
  await makePublished("visit", dossier, { began: "2017-12-30", ended: "2018-01-02" });
  await makePublished("visit", dossier, { began: "2017-05", ended: "2017-06" });
  const own = { dossierId: dossier.id, kinds: ["visit"] as const };
  const counts = await countsByYear(own);
  expect(counts).toEqual({
    all: 2,
    undated: 0,
    years: [
      { year: 2018, began: 0, listed: 1 },
      { year: 2017, began: 2, listed: 2 },
    ],
  });
  expect((await recordsIn(own, { year: 2018 })).map(({ values }) => values.began)).toEqual(["2017-12-30"]);
  expect(await recordsIn(own, { year: 2017 })).toHaveLength(2);
  expect(await recordsIn(own, { decade: 2010 })).toHaveLength(2);
  expect(await recordsIn(own, { year: 2016 })).toEqual([]);
});

it("dates of any year that a record can have are found by decade and year", async () => {
  const dossier = small[2]!;
  for (const date of ["0005-05-05", "0025-05-05", "5008-05-05", "9999"])
    await makePublished("event", dossier, { date });
  const own = { dossierId: dossier.id, kinds: ["event"] as const };
  const counts = await countsByYear(own);
  expect(counts.years.map(({ year }) => year)).toEqual([9999, 5008, 25, 5]);
  for (const { year } of counts.years) {
    const spans = [{ year }, { decade: year - (year % 10) }];
    const [ofYear, ofDecade] = await Promise.all(spans.map((span) => recordsIn(own, span)));
    expect(ofYear).toHaveLength(1);
    expect(ofDecade).toEqual(ofYear);
  }
});

it("each group's newest come from the same index, and facets are those of the published records", async () => {
  const dossier = small[1]!;
  for (const [subject, signedOn] of [
    ["transport", "2001"],
    ["transport", "2003"],
    ["transport", "2002"],
    ["taxation", ""],
  ] as const)
    await makePublished("agreement", dossier, { subject, signedOn, inForce: "yes" });
  const own = { dossierId: dossier.id, kinds: ["agreement"] as const };
  const byFacet = await countsByFacet(dossier.id, "agreement");
  const [transport, taxation] = ["transport", "taxation"].map((value) => listFacet("subject", value));
  expect([byFacet.get(transport!), byFacet.get(taxation!), byFacet.get("inForce=yes")]).toEqual([3, 1, 4]);
  const newest = await newestOfEach(own, [transport!, taxation!], 2);
  expect(newest.get(transport!)?.map(({ values }) => values.signedOn)).toEqual(["2003", "2002"]);
  expect(newest.get(taxation!)).toHaveLength(1);
});

it("sources come by their numbers, each with how many of the dossier's records cite it", async () => {
  const { all, pages } = await sourcesPage(dossierId, 1);
  const numbers: number[] = [];
  for (let page = 1; page <= pages; page += 1) {
    const { sources } = await sourcesPage(dossierId, page);
    numbers.push(...sources.map(({ number }) => number));
    const [first] = sources;
    const found = first && (await sourceBySlug(dossierId, first.source.slug));
    expect(found).toMatchObject({ number: first?.number, all: first?.citedBy });
    expect(found?.citing.length).toBe(Math.min(LIST_PAGE, first?.citedBy.count ?? 0));
  }
  expect(all).toEqual(cappedCount(numbers.length));
  expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
});

/** What pages ask, with how many statements it may take. */
const asked: [string, number, () => Promise<unknown>][] = [
  ["a list's periods", 1, () => countsByYear(listed())],
  ["a narrowed list's periods", 1, () => countsByYear({ ...listed(), facets: ["rank=minister"] })],
  ["a list's facets", 1, () => countsByFacet(dossierId, "visit")],
  ["a decade's records", 8, () => recordsIn(listed(), { decade: 2000 })],
  ["a page of a year's records", 8, () => recordsIn(listed(), { year: 2010 }, 2)],
  [
    "those of a narrowed list",
    8,
    () => recordsIn({ ...listed(), facets: ["rank=minister"] }, { year: 2010 }),
  ],
  ["several kinds together", 12, () => recordsIn({ dossierId, kinds: ["visit", "event"] }, { decade: 2000 })],
  ["the newest of each group", 8, () => newestOfEach(listed(), ["rank=minister", "rank=other"], 5)],
  ["a page of sources", 7, () => sourcesPage(dossierId, 1)],
  ["the figures of trade", 1, () => tradeFigures(dossierId)],
];

// These grow with what is recorded. Of years of trade there are too few here for an index to be the shorter way.
const large = /Seq Scan on "(?:Record|Visit|VisitMeeting|VisitAgreement|Event|Citation|Source|SourceNumber)"/;

async function throughReads(sent: readonly SentStatement[]): Promise<string[]> {
  const plans: string[] = [];
  for (const { text, values } of sent) {
    if (!/^[\s(]*(SELECT|WITH)\b/.test(text)) continue;
    const { rows } = await pool().query<{ "QUERY PLAN": string }>(`EXPLAIN ${text}`, values);
    plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
  }
  return plans.filter((plan) => large.test(plan));
}

it.each(asked)(
  "%s takes at most %i statements, and reads no large table through",
  async (_what, most, ask) => {
    const sent = await statementsOf(ask);
    expect(sent.length).toBeLessThanOrEqual(most);
    expect(await throughReads(sent)).toEqual([]);
  },
);

it("what very many records cite or refer to is counted up to a limit, and shown with a page of them", async () => {
  const { rows } = await pool().query<{ sourceId: string; agreementId: string }>(
    `SELECT n."sourceId", (SELECT "id" FROM "Record" WHERE "dossierId" = $1 AND "kind" = 'agreement' LIMIT 1) AS "agreementId"
     FROM "SourceNumber" n WHERE n."dossierId" = $1 ORDER BY n."number" LIMIT 1`,
    [dossierId],
  );
  const { sourceId, agreementId } = rows[0]!;
  await withConnection(required("directDatabaseUrl"), async (client) => {
    await client.query(
      `INSERT INTO "Citation" ("recordId", "position", "sourceId")
       SELECT "id", 500, $2 FROM "Record" WHERE "dossierId" = $1 AND "kind" = 'visit'`,
      [dossierId, sourceId],
    );
    await client.query(
      `INSERT INTO "VisitAgreement" ("visitId", "agreementId", "position")
       SELECT "id", $2, 500 FROM "Record" WHERE "dossierId" = $1 AND "kind" = 'visit' ON CONFLICT DO NOTHING`,
      [dossierId, agreementId],
    );
    await client.query("ANALYZE");
  });
  const sent = await statementsOf(async () => {
    const { sources } = await sourcesPage(dossierId, 1);
    const cited = sources.find(({ source }) => source.id === sourceId)!;
    expect(cited.citedBy).toEqual({ count: COUNT_LIMIT, isMore: true });
    const found = await sourceBySlug(dossierId, cited.source.slug);
    expect([found?.citing.length, found?.all]).toEqual([LIST_PAGE, cited.citedBy]);
    const { shown, more } = await referrersOf(agreementId, "agreement");
    expect(shown).toHaveLength(LIST_PAGE);
    expect(more.get("visit")).toEqual({ count: COUNT_LIMIT - LIST_PAGE, isMore: true });
  });
  const plans = await throughReads(sent);
  expect(plans).toEqual([]);
});

it("one record's page reads no large table through", async () => {
  const [visit] = await recordsIn(listed(), { decade: 2000 });
  const sources = visit!.values.citations.map(({ source }) => source);
  const agreement = visit!.values.agreements[0] ?? visit!.id;
  const page = async () => {
    const found = await recordBySlug(dossierId, "visit", visit!.slug);
    expect(found?.id).toBe(visit!.id);
    const [noted] = await numberedSources(dossierId, sources);
    await namesOf(dossierId, visit!.values.agreements);
    await referrersOf(agreement, "agreement");
    await sourceBySlug(dossierId, noted!.source.slug);
  };
  expect(await throughReads(await statementsOf(page))).toEqual([]);
});
