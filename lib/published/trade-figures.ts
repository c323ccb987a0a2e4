import "server-only";
import { cache } from "react";
import { database } from "@/lib/database/client";
import type { TradeYear } from "@/lib/database/generated/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import type { TradePeriod } from "@/lib/domain/trade-period";
import type { Figure, standingOf } from "@/lib/domain/kinds/figure-standing";
import type { RecordValues } from "@/lib/domain/kinds/registry";
import { noteTags } from "./note-tags";
import { recordsIn } from "./visible";

type Values = RecordValues<"tradeYear">;

/** A year of trade as a chart draws it: decimals as text, without what the record says besides. */
export interface TradeFigures {
  id: string;
  kind: "tradeYear";
  slug: string;
  values: Pick<
    Values,
    | "year"
    | "period"
    | "reporter"
    | "sourceName"
    | "exportsA"
    | "exportsB"
    | "total"
    | "currency"
    | FiguresStanding
  >;
}

type FiguresStanding = (typeof standingOf)[Figure];
type Column = "id" | "year" | "period" | "reporter" | "sourceName" | "currency" | FiguresStanding;
type Amount = Figure;
type FiguresRow = Pick<TradeYear, Column | Amount> & { slug: string };

/** The figures of all of a dossier's years, in no order: no more than there are years and reporters. */
export const tradeFigures = cache(async (dossierId: string): Promise<TradeFigures[]> => {
  noteTags(cacheTag.everything(dossierId, "tradeYear"));
  // One statement, which brings each year's address along.
  const rows = await database().$queryRaw<FiguresRow[]>`
    SELECT t."id", r."slug", t."year", t."period", t."reporter", t."sourceName", t."currency",
           t."standingA", t."standingB", t."standingTotal", t."exportsA", t."exportsB", t."total"
    FROM "Record" r JOIN "TradeYear" t ON t."id" = r."id"
    WHERE r."dossierId" = ${dossierId}::uuid AND r."kind" = 'tradeYear'
      AND EXISTS (SELECT FROM "Dossier" d WHERE d."id" = ${dossierId}::uuid)`;
  return rows.map(({ id, slug, year, period, reporter, sourceName, currency, ...row }) => ({
    id,
    kind: "tradeYear",
    slug,
    values: {
      year,
      period: (period ?? undefined) as Values["period"],
      sourceName: sourceName ?? undefined,
      standingA: (row.standingA ?? undefined) as Values["standingA"],
      standingB: (row.standingB ?? undefined) as Values["standingB"],
      standingTotal: (row.standingTotal ?? undefined) as Values["standingTotal"],
      reporter: reporter as Values["reporter"],
      currency: currency as Values["currency"],
      exportsA: row.exportsA?.toFixed(),
      exportsB: row.exportsB?.toFixed(),
      total: row.total?.toFixed(),
    },
  }));
});

/** The calendar and fiscal years of which a dossier has figures, by their beginning. */
export const tradePeriods = cache(async (dossierId: string): Promise<TradePeriod[]> => {
  noteTags(cacheTag.everything(dossierId, "tradeYear"));
  const rows = await database().tradeYear.findMany({
    where: { record: { ...recordsIn(dossierId), kind: "tradeYear" } },
    distinct: ["year", "period"],
    select: { year: true, period: true },
  });
  return rows
    .map(({ year, period }) => ({ year, period: period ?? undefined }))
    .sort(
      (one, other) => one.year - other.year || Number(Boolean(one.period)) - Number(Boolean(other.period)),
    );
});
