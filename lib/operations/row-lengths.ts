/** How long the texts of a backup's rows may be: as long as the program could have written them. */
import "server-only";
import { z } from "zod";
import { maxFileWords } from "@/lib/domain/files";
import { BackupFault } from "./backup-format";
import type { Column } from "./row-columns";
import { isObject, type Json, type Row } from "./row-json";

/** Columns of texts, each with the number of characters that one may have. */
export type TextLengths = [name: string, most: number][];

/** What no version has written longer: the projections of records, and people's names, by column. */
const longest: Record<string, number> = {
  title: 500,
  uniqueKey: 500,
  subject: 500,
  byName: 200,
  createdByName: 200,
  updatedByName: 200,
  // A hundred thousand characters are looked at, and folding may make more of them.
  searchText: 400_000,
  words: maxFileWords,
};
/** No other text is: the longest field takes 8,000. */
const longestText = 16_000;
/** A facet is a choice, a number, or a text of one line. */
const mostFacets = 60;
const longestFacet = 1000;

/** The columns of texts among a table's columns, each with how long one may be. */
export function lengthsOf(columns: readonly Column[]): TextLengths {
  return columns
    .filter(({ type }) => isTextual(type))
    .map(({ name }) => [name, longest[name] ?? longestText]);
}

const isTextual = (type: string) => ["text", "varchar", "bpchar", "_text"].includes(type);

/**
 * Checks how long a row's texts are, its facets, and the doubts that were confirmed with it.
 * @throws {BackupFault} that says which is longer or other than any that Entente wrote.
 */
export function checkLengths(row: Row, texts: TextLengths): void {
  for (const [name, most] of texts) {
    const value = row[name];
    // Without a function of its own for each value of a million rows.
    if (typeof value === "string" ? value.length > most : Array.isArray(value) && longestOf(value) > most)
      throw new BackupFault(`${name} is longer than any`);
  }
  if (isObject(row.facets)) checkFacets(Object.values(row.facets));
  // A list: only the keys of doubts, as a schedule has them.
  const { confirmed } = row;
  if (confirmed !== undefined && !Array.isArray(confirmed) && !confirmedDoubts.safeParse(confirmed).success)
    throw new BackupFault("its confirmed doubts are none");
}

/** What a revision says of the doubts that were confirmed with it. */
const confirmedDoubts = z.record(
  z.string().max(40),
  z.strictObject({
    path: z.string().max(200),
    code: z.string().max(80),
    params: z.record(z.string().max(40), z.union([z.string().max(1000), z.number()])).optional(),
  }),
);

function longestOf(texts: readonly Json[]): number {
  return texts.reduce((most: number, text) => Math.max(most, typeof text === "string" ? text.length : 0), 0);
}

function checkFacets(facets: Json[]): void {
  const isFacet = (one: Json) =>
    typeof one === "string"
      ? one.length <= longestFacet
      : typeof one === "number" || typeof one === "boolean";
  if (facets.length > mostFacets || !facets.every(isFacet)) throw new BackupFault("its facets are none");
}
