/** Units in the heads of tables: read, or left open, but never dropped. */
import { expect, it } from "vitest";
import { readTypedAmount } from "../typed-amount";
import { currencyCodes } from "../currencies";
import type { Words } from "@/i18n/kind-words";
import { readWords } from "@/i18n/read-words";
import { kindOf } from "../kinds/registry";
import { saysScale, splitUnit } from "./heading-names";
import { valuationIn, withoutValuation } from "./heading-valuation";
import { matchColumns } from "./match-columns";
import { namesOfColumns } from "./names";
import { recordsIn } from "./records";
import { turnedTable } from "./turned";

it.each([
  ["Exports (US$ million)", "1000000", "USD"],
  ["Exports, mln USD", "1000000", "USD"],
  ["Exports (USD, thousands)", "1000", "USD"],
  ["Exports (USD, million)", "1000000", "USD"],
  ["Exports (US$ million, FOB)", "1000000", "USD"],
  ["Exports (FOB, US$ million)", "1000000", "USD"],
  ["Exports (US$ million, current prices)", "1000000", "USD"],
  ["Exports (US$000)", "1000", "USD"],
  ["Exports (US$ 000s)", "1000", "USD"],
  ["Exports (A$'000)", "1000", "AUD"],
  ["Exports (1000 USD)", "1000", "USD"],
  ["Exports (1,000 USD)", "1000", "USD"],
  ["Exports (ths. USD)", "1000", "USD"],
  ["Exports in US$ million", "1000000", "USD"],
  ["Exports – US$ million", "1000000", "USD"],
  ["Exports US$ Million", "1000000", "USD"],
  ["Exports (million current US$)", "1000000", "USD"],
  ["Exports (current US$, millions)", "1000000", "USD"],
  ["Exports (thsd. EUR)", "1000", "EUR"],
  ["Exports million USD", "1000000", "USD"],
  ["Exports (US$ million) 1/", "1000000", "USD"],
  ["Exports (US$ million)¹", "1000000", "USD"],
  ["Exports (US$ million)*", "1000000", "USD"],
  ["Exports (Value US$ Million)", "1000000", "USD"],
])("reads the unit of %j", (heading, amount, currency) => {
  const { name, unit } = splitUnit(heading);
  expect(name).toBe("Exports");
  expect(readTypedAmount(`1 ${unit}`, { currencies: currencyCodes })).toMatchObject({
    ok: true,
    amount,
    currencies: [currency],
  });
});

it.each([
  "10,000 USD",
  "mil. USD",
  "Value US$ Million",
  "million constant US$",
  "provisional, million EUR of trade",
])("leaves a column open whose heading says %j", (aside) =>
  expect([splitUnit(`Exports (${aside})`).unit !== "", saysScale(aside)]).toContain(true),
);

it.each(["2019", "revised", "see note 3", "by road"])("takes no scale from %j", (aside) =>
  expect(saysScale(aside)).toBe(false),
);

it.each([
  ["Exports (FOB)", "FOB", "Exports"],
  ["Imports (CIF)", "CIF", "Imports"],
  ["Exports FOB", "FOB", "Exports"],
  ["Imports, c.i.f.", "CIF", "Imports"],
  ["Exports (FOB, US$ million)", "FOB", "Exports (US$ million)"],
  ["Exports (US$ million, FOB)", "FOB", "Exports (US$ million)"],
  ["Exports f.o.b. (US$ million)", "FOB", "Exports (US$ million)"],
  ["Exports", null, "Exports"],
  ["FOB or CIF", null, "or"],
  ["Specific", null, "Specific"],
])("in %j reads the valuation %s", (heading, valuation, without) => {
  expect([valuationIn(heading), withoutValuation(heading)]).toEqual([valuation, without]);
});

const words = await readWords("en", { desk: true });
const wordAt = (key: string) =>
  key
    .split(".")
    .reduce<string | Words | undefined>((at, part) => (typeof at === "object" ? at[part] : undefined), words);
const say = (key: string, params: Record<string, string> = {}) =>
  String(wordAt(key)).replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
