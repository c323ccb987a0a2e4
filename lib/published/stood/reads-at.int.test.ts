/**
 * That what is put together of kept versions at the present moment is what the database reads of what is recorded now,
 * of a dossier as full as a real one may be; and that it takes few statements.
 */
import { beforeAll, expect, it } from "vitest";
import { type Filled, fill } from "@/bench/growth/fill";
import { goingOn, laneKinds } from "@/components/public/lanes/lanes";
import { dossierKinds } from "@/components/public/views";
import { writeTurned } from "@/lib/desk/background/turned";
import { markedLanes } from "@/lib/domain/lane-tallies";
import type { PublishedRecord } from "@/lib/domain/published";
import { lanesFrom } from "@/lib/domain/year-counts";
import { required } from "@/lib/env";
import { statementsOf } from "@/tests/support/sent-statements";
import { findDossier } from "../dossiers";
import { type DossierReads, readsOfNow } from "../dossier-reads";
import { stoodDossier } from "./open-stood";

let filled: Filled;
let own: PublishedRecord<"dossier">;
let then: DossierReads;
let now: DossierReads;
// Records may be made up of days to come.
const moment = () => "2100-12-31T23:59:59.999Z";

beforeAll(async () => {
  filled = await fill(required("directDatabaseUrl"), { records: 1000, dossiers: 2, visits: 2500 });
  // As if it were the day of the moment: what is recorded to come has come by then.
  let turned = 1;
  for (let rounds = 0; turned > 0 && rounds < 100; rounds += 1)
    turned = await writeTurned(new Date(moment()));
  expect(turned).toBe(0);
  own = (await findDossier(filled.full.slug)) as PublishedRecord<"dossier">;
  const stood = await stoodDossier(own.id, dossierKinds, moment());
  if (stood.is !== "stood") throw new Error(stood.is);
  expect(stood.since).toEqual([]);
  expect(stood.record.values.countryA).toBe(own.values.countryA);
  then = stood.reads;
  now = readsOfNow(own.id);
}, 120_000);

const parties = () => [own.values.countryA, own.values.countryB] as [string, string];
const today = "2026-11-27";

/** What a page shows of a record, without what is not kept by version. */
const plain = ({ id, slug, title, sortDate, version, updatedAt }: PublishedRecord) => ({
  ...{ id, slug, title, sortDate, version, updatedAt },
});
const both = async <T>(read: (reads: DossierReads) => Promise<T>) => Promise.all([read(then), read(now)]);
const sorted = <T>(all: Iterable<T>) => [...all].map((one) => JSON.stringify(one)).sort();

it("counts the same by year, period and facet", async () => {
  const [a, b] = await both((reads) => reads.yearCounts(parties(), laneKinds));
  const ordered = ({ kind, country, year, isCalledOff, count }: (typeof a)[number]) => ({
    ...{ kind, country, year, isCalledOff, count },
  });
  expect(sorted(a.map(ordered))).toEqual(sorted(b.map(ordered)));
  for (const kind of dossierKinds) {
    const [mine, theirs] = await both((reads) => reads.countsByYear({ kinds: [kind] }));
    expect(mine, kind).toEqual(theirs);
    const [facets, known] = await both((reads) => reads.countsByFacet(kind));
    expect(sorted(facets), kind).toEqual(sorted(known));
  }
});

it("finds the same records for an overview and a history", async () => {
  const tallies = lanesFrom(await now.yearCounts(parties(), laneKinds), laneKinds, parties());
  const wanted = {
    marks: { tallies: markedLanes(tallies), lanes: laneKinds },
    chronicle: {
      told: dossierKinds.map((kind) => ({ kind, onlyDated: kind !== "event" })),
      span: "all" as const,
      page: 2,
      most: 20,
    },
    latest: dossierKinds.map((kind) => ({ kind, most: 5 })),
    missions: { of: parties(), most: 3 },
    lastVisits: { of: parties(), heads: 8, today },
    lastAgreement: { today },
    forces: { today },
  };
  const [mine, theirs] = await both((reads) => reads.shownRecords(wanted));
  for (const part of Object.keys(theirs) as (keyof typeof theirs)[]) {
    const [one, other] = [mine[part], theirs[part]];
    if (one instanceof Map && other instanceof Map) expect(sorted(one), part).toEqual(sorted(other));
    else expect((one as PublishedRecord[]).map(plain), part).toEqual((other as PublishedRecord[]).map(plain));
  }
  expect(mine.chronicle.length).toBe(20);
  const going = goingOn(theirs.marks);
  const [reaches, known] = await both((reads) => reads.sourceReaches(going));
  expect(sorted(reaches)).toEqual(sorted(known));
  const events = theirs.chronicle.map(({ id }) => id);
  const [hosts, knownHosts] = await both((reads) => reads.eventHosts(events));
  expect(sorted(hosts)).toEqual(sorted(knownHosts));
});

