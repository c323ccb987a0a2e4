/** Whether a comma parts two values of a list or stands within one: "Mexico City, Puebla" and "New York, New York" look alike. */
import { countryNamed } from "../country-named";
import type { CommaMeaning } from "./comma-meanings";

/** What is known of the commas in a column of lists. */
export interface ColumnCommas {
  /** What they mean; null while it is open. */
  meaning: CommaMeaning | null;
  /** Whether it was told, or the cells show it by parting their values with semicolons. */
  by: "told" | "cells" | null;
}

/** Longer cells are read as they stand. */
const longest = 2000;
const certain = /[;\n]/u;
const either = /,(?: and)? | (?:and|&) /iu;

/** The values that a cell holds where commas part them. What a comma brings of a country or district belongs to the place before. */
function apart(cell: string): string[] {
  if (cell.length > longest) return [cell];
  const parts: string[] = [];
  for (const one of cell.split(either).map((part) => part.trim())) {
    const last = parts.at(-1);
    if (last !== undefined && isOfPlace(one)) parts[parts.length - 1] = `${last}, ${one}`;
    else if (one) parts.push(one);
  }
  return parts;
}

/** Countries that are called as a city of theirs is. */
const calledAsCities = new Set(["DJ", "GT", "KW", "LU", "MC", "PA", "SG", "SM", "VA"]);

/** "France" and "D.C." tell where a place is; "Singapore" may be one by itself. */
function isOfPlace(part: string): boolean {
  if (/^(?:\p{Lu}\.){2,}$/u.test(part)) return true;
  const country = part.length > 2 ? countryNamed(part) : null;
  return country !== null && !calledAsCities.has(country);
}

/** Whether a cell may hold several values by its commas alone. */
export function isOpenList(cell: string): boolean {
  return !certain.test(cell) && apart(cell).length > 1 && countryNamed(cell) === null;
}

/** The commas in a column of these cells, `told` where a person has chosen it; null where they make no difference. */
export function commasOfColumn(cells: readonly string[], told: CommaMeaning | null): ColumnCommas | null {
  if (!cells.some(isOpenList)) return null;
  if (told !== null) return { meaning: told, by: "told" };
  // One that has both marks shows that its commas part nothing.
  const showsWithin = (cell: string) => certain.test(cell) && cell.split(certain).some(isOpenList);
  return cells.some(showsWithin) ? { meaning: "within", by: "cells" } : { meaning: null, by: null };
}

/** The values of a cell, each a line. While it is open what commas mean, one that may hold several stays whole. */
export function listIn(cell: string, meaning: CommaMeaning | null): string {
  const values = certain.test(cell) ? cell.split(certain) : meaning === "apart" ? apart(cell) : [cell];
  return values
    .map((one) => one.trim())
    .filter(Boolean)
    .join("\n");
}
