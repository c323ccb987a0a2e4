import "server-only";
import { cache } from "react";
import { database } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import type { RecordValues } from "@/lib/domain/kinds/registry";
import { noteTags } from "./note-tags";
import { recordsIn } from "./visible";

type Values = RecordValues<"tradeYear">;

/** A year of trade as a chart draws it: decimals as text, without what the record says besides. */
export interface TradeFigures {
  id: string;
  kind: "tradeYear";
  slug: string;
  values: Pick<Values, "year" | "reporter" | "exportsA" | "exportsB" | "total" | "currency">;
}

/** The figures of all of a dossier's years, in no order: no more than there are years and reporters. */
export const tradeFigures = cache(async (dossierId: string): Promise<TradeFigures[]> => {
  noteTags(cacheTag.everything(dossierId, "tradeYear"));
  const rows = await database().tradeYear.findMany({
    where: { record: { ...recordsIn(dossierId), kind: "tradeYear" } },
    select: {
      id: true,
      year: true,
      reporter: true,
      exportsA: true,
      exportsB: true,
      total: true,
      currency: true,
    },
  });
  return rows.map(({ id, year, reporter, currency, ...amounts }) => ({
    id,
    kind: "tradeYear",
    slug: `${year}-${reporter.toLowerCase()}`,
    values: {
      year,
      reporter: reporter as Values["reporter"],
      currency: currency as Values["currency"],
      exportsA: amounts.exportsA?.toFixed(),
      exportsB: amounts.exportsB?.toFixed(),
      total: amounts.total?.toFixed(),
    },
  }));
});
