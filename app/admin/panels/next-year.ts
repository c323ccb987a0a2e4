import type { Typed } from "@/lib/domain/fields/field";

const carriedOver = ["period", "reporter", "sourceName", "currency", "valuationA", "valuationB"] as const;

/**
 * A trade form filled in for the year after: the same reporter, period, currency, valuations and sources, and no figures. The
 * year is the next that is not among `taken`. Of a citation only the source stays: where it says so, and in which
 * words, is for each year's edition.
 */
export function nextYear(empty: Typed, last: Typed, taken: ReadonlySet<number> = new Set()): Typed {
  const carried = carriedOver.flatMap((key) => (last[key] === undefined ? [] : [[key, last[key]] as const]));
  const sources = sourcesOf(last);
  return {
    ...empty,
    year: yearAfter(last.year, taken),
    ...Object.fromEntries(carried),
    ...(sources.length > 0 && { citations: sources.map((source) => ({ source })) }),
  };
}

function yearAfter(year: Typed[string] | undefined, taken: ReadonlySet<number>): string {
  if (typeof year !== "string" || !/^\d+$/.test(year)) return "";
  let next = Number(year) + 1;
  while (taken.has(next)) next += 1;
  return String(next);
}

function sourcesOf({ citations }: Typed): string[] {
  const sources = ((citations ?? []) as Typed[]).map(({ source }) => source as string);
  return [...new Set(sources.filter(Boolean))];
}
