/** Units in the heads of tables: read, or left open, but never dropped. */
import { expect, it } from "vitest";
import { deskWords } from "@/tests/support/desk-words";
import { readTypedAmount } from "../typed-amount";
import { currencyCodes } from "../currencies";
import { kindOf } from "../kinds/registry";
import { standingIn, withoutStanding } from "./heading-standing";
import { saysScale, splitUnit } from "./heading-units";
import { valuationIn, withoutValuation } from "./heading-valuation";
import { matchColumns } from "./match-columns";
import { namesOfColumns } from "./names";
import { recordsIn } from "./records";
import { turnedTable } from "./turned";
import { openUnit } from "./open-unit";

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
  ["Exports (USD) million", "1000000", "USD"],
  ["Exports (USD) (million)", "1000000", "USD"],
  ["Exports [mln] [USD]", "1000000", "USD"],
  ["Exports, USD (thousands)", "1000", "USD"],
  ["Exports, USD (US$ million)", "1000000", "USD"],
  ["Exports USD", "1", "USD"],
  ["Exports (mdd)", "1000000", "USD"],
  ["Exports (miles de USD)", "1000", "USD"],
  ["Exports, milhares de euros", "1000", "EUR"],
  ["Exports (migliaia di euro)", "1000", "EUR"],
  ["Exports (мың АҚШ доллары)", "1000", "USD"],
  ["Exports (хил. евро)", "1000", "EUR"],
  ["Exports (млн долл. США)", "1000000", "USD"],
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
  ["Exports (mil. USD)", "mil. USD"],
  ["Exports in mil. USD", "mil. USD"],
  ["Exports mil. USD", "mil. USD"],
  ["Exports, mil. USD", "mil. USD"],
  ["Exports (USD million) EUR", "USD million / EUR"],
  ["Exports (thousand USD), million", "thousand USD / million"],
  ["Exports (constant 2015 US$)", "constant 2015 US$"],
  ["Exports (US$ million, 2015 prices)", "US$ million, 2015 prices"],
  ["Exports (thousand tonnes)", "thousand tonnes"],
  ["Exports (% of total)", "% of total"],
  ["Exports (share in USD million)", "share in USD million"],
  ["Exports (zillions of dollars)", "zillions of dollars"],
  ["Exports (en miles)", "en miles"],
])("keeps what %j says of a scale that is open", (heading, open) =>
  expect(splitUnit(heading)).toEqual({ name: "Exports", unit: "", open, asides: [] }),
);

it.each([
  ["TOP exports", "TOP exports", ""],
  ["ALL products", "ALL products", ""],
  ["Exports ALL", "Exports ALL", ""],
  ["Exports - ALL", "Exports - ALL", ""],
  ["Exports: TOP", "Exports: TOP", ""],
  ["EXPORTS (ALL)", "EXPORTS", ""],
  ["Exports (all)", "Exports", ""],
  ["Exports, Top", "Exports, Top", ""],
  ["Exports to Hong Kong SAR", "Exports to Hong Kong SAR", ""],
  ["Exports CHE", "Exports CHE", ""],
  ["Exports (CHE)", "Exports", ""],
  ["Exports (million ESP)", "Exports", "million ESP"],
  ["Exports (ALL)", "Exports", "ALL"],
  ["Exports, ALL", "Exports", "ALL"],
  ["Exports ALL million", "Exports", "ALL million"],
  ["Exports, million MAD", "Exports", "million MAD"],
  ["Exports (BAM) million", "Exports", "BAM million"],
  ["EXPORTS (ALL MILLION)", "EXPORTS", "ALL MILLION"],
  ["EXPORTS, USD", "EXPORTS", "USD"],
])("of the code that may be a word in %j reads the name %j and the unit %j", (heading, name, unit) =>
  expect(splitUnit(heading)).toMatchObject({ name, unit, open: "" }),
);

it.each(["TOP exports", "ALL products", "SOS", "Hong Kong SAR"])(
  "takes no scale from the word in %j",
  (said) => expect(saysScale(said)).toBe(false),
);

it.each([
  ["mil. USD", ["thousand USD", "million USD"]],
  ["mil. USD, FOB, provisional", ["thousand USD, FOB, provisional", "million USD, FOB, provisional"]],
  ["USD mil", ["thousand USD", "million USD"]],
  ["million constant US$", []],
  ["US$ million, FOB", null],
  ["FOB, estimate", null],
  ["", null],
])("asks of the unit %j whether it is one of %j", (unit, choices) => expect(openUnit(unit)).toEqual(choices));

