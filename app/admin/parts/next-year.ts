import type { Typed } from "@/lib/domain/fields/field";

const carriedOver = ["reporter", "currency", "valuation", "citations"] as const;

/** A trade form filled in for the year after: the same reporter, currency, valuation and source, and no figures. */
export function nextYear(empty: Typed, last: Typed): Typed {
  const year = typeof last.year === "string" && /^\d+$/.test(last.year) ? String(Number(last.year) + 1) : "";
  const carried = carriedOver.flatMap((key) => (last[key] === undefined ? [] : [[key, last[key]] as const]));
  return { ...empty, year, ...Object.fromEntries(carried) };
}