const columns = namesOfColumns("tradeYear", ["KZ", "MX"], {
  say,
  has: (key) => typeof wordAt(key) === "string",
});

/** What each line of a table is read as. */
function read(text: string, columnsByHand: Record<number, string> = {}) {
  const rows = text.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  const width = Math.max(...rows.map(({ length }) => length));
  const table = rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ""));
  const matched = matchColumns(turnedTable(table, "Year", 40) ?? table, columns);
  const whole = {
    ...matched,
    paths: matched.paths.map((path, at) => columnsByHand[at] ?? path),
    ...{ orders: [], marks: [], sides: { parties: ["KZ", "MX"] as const } },
  };
  return recordsIn(
    kindOf("tradeYear"),
    whole,
    { values: { reporter: "KZ" }, source: null },
    (word) => word,
  ).map(({ typed: { reporter: _, ...typed } }) => typed);
}

it.each<[string, string, Record<string, string>[]]>([
  [
    "valuations in the headings",
    "Year|Exports (FOB)|Imports (CIF)\n2019|10|11",
    [{ year: "2019", exportsA: "10", valuationA: "FOB", exportsB: "11", valuationB: "CIF" }],
  ],
  [
    "valuations with units",
    "Year|Exports FOB (US$ million)|Imports, c.i.f., US$ million\n2019|10|11",
    [
      {
        ...{ year: "2019", exportsA: "10 US$ million", valuationA: "FOB" },
        ...{ exportsB: "11 US$ million", valuationB: "CIF" },
      },
    ],
  ],
  [
    "units below the headings",
    "Year|Exports|Imports\n|US$ '000|US$ '000\n2019|10|11",
    [{ year: "2019", exportsA: "10 US$ '000", exportsB: "11 US$ '000" }],
  ],
  [
    "units below the headings, named as such",
    "Year|Exports|Imports\nUnit|mln EUR|mln EUR\n2019|10|11",
    [{ year: "2019", exportsA: "10 mln EUR", exportsB: "11 mln EUR" }],
  ],
  [
    "a unit in the title",
    "Table 3. Trade (US$ million)\nYear|Exports|Imports\n2019|10|11",
    [{ year: "2019", exportsA: "10 US$ million", exportsB: "11 US$ million" }],
  ],
  [
    "years across",
    "|2018|2019|2020\nExports|9|10.5|11\nImports|3|4|:",
    [
      { year: "2018", exportsA: "9", exportsB: "3" },
      { year: "2019", exportsA: "10.5", exportsB: "4" },
      { year: "2020", exportsA: "11" },
    ],
  ],
  [
    "years across below a title, with a column of units",
    "Trade of Kazakhstan with Mexico\nIndicator|Unit|2019|2020 (p)\nExports (FOB)|mln USD|10|11\nImports (CIF)|mln USD|3|4\nSource: a yearbook",
    [
      {
        ...{ year: "2019", exportsA: "10 mln USD", valuationA: "FOB" },
        ...{ exportsB: "3 mln USD", valuationB: "CIF" },
      },
      {
        ...{ year: "2020", exportsA: "11 mln USD", valuationA: "FOB", standingA: "provisional" },
        ...{ exportsB: "4 mln USD", valuationB: "CIF", standingB: "provisional" },
      },
    ],
  ],
  [
    "years across, the unit in the corner",
    "US$ million|2013-14|2014-15\nExports|10|11",
    [
      { year: "2013-14", exportsA: "10 US$ million" },
      { year: "2014-15", exportsA: "11 US$ million" },
    ],
  ],
])("reads %s", (_, text, records) => {
  expect(read(text).map((typed) => Object.fromEntries(Object.entries(typed).sort()))).toEqual(
    records.map((record) => Object.fromEntries(Object.entries(record).sort())),
  );
});

it("a column chosen by hand is read in the unit that its heading says, be it one that cannot be read", () => {
  const [record] = read("Year|Exports (mil. USD of 1990)\n2019|10", { 1: "exportsA" });
  expect(record).toEqual({ year: "2019", exportsA: "10 mil. USD of 1990" });
});