it.each([
  ["Exports (million EUR) p", "provisional", "Exports (million EUR)"],
  ["Exports (million EUR) (p)", "provisional", "Exports (million EUR)"],
  ["Exports (e)", "estimate", "Exports"],
  ["Exports (prov.), EUR mn", "provisional", "Exports, EUR mn"],
  ["Exports, provisional", "provisional", "Exports"],
  ["Exports (US$ million, preliminary)", "provisional", "Exports (US$ million)"],
  ["Exports (estimates)", "estimate", "Exports"],
  ["Exports (revised)", null, "Exports"],
  ["Provisional", "provisional", ""],
  ["Exports", null, "Exports"],
  ["Exports (see p)", null, "Exports (see p)"],
  ["Provisional application", null, "Provisional application"],
  ["Estate", null, "Estate"],
])("in %j reads the standing %s", (heading, standing, without) => {
  expect([standingIn(heading), withoutStanding(heading)]).toEqual([standing, without]);
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
  ["Exports, free on board", "FOB", "Exports"],
  ["Value of Imports, Cost, Insurance, Freight (CIF), US Dollars", "CIF", "Value of Imports, US Dollars"],
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

const columns = namesOfColumns("tradeYear", ["KZ", "MX"], deskWords);

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
  ...[
    ["Exports (mil. USD)", { exportsA: "10 mil. USD" }],
    ["Exports (USD) million", { exportsA: "10 USD million" }],
    ["Exports (million EUR) p", { exportsA: "10 million EUR", standingA: "provisional" }],
    ["Exports (prov.), EUR mn", { exportsA: "10 EUR mn", standingA: "provisional" }],
    ["Value of exports (US$ thousand)", { exportsA: "10 US$ thousand" }],
    ["Export value, mln USD", { exportsA: "10 mln USD" }],
    ["Exports, value in thousand US dollars", { exportsA: "10 thousand US dollars" }],
    ["Exports, f.o.b., mln US$", { exportsA: "10 mln US$", valuationA: "FOB" }],
    [
      "Goods, Value of Exports, Free on board (FOB), US Dollars",
      { exportsA: "10 US Dollars", valuationA: "FOB" },
    ],
    ["Merchandise imports, US$ million", { exportsB: "10 US$ million" }],
    [
      "Exports FOB (USD) thousand, provisional",
      { exportsA: "10 USD thousand", valuationA: "FOB", standingA: "provisional" },
    ],
    ["Экспорт (млн долл. США)", { exportsA: "10 млн долл. США" }],
    ["Импорт, тыс. долл. США", { exportsB: "10 тыс. долл. США" }],
    ["Exportaciones (mdd)", { exportsA: "10 mdd" }],
    ["Importaciones (millones de dólares)", { exportsB: "10 millones de dólares" }],
    ["Exportations (millions d'euros)", { exportsA: "10 millions d'euros" }],
    ["Ausfuhr (Mio. EUR)", { exportsA: "10 Mio. EUR" }],
    ["İhracat (milyon dolar)", { exportsA: "10 milyon dolar" }],
    ["Товарооборот, млн долл. США", { total: "10 млн долл. США" }],
  ].map(([heading, says]): [string, string, Record<string, string>[]] => [
    `the heading ${JSON.stringify(heading)}`,
    `Year|${String(heading)}\n2019|10`,
    [{ year: "2019", ...(says as Record<string, string>) }],
  ]),
  [
    "the column of amounts before that of another measure, and before one whose unit is open",
    "Year|Exports (%)|Exports (mil. USD)|Exports (mln USD)|Imports (thousand tonnes)|Imports\n2019|10|20|30|40|50",
    [{ year: "2019", exportsA: "30 mln USD", exportsB: "50" }],
  ],
  ...[
    "Exports, 2019 = 100",
    "Exports (annual change, %)",
    "Exports (share of total)",
    "Экспорт (в Россию), млн долл. США",
    "Exportaciones (a Rusia), mdd",
    "Exporte nach Russland, Mio. EUR",
    "İhracat (Rusya'ya), milyon dolar",
    "Exports (to Russia) (million EUR)",
    "Exports (CHE)",
    "TOP exports",
  ].map((heading): [string, string, Record<string, string>[]] => [
    `no figures of trade with another partner below ${JSON.stringify(heading)}`,
    `Year|${heading}\n2019|10`,
    [{ year: "2019" }],
  ]),
])("reads %s", (_, text, records) => {
  expect(read(text).map((typed) => Object.fromEntries(Object.entries(typed).sort()))).toEqual(
    records.map((record) => Object.fromEntries(Object.entries(record).sort())),
  );
});

it.each([
  ["Exports from mines, mil. USD p", "10 mil. USD p"],
  ["Exports of the mines in million EUR and USD", "10 million EUR and USD"],
  ["Vývoz EUR mld.", "10 EUR mld."],
])("a column chosen by hand never loses the unit of %j", (heading, exportsA) => {
  const [record] = read(`Year|${heading}\n2019|10`, { 1: "exportsA" });
  expect(record).toMatchObject({ exportsA });
  expect(read(`${heading}|Any\n10|x`, { 0: "exportsA" })[0]).toMatchObject({ exportsA });
});

it("a column chosen by hand is read in the unit that its heading says, be it one that cannot be read", () => {
  const [record] = read("Year|Exports (mil. USD of 1990)\n2019|10", { 1: "exportsA" });
  expect(record).toEqual({ year: "2019", exportsA: "10 mil. USD of 1990" });
});
