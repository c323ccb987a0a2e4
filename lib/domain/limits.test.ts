/**
 * Every parser says at once what it makes of 200 kB, whatever they are. What is measured is the time of the processor,
 * not of the clock, and of twenty tries the shortest: so a busy machine fails nothing.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readListQuery } from "@/app/admin/parts/list-query";
import { readVisitFilter } from "@/components/public/visits/visit-filter";
import { readCursor } from "@/lib/desk/read/list-cursor";
import { neutral } from "@/lib/exchange/csv";
import { searchable, searchWords } from "@/lib/published/search-words";
import { readAddress } from "@/server/http/address";
import { canonicalAddress, isQueryMalformed } from "@/server/http/canonical-address";
import { effort } from "@/tests/support/effort";
import { rowId } from "@/tests/support/rows";
import { areClose, withSwaps } from "./close-words";
import { currencyCodes } from "./currencies";
import { differences } from "./compare";
import { pairOfDegrees, readDegrees } from "./degrees";
import { showDateRange, showPartialDate } from "./date-words";
import { isCountry } from "./countries";
import { excerptOf, openingOf } from "./excerpt";
import type { Field, Fields } from "./fields/fields";
import { formFieldsOf } from "./fields/set";
import { initialsIn } from "./initials";
import { kindAtPath, kindKeys, kindOf } from "./kinds/registry";
import { languageTag } from "./languages";
import { moveDone } from "./lifecycle";
import { normalDecimal } from "./money";
import { isAtOrBelow, isValuePath, partsOf } from "./paths";
import { datePoints, isBefore, machineDate, parsePartialDate, sortDay } from "./partial-date";
import { spreadColumns } from "./pasted/spread";
import { readTypedAmount } from "./typed-amount";
import { readTypedDate } from "./typed-date";
import { fold } from "./folding";
import { parseRecord } from "./record";
import { readRecordForm } from "./record-form";
import { isRowId } from "./row-id";
import { slugify } from "./slugify";

const size = 200_000;
const limit = 50;
const all = (piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

/** Texts that made some parser of some program slow. */
const worst: Record<string, string> = {
  "a point and noughts": `1.${"0".repeat(size - 3)}1`,
  "noughts before a figure": `${"0".repeat(size - 1)}1`,
  digits: all("9"),
  "groups of digits": `1${all(",000")}x`,
  letters: all("a"),
  capitals: all("A"),
  "capitals after letters": all("aA"),
  "one long name": all("Aa of the "),
  "small words": `A ${all("of the ")}`,
  hyphens: all("A-"),
  apostrophes: all("'’"),
  spaces: `${all(" ")}x`,
  "lines that end twice": all("\r\n"),
  "many lines": all("a\n"),
  slashes: all("/"),
  "intervals without end": all("2014/.."),
  dots: all("."),
  "accents on one letter": `a${all("\u0301")}`,
  "letters with accents": all("é"),
  "half characters": all("\ud800"),
  "other scripts": all("Қазақстан "),
  ideographs: all("漢"),
  faces: all("👩‍👩‍👧"),
  addresses: `https://${all("a.")}`,
  "an address of one long word": `https://example.org/${all("%")}`,
  "signs of formulas": all("=+-@"),
  brackets: all("["),
  "a tag of a language": `en${all("-ab")}`,
  ids: all("00000000-0000-4000-8000-000000000000"),
};

function fieldsIn(fields: Fields, at: string): [string, Field][] {
  return Object.entries(fields).flatMap(([key, field]): [string, Field][] =>
    field.kind === "rows" ? fieldsIn(field.of, `${at}.${key}`) : [[`${at}.${key}`, field]],
  );
}

const context = { parties: ["KZ", "MX"] as const };
const fieldParsers = kindKeys
  .flatMap((key) => fieldsIn(kindOf(key).fields, key))
  .map(([name, field]): [string, (text: string) => unknown] => [
    `the field ${name}`,
    (text) => field.schema(context).safeParse(field.sends === "text" ? text : [text]),
  ]);

const visit = kindOf("visit");
const form = formFieldsOf(visit.fields);
const orNothing = (work: () => unknown) => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

const parsers: [string, (text: string) => unknown][] = [
  ...fieldParsers,
  [
    "a record",
    (text) => orNothing(() => parseRecord(visit, { visitor: text, began: text }, context, "publish")),
  ],
  ["a form's value", (text) => readRecordForm(form, [["visitor", text]])],
  ["a form's name", (text) => orNothing(() => readRecordForm(form, [[text, "x"]]))],
  ["a row's name", (text) => orNothing(() => readRecordForm(form, [[`meetings/${rowId()}/${text}`, "x"]]))],
  ["two versions", (text) => differences({ purpose: text }, { purpose: `${text} ` }, { purpose: "" })],
  ["a path", (text) => [partsOf(text), isAtOrBelow(text, "a"), isRowId(text), isValuePath(text)]],
  ["a partial date", (text) => [parsePartialDate(text), isBefore(text, text), sortDay(text)]],
  ["the words of a date", (text) => [datePoints(text), machineDate(text), showPartialDate(text)]],
  ["a typed date", (text) => [readTypedDate(text), showDateRange(text, text)]],
  [
    "a cell of a register",
    (text) =>
      spreadColumns.agreement?.map(({ spread, dateIn }) => [
        dateIn?.(text),
        spread(text, { typed: {}, said: () => "", order: "dayFirst", countries: [] }),
      ]),
  ],
  ["a sum", (text) => readTypedAmount(text, { currencies: currencyCodes })],
  ["coordinates", (text) => [readDegrees(text, "latitude"), pairOfDegrees(text)]],
  ["a decimal", (text) => [normalDecimal(text), normalDecimal(text, { grouping: true })]],
  ["a slug", (text) => slugify(text)],
  ["a language", (text) => languageTag(text)],
  ["a country", (text) => isCountry(text)],
  ["initials", (text) => initialsIn(text)],
  ["an excerpt", (text) => excerptOf([text], ["rocket", "astana"])],
  ["an opening", (text) => openingOf([text])],
  ["folded text", (text) => fold(text)],
  ["words that are close", (text) => [areClose(text, text), areClose(text, `${text}x`), withSwaps(text)]],
  ["a search", (text) => searchWords(searchable(text))],
  ["a cell", (text) => neutral(text)],
  [
    "a list's address",
    (text) =>
      readListQuery(
        visit,
        { q: text, cursor: text, dossier: text, from: text, columns: text },
        { actor: { id: null }, visit: null },
      ),
  ],
  ["a filter of visits", (text) => readVisitFilter({ from: text, rank: text, year: text })],
  ["a list's place", (text) => readCursor(text, "visit", "title")],
  [
    "a reader's address",
    (text) => [canonicalAddress(`/${text}`), readAddress(`/${text}`), isQueryMalformed(`/?${text}`)],
  ],
  ["what was done", (text) => [moveDone(text), kindAtPath(text)]],
];

describe.each(parsers)("%s", (_, parse) => {
  test("reads the worst 200 kB in 50 ms", () => {
    const slow = Object.entries(worst).flatMap(([name, text]) => {
      const took = effort(() => parse(text), limit);
      return took > limit ? [`${name}: ${Math.round(took)} ms`] : [];
    });
    expect(slow).toEqual([]);
  });

  test("reads any other 200 kB as fast", () => {
    const piece = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(piece, piece, (begin, again) => effort(() => parse(begin + all(again)), limit) <= limit),
      { numRuns: 15 },
    );
  });
});
