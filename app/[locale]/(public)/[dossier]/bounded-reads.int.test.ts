/** That a dossier's overview and its history read no more than they have room for, however much there is. */
import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { type Filled, fill } from "@/bench/growth/fill";
import { chronicleOf, toldKinds } from "@/components/public/history/chronicle";
import { type Acted, forceOnDay, unforcedOf } from "@/lib/domain/kinds/agreement-status";
import { database } from "@/lib/database/client";
import { MARK_LIMIT } from "@/lib/domain/lane-tallies";
import { decadesOf, LIST_PAGE } from "@/lib/domain/list-periods";
import { chronicleCounts, countOf } from "@/lib/domain/year-counts";
import { todaysDay } from "@/lib/domain/today";
import { required } from "@/lib/env";
import { shownRecords } from "@/lib/published/shown-records";
import { statementsOf } from "@/tests/support/sent-statements";
import { notesOf, openDossier } from "../open-dossier";
import { citingIn, openOverview } from "./open-overview";
import { countedYears } from "./records";

const visits = 2500;
let filled: Filled;

beforeAll(async () => {
  filled = await fill(required("directDatabaseUrl"), { records: 1000, dossiers: 2, visits });
}, 120_000);

/** How many statements a piece of work sends, and how many rows come back. */
async function costOf(work: () => Promise<unknown>): Promise<{ statements: number; rows: number }> {
  // Which its types leave out.
  const query = pg.Query.prototype as pg.Query & { handleDataRow(message: unknown): void };
  const row = vi.spyOn(query, "handleDataRow");
  try {
    const { length } = await statementsOf(work);
    return { statements: length, rows: row.mock.calls.length };
  } finally {
    row.mockRestore();
  }
}

const open = (slug: string) => openDossier("en", slug);

describe("a dossier with thousands of records", () => {
  it("has an overview that reads as little as that of one with hundreds", async () => {
    const costs = [];
    for (const { slug } of [filled.large, filled.full]) {
      const dossier = await open(slug);
      costs.push(
        await costOf(async () => notesOf(dossier, citingIn(dossier.record, await openOverview(dossier)))),
      );
    }
    for (const { statements, rows } of costs) {
      expect(statements).toBeLessThanOrEqual(8);
      expect(rows).toBeLessThanOrEqual(900);
    }
  });

  it("names the latest few, and counts all", async () => {
    const dossier = await open(filled.large.slug);
    const { counts, chronicle, lanes, parts, missionCounts, lastVisits, forces } =
      await openOverview(dossier);
    const [a, b] = dossier.setting.parties;
    expect(countOf(counts, "visit")).toBe(visits);
    expect(countOf(counts, "visit", a) + countOf(counts, "visit", b)).toBe(visits);
    // Of the history the latest events; what else happened stands in parts of its own.
    expect(chronicle.items).toHaveLength(4);
    const newestOf = (kind: string, facets: string[] = []) =>
      database().record.findFirst({
        where: { dossierId: dossier.record.id, kind, sortDate: { not: null }, facets: { hasEvery: facets } },
        orderBy: [{ sortDate: "desc" }, { id: "asc" }],
      });
    const event = await newestOf("event");
    expect(chronicle.items[0]?.date?.slice(0, 4)).toBe(event?.sortDate?.toISOString().slice(0, 4));
    // At a glance: the last visit of each side that took place, and how many agreements are in force.
    for (const country of [a, b]) {
      const last = await newestOf("visit", [`from=${country}`, "notHeld=no"]);
      expect(lastVisits.map(({ id }) => id)).toContain(last?.id);
    }
    expect(lastVisits).toHaveLength(2);
    expect([...forces.values()].reduce((sum, count) => sum + count, 0)).toBe(countOf(counts, "agreement"));
    const agreements = await database().agreement.findMany({
      where: { type: { not: "joint-statement" }, record: { dossierId: dossier.record.id } },
      select: { inForce: true, actions: true },
    });
    // By the rows themselves: what is said to be in force, and enters into force later by its actions, is not yet.
    const today = todaysDay();
    const stand = agreements.map((row) => {
      const agreement = row as Acted & { inForce: "yes" | "no" | "unknown" };
      const now = forceOnDay(agreement, today) ?? agreement.inForce;
      return now === "no" ? unforcedOf(agreement, today) : now;
    });
    for (const force of ["yes", "unknown", "ended", "pending", "not-in-force"] as const)
      expect(forces.get(force) ?? 0, force).toBe(stand.filter((one) => one === force).length);
    expect(Object.values(lanes.records).flat().length).toBeLessThanOrEqual(MARK_LIMIT);
    expect(parts.map(({ kind, latest }) => [kind, latest.length])).toContainEqual(["visit", 3]);
    const missions = await database().mission.count({
      where: { record: { dossierId: dossier.record.id }, closed: null },
    });
    expect([...missionCounts.values()].reduce((sum, count) => sum + count, 0)).toBe(missions);
  });

  it("tells every record of its history on one page and no other", async () => {
    const dossier = await open(filled.large.slug);
    const { counts } = await countedYears(dossier);
    const told = chronicleCounts(counts, toldKinds);
    const page = (span: { year: number } | "undated", number: number) =>
      shownRecords(dossier.record.id, {
        chronicle: { told: toldKinds, span, page: number, most: LIST_PAGE },
      });
    const seen = new Map<string, string>();
    const spans = [...told.years.map(({ year, began }) => ({ span: { year }, count: began }))];
    for (const { span, count } of [...spans, { span: "undated" as const, count: told.undated }])
      for (let number = 1; (number - 1) * LIST_PAGE < count; number += 1) {
        const { chronicle } = await page(span, number);
        expect(chronicle.length).toBe(Math.min(LIST_PAGE, count - (number - 1) * LIST_PAGE));
        for (const { record } of chronicleOf(chronicle)) seen.set(record.id, record.kind);
      }
    expect(seen.size).toBe(told.all);
    expect(decadesOf(told).reduce((sum, { count }) => sum + count, told.undated)).toBe(told.all);
    const cost = await costOf(() => page({ year: told.years[0]!.year }, 2));
    expect(cost.statements).toBeLessThanOrEqual(2);
    expect(cost.rows).toBeLessThanOrEqual(600);
  });
});