it("has the same pages of lists, and the same groups", async () => {
  for (const kind of dossierKinds) {
    const { years } = await now.countsByYear({ kinds: [kind] });
    const spans = ["all", "undated", ...years.slice(0, 3).map(({ year }) => ({ year }))] as const;
    for (const span of spans)
      for (const page of [1, 2]) {
        const [mine, theirs] = await both((reads) => reads.recordsIn({ kinds: [kind] }, span, page));
        expect(mine.map(plain), `${kind} ${JSON.stringify(span)} ${page}`).toEqual(theirs.map(plain));
      }
    const facets = [...(await now.countsByFacet(kind)).keys()];
    const [mine, theirs] = await both((reads) => reads.newestOfEach({ kinds: [kind] }, facets, 3));
    const named = (groups: typeof mine) =>
      [...groups].map(([facet, records]) => [facet, records.map(({ id }) => id)]);
    expect(sorted(named(mine))).toEqual(sorted(named(theirs)));
    const [narrowed, known] = await both((reads) =>
      reads.recordsIn({ kinds: [kind], facets: facets.slice(0, 1), anyOf: [facets.slice(0, 3)] }, "all"),
    );
    expect(narrowed.map(plain)).toEqual(known.map(plain));
  }
});

it("says of each record what it says now, with the same sources by the same numbers", async () => {
  const [[one], [other]] = await both((reads) => reads.recordsIn({ kinds: ["agreement"] }, "all"));
  // A row's list that is empty is kept or not.
  const filled = (_key: string, value: unknown) =>
    Array.isArray(value) && value.length === 0 ? undefined : value;
  const values = (record: typeof one) => JSON.parse(JSON.stringify(record?.values, filled)) as object;
  expect(values(one)).toEqual(values(other));
  const [mine, theirs] = await both((reads) => reads.sourcesPage(1));
  const told = ({ sources, all, pages }: typeof mine) => ({
    sources: sources.map(({ number, source, citedBy }) => [number, source.id, source.title, citedBy]),
    ...{ all, pages },
  });
  expect(told(mine)).toEqual(told(theirs));
});

it("has the same figures of trade", async () => {
  const [mine, theirs] = await both((reads) => reads.tradeFigures());
  expect(mine).toHaveLength(theirs.length);
  const figures = (all: typeof mine) =>
    all.map(({ id, values: { year, exportsA, exportsB, total } }) => ({
      id,
      year,
      exportsA,
      exportsB,
      total,
    }));
  expect(sorted(figures(mine))).toEqual(sorted(figures(theirs)));
  const [periods, known] = await both((reads) => reads.tradePeriods());
  expect(JSON.stringify(periods)).toBe(JSON.stringify(known));
  const [{ year } = { year: 0 }] = known;
  const [at, knownAt] = await both((reads) => reads.tradeYearsAt(year));
  expect(at.map(plain)).toEqual(knownAt.map(plain));
});

it("takes three statements, and says of too much that it is", async () => {
  const sent = await statementsOf(() => stoodDossier(own.id, dossierKinds, moment()));
  expect(sent.length).toBeLessThanOrEqual(3);
  const large = (await findDossier(filled.large.slug)) as PublishedRecord<"dossier">;
  expect((await stoodDossier(large.id, ["visit"], moment(), null, 2000)).is).toBe("too much");
  expect((await stoodDossier(large.id, ["agreement"], moment(), null, 2000)).is).toBe("stood");
  // Of as much as a dossier may come to have, it is put together.
  const whole = await stoodDossier(large.id, dossierKinds, moment());
  if (whole.is !== "stood") throw new Error(whole.is);
  expect((await whole.reads.countsByYear({ kinds: ["visit"] })).all).toBe(2500);
});
