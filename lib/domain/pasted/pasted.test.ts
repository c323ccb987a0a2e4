import { describe, expect, test } from "vitest";
import { deskWords, wordOf } from "@/tests/support/desk-words";
import { countryNamed } from "../country-named";
import { type Typed, typedRows } from "../fields/typed";
import { kindOf, type KindKey } from "../kinds/registry";
import { parseRecord } from "../record";
import { columnsOf } from "./columns";
import { matchColumns, type MatchedTable } from "./match-columns";
import { namesOfColumns } from "./names";
import { laidOver } from "./laid-over";
import { recordsIn } from "./records";

const parties = ["KZ", "MX"] as const;

function matched(kind: KindKey, rows: string[][]): MatchedTable {
  return matchColumns(rows, namesOfColumns(kind, parties, deskWords));
}

const heads: [kind: KindKey, heads: string[][], paths: (string | null)[]][] = [
  ["mission", [["City", "Coordinates"]], ["city", "latitude"]],
  // The country of a list of travels is where they led, that of a list of guests where they came from.
  ["visit", [["Name", "Date", "Country", "Locale"]], ["visitor", "began", null, "places"]],
  [
    "agreement",
    [["Наименование документа", "Дата подписания", "Дата вступления в силу", "Статус"]],
    ["title", "signedOn", "inForceOn", "inForce"],
  ],
  [
    "agreement",
    [["Vertrag", "Datum der Unterzeichnung", "Inkrafttreten"]],
    ["title", "signedOn", "inForceOn"],
  ],
  ["visit", [["Fecha", "Visitante", "Cargo", "Lugar"]], ["began", "visitor", "office", "places"]],
  ["mission", [["City", "Latitude", "Longitude"]], ["city", "latitude", "longitude"]],
  [
    "tradeYear",
    [["Year", "Kazakhstan exports", "Mexico exports", "Total trade"]],
    ["year", "exportsA", "exportsB", "total"],
  ],
  [
    "tradeYear",
    [
      ["Year", "Exports", "Exports", "Total"],
      ["Year", "Kazakhstan", "Mexico", "Total"],
    ],
    ["year", "exportsA", "exportsB", "total"],
  ],
  [
    "tradeYear",
    [
      ["Table 1. Trade", "Table 1. Trade", "Table 1. Trade"],
      ["Year", "Mexico to Kazakhstan", "Totl"],
    ],
    ["year", "exportsB", "total"],
  ],
  [
    "tradeYear",
    [["Year", "Total", "Status", "Standing of the total"]],
    ["year", "total", "standing", "standingTotal"],
  ],
  [
    "tradeYear",
    [["Reporter Name", "Partner Name", "TIME_PERIOD", "Export (US$ Thousand)", "Import (US$ Thousand)"]],
    ["reporter", "partner", "year", "exports", "imports"],
  ],
  [
    "agreement",
    [["No", "Title of the Treaty", "Place, date of signing"]],
    ["registerNumber", "title", "conclusion"],
  ],
  ["tradeYear", [["Balance", "YEAR", "Turnover (mln. USD)"]], [null, "year", "total"]],
  [
    "visit",
    [["From", "To", "Who", "Position", "Rank", "Date", "Until", "Cities"]],
    ["from", "to", "visitor", "office", "rank", "began", "ended", "places"],
  ],
  [
    "agreement",
    [["Title", "Date of signature", "Place of signature", "Status"]],
    ["title", "signedOn", "place", "inForce"],
  ],
  [
    "agreement",
    [["Title", "Parties", "Date of signature", "Entry into force", "Registration No.", "Authentic texts"]],
    ["title", "parties", "signedOn", "inForceOn", "registerNumber", "languages"],
  ],
  [
    "agreement",
    [
      [
        "Registration Number",
        "Title",
        "Participants (submitter)",
        "Places/dates of conclusion",
        "EIF information",
        "Authentic texts",
        "Depositary",
        "Registration Date",
        "Subject terms",
        "Agreement type",
        "UNTS volume (page)",
      ],
    ],
    [
      "registerNumber",
      "title",
      "parties",
      "conclusion",
      "inForceOn",
      "languages",
      "depositary",
      "registeredOn",
      "subject",
      "type",
      "citations/place",
    ],
  ],
  [
    "agreement",
    [
      [
        "No.",
        "Name of treaty",
        "Contracting parties",
        "Place and date of signature",
        "Date of entry into force",
        "Volume",
      ],
    ],
    ["registerNumber", "title", "parties", "conclusion", "inForceOn", "citations/place"],
  ],
  [
    "agreement",
    [["Title", "Title in original language", "Original language", "Language"]],
    ["title", "originalTitle", "originalLanguage", "languages"],
  ],
  [
    "agreement",
    [["Short title", "Other party", "In force since", "In force", "Terminated on", "Link"]],
    ["shortTitle", "parties", "inForceOn", "inForce", "terminatedOn", "textLink"],
  ],
  [
    "mission",
    [["Sending state", "Receiving state", "Type of mission", "City", "Head of mission", "Date of opening"]],
    ["sending", "receiving", "type", "city", "heads/name", "opened"],
  ],
  [
    "mission",
    [["operator", "country", "city", "address", "phone", "email", "website", "type"]],
    ["sending", "receiving", "city", "address", "phone", "email", "site", "type"],
  ],
  ["mission", [["SendingCountry", "Destination", "Embassy"]], ["sending", "receiving", null]],
  ["mission", [["Country", "City"]], ["sending", "city"]],
  [
    "visit",
    [
      [
        "LeaderCountryISO",
        "LeaderTitle",
        "LeaderFullName",
        "CountryVisitedISO",
        "CityVisited",
        "TripStartDate",
        "TripEndDate",
        "HostHOGSName",
      ],
    ],
    ["from", "office", "visitor", "to", "places", "began", "ended", "meetings/host"],
  ],
  [
    "agreement",
    [["Title", "In force", "Provisionally applied", "Definitive entry into force"]],
    ["title", "inForce", "provisionalOn", "inForceOn"],
  ],
  ["agreement", [["Title", "Terminated", "Valid until"]], ["title", "terminatedOn", "expires"]],
  ["agreement", [["Title", "Signatory", "Signture"]], ["title", null, "signedOn"]],
  ["agreement", [["Title", "Signatry"]], ["title", null]],
  [
    "mission",
    [["Country", "Type of mission", "City", "Established", "Telephone"]],
    ["sending", "type", "city", "opened", "phone"],
  ],
  ["event", [["Date", "Event", "Description"]], ["date", "title", "text"]],
  ["person", [["Full name", "Nationality"]], ["name", "country"]],
  ["source", [["Title", "Publisher", "URL", "Retrieved"]], ["title", "publisher", "address", "accessedOn"]],
  [
    "tradeProducts",
    [["Exporter", "Year", "Product", "HS", "Value"]],
    ["exporter", "year", "products/description", "products/hsCode", "products/value"],
  ],
];

test.each(heads)("knows the columns of %s by %j", (kind, rows, paths) => {
  const filled = rows[0]!.map((_, at) => String(at));
  expect(matched(kind, [...rows, filled]).paths).toEqual(paths);
});

/** In a table of trade between two countries, the field that each heading alone names. */
const directions: [heading: string, path: string | null, parties?: readonly [string, string]][] = [
  ["Kazakhstan exports to Mexico", "exportsA"],
  ["Kazakhstan imports from Mexico", "exportsB"],
  ["Mexico exports to Kazakhstan", "exportsB"],
  ["Mexico imports from Kazakhstan", "exportsA"],
  ["Exports to Mexico", "exportsA"],
  ["Exports (to Mexico)", "exportsA"],
  ["Exports from Mexico", "exportsB"],
  ["Imports from Mexico", "exportsB"],
  ["Imports to Mexico", "exportsA"],
  ["Exports of Mexico", "exportsB"],
  ["Imports of Mexico", "exportsA"],
  ["Imports of Kazakhstan from Mexico", "exportsB"],
  ["Kazakhstan imprts", "exportsB"],
  ["Kazakhstan exprots", "exportsA"],
  ["Kazakhstan → Mexico", "exportsA"],
  ["From Mexico to Kazakhstan", "exportsB"],
  ["Kazakhstan and Mexico", null],
  ["Kazakhstan – Mexico", null],
  ["Exports", "exports"],
  ["Imports", "imports"],
  ["Exports (US$ million)", "exports"],
  ["Exports of goods, FOB", "exports"],
  ["Imports (CIF)", "imports"],
  ["Imprts", "imports"],
  ["Kazakhstan exports (to Mexico)", "exportsA"],
  ["Kazakhstan’s exports", "exportsA"],
  ["Kazakhstan's imports, US$ million", "exportsB"],
  ["Kazakhstan exports (to Russia)", null],
  ["Kazakhstan exports (to Russia), US$ million", null],
  ["Kazakhstan exports (to Russia) (US$ million)", null],
  ["Kazakhstan exports (Russia)", null],
  ["Exports (Russia)", null],
  ["Exports (RU)", null],
  ["Exports (Kazakhstan)", "exportsA"],
  ["Exports (to the EU)", null],
  ["Kazakhstan exports (world)", null],
  ["Kazakhstan exports [from 2010 on]", null],
  ["Kazakhstan exports (goods)", "exportsA"],
  ["Germany exports to France", "exportsA", ["DE", "FR"]],
  ["France exports to Germany", "exportsB", ["DE", "FR"]],
  ["Germany imports from France", "exportsB", ["DE", "FR"]],
  ["DE exports", "exportsA", ["DE", "FR"]],
  ["Imports from DE", "exportsA", ["DE", "FR"]],
  ["Exports", "exports", ["DE", "FR"]],
  ["Exports", "exports", ["IN", "BY"]],
  ["IN exports", "exportsA", ["IN", "BY"]],
  ["Exports to IN", "exportsB", ["IN", "BY"]],
  ["Iran exports", null, ["IQ", "MX"]],
  ["Irak exports", "exportsA", ["IQ", "MX"]],
  ["Irat exports", null, ["IQ", "IR"]],
];

test.each(directions)("%j in a heading names %j", (heading, path, of = parties) => {
  const rows = [
    ["Year", heading],
    ["2013", "5"],
  ];
  expect(matchColumns(rows, namesOfColumns("tradeYear", of, deskWords)).paths).toEqual(["year", path]);
});

test.each([
  [["Kazakhstan exports", "to Mexico"], "exportsA"],
  [["Kazakhstan exports", "to Russia"], null],
  [["Exports", "Russia"], null],
  [["Russia", "Exports"], null],
  [["Exports", "US$ million"], "exports"],
])("headings below each other, %j, name %j", (lines, path) => {
  const rows = [
    ["Year", lines[0]!],
    ["Year", lines[1]!],
    ["2013", "5"],
  ];
  expect(matched("tradeYear", rows).paths).toEqual(["year", path]);
});

test.each<[KindKey, string[], (string | null)[]]>([
  ["tradeProducts", ["Importer", "Year", "Imports"], [null, "year", null]],
  ["mission", ["Country", "City", "Head"], ["sending", "city", "heads/name"]],
  ["mission", ["City", "Head: From", "Head: To"], ["city", "heads/from", "heads/to"]],
  ["person", ["Name", "Office", "From", "To"], ["name", "offices/office", "offices/from", "offices/to"]],
  ["visit", ["Country to", "Country from"], ["to", "from"]],
  ["agreement", ["Title", "Signed by", "Signed in"], ["title", null, "place"]],
])("in tables of %s, no word at the end of a name is dropped: %j", (kind, heads, paths) => {
  expect(matched(kind, [heads, heads.map((_, at) => String(at))]).paths).toEqual(paths);
});

test.each<[KindKey, string[], string[]]>([
  ["tradeYear", ["Year", "Kazakhstan exports", "Total", "Flag"], ["2013", "5", "7", "Provisional"]],
  ["tradeYear", ["Year", "Total", "Flag"], ["2013-14", "", "Provisional"]],
  ["visit", ["Visitor", "Date", "Status"], ["A minister", "03/04/2014", "cancelled"]],
  ["visit", ["From", "To", "Status"], ["Kazakhstan", "Mexico", "held"]],
  ["mission", ["Country", "City", "What"], ["Mexico", "Astana", "Closed"]],
  ["mission", ["Type", "City", "What"], ["Embassy", "Astana", "Closed"]],
  ["agreement", ["Title", "Kind of paper"], ["On friendship", "Agreement"]],
  ["agreement", ["Title", "What"], ["On friendship", "Text"]],
  ["visit", ["Visitor", "In which capacity"], ["A minister", "Guest"]],
])("in tables of %s below %j, the first line %j is data", (kind, heads, line) => {
  expect(matched(kind, [heads, line, line])).toMatchObject({ headings: heads, rows: [line, line] });
});

test.each<[string[], string[], number]>([
  [["", "EUR billion", "EUR billion"], ["", "EUR billion", "EUR billion"], 1],
  [["", "(mln USD)", ""], ["", "mln USD", ""], 1],
  [["in EUR million", "", ""], ["EUR million", "EUR million", "EUR million"], 1],
  [["2012", "5 EUR", ""], ["", "", ""], 2],
  [["", "Provisional", "EUR"], ["", "", ""], 2],
])("a line %j below the headings says units %j, or is a line of its own", (line, units, lines) => {
  const found = matched("tradeYear", [["Year", "Kazakhstan exports", "Total"], line, ["2013", "5", "7"]]);
  expect([found.units, found.rows.length]).toEqual([units, lines]);
  expect(found.paths).toEqual(["year", "exportsA", "total"]);
});

test("no line of a table of words is taken for headings while a fuller one stands above it", () => {
  const rows = [
    ["Документ", "Вид", "№"],
    ["О дружбе", "Agreement", "a"],
    ["О культуре", "Treaty", "b"],
  ];
  expect(matched("agreement", rows)).toMatchObject({ paths: [null, null, null], rows });
});

test("what a column says again below is none of its headings", () => {
  const rows = [
    ["On friendship", "Treaty"],
    ["On culture", "Treaty"],
  ];
  expect(matched("agreement", rows)).toMatchObject({ headings: ["", ""], rows });
});

test("a title above the headings is none of them, though its unit is theirs", () => {
  const rows = [
    ["Table 5. Trade (US$ million)", "", ""],
    ["Year", "Exports", "Imports"],
    ["2013", "5", "7"],
  ];
  expect(matched("tradeYear", rows)).toMatchObject({
    headings: ["Year", "Exports", "Imports"],
    units: ["US$ million", "US$ million", "US$ million"],
  });
});

test("notes and headings within a table are no lines of it", () => {
  const rows = [
    ["Year", "Exports", "Imports"],
    ["Old series", "", ""],
    ["2013", "5", "7"],
    ["2014", "", ""],
    ["", "5", ""],
    ["* Estimate.", "", ""],
    ["Source: the yearbook", "", ""],
  ];
  expect(matched("tradeYear", rows).rows).toEqual([rows[2], rows[3], rows[4]]);
  const visits = [
    ["Visitor", "Date", "Purpose"],
    ["A minister", "", ""],
    ["1) Not confirmed.", "", ""],
  ];
  expect(matched("visit", visits).rows).toEqual([visits[1]]);
});

test("headings that are printed again within a table are no line of it", () => {
  const rows = [
    ["Title", "Place"],
    ["On friendship", "Astana"],
    ["Title", "Place"],
    ["On culture", "Almaty"],
  ];
  expect(matched("agreement", rows).rows).toEqual([rows[1], rows[3]]);
});

test("what a heading says of its unit goes before the line below", () => {
  const rows = [
    ["Year", "Kazakhstan exports (EUR)", "Total"],
    ["", "", "USD million"],
    ["2013", "5", "7"],
  ];
  expect(matched("tradeYear", rows).units).toEqual(["", "EUR", "USD million"]);
});

test("every kind can be pasted, and each of its columns has a name", () => {
  for (const kind of ["dossier", ...heads.map(([one]) => one)] as KindKey[])
    for (const { path, names } of namesOfColumns(kind, parties, deskWords))
      expect(names.flat().filter(Boolean).length, `${kind} ${path}`).toBeGreaterThan(0);
});

describe("the lines of a table", () => {
  const read = (kind: KindKey, rows: string[][], every = { values: {}, source: null as string | null }) =>
    recordsIn(kindOf(kind), { ...matched(kind, rows), orders: [], marks: [] }, every, wordOf);

  test("mark figures that are not final, each by itself or all of a line", () => {
    const records = read(
      "tradeYear",
      [
        ["Year", "Kazakhstan exports, mln USD", "Mexico exports, mln USD", "Total (US$ million)", "Status"],
        ["2013", "23,5 (p)", "12", "35.5e", ""],
        ["2014", "24", "13", "37", "Provisional"],
        ["2015", "e24", "13", "37", "provisional"],
      ],
      { values: { reporter: "KZ" }, source: "01890000-0000-7000-8000-000000000001" },
    );
    const found = records.map(({ typed }) => {
      const { values, problems } = parseRecord(kindOf("tradeYear"), typed, { parties }, "publish");
      expect(problems).toEqual([]);
      return [values.exportsA, values.standingA, values.standingB, values.standingTotal];
    });
    expect(found).toEqual([
      ["23500000", "provisional", undefined, "estimate"],
      ["24000000", "provisional", "provisional", "provisional"],
      ["24000000", "estimate", "provisional", "provisional"],
    ]);
    const [all] = read(
      "tradeYear",
      [
        ["Year", "Total"],
        ["2016", "5"],
      ],
      {
        values: { standing: "estimate" },
        source: null,
      },
    );
    expect(all!.typed).toMatchObject({ standingTotal: "estimate" });
    expect(all!.typed).not.toHaveProperty("standingA");
    expect(all!.typed).not.toHaveProperty("standing");
  });

  test("are read as the form reads what is typed, with the unit that the heading names", () => {
    const [first, second] = read(
      "tradeYear",
      [
        ["Year", "Kazakhstan exports, mln USD", "Total (US$ million)"],
        ["2013", "23,5", "1,234.5"],
        ["2013-14", "n", ""],
      ],
      { values: { reporter: "KZ" }, source: "01890000-0000-7000-8000-000000000001" },
    );
    const parsed = parseRecord(kindOf("tradeYear"), first!.typed, { parties }, "publish");
    expect(parsed.problems).toEqual([]);
    expect(parsed.values).toMatchObject({
      year: 2013,
      exportsA: "23500000",
      total: "1234500000",
      currency: "USD",
    });
    const refused = parseRecord(kindOf("tradeYear"), second!.typed, { parties }, "draft");
    expect(refused.problems).toMatchObject([{ path: "exportsA", code: "decimal.notANumber" }]);
    expect(second!.cells.get("exportsA")).toEqual({ line: 1, column: 1 });
  });

  test("name countries, choices and days as people do", () => {
    const [visit] = read("visit", [
      ["From", "To", "Visitor", "Rank", "Date", "Cities"],
      ["Казахстан", "The other side", "A minister", "Minister", "12.09.2014", "Almaty; Astana"],
    ]);
    expect(visit!.typed).toMatchObject({
      from: "KZ",
      to: "The other side",
      rank: "minister",
      began: "12.09.2014",
      places: "Almaty\nAstana",
    });
  });

  test("are one record where they only add rows to it", () => {
    const records = read(
      "tradeProducts",
      [
        ["Product", "HS", "Value"],
        ["Ores", "26", "12"],
        ["Fuels", "27", "5"],
      ],
      { values: { exporter: "KZ", year: "2019" }, source: null },
    );
    expect(records).toHaveLength(1);
    expect(records[0]!.lines).toEqual([0, 1]);
    expect(records[0]!.typed.products).toMatchObject([
      { description: "Ores", hsCode: "26", value: "12" },
      { description: "Fuels", hsCode: "27" },
    ]);
  });

  test.each([
    ["2013-14", null],
    ["2013/14", null],
    ["FY2014", "ends"],
    ["FY2013", "begins"],
  ] as const)("products of the fiscal year %s are of 2013–14", (year, fiscal) => {
    const table = matched("tradeProducts", [
      ["Exporter", "Financial year", "Commodity"],
      ["Kazakhstan", year, "Ores"],
      ["", "", "Fuels"],
    ]);
    const of = { ...table, orders: [], marks: [], fiscal, sides: { parties } };
    const [first, ...others] = recordsIn(kindOf("tradeProducts"), of, { values: {}, source: null }, wordOf);
    const { values, problems } = parseRecord(kindOf("tradeProducts"), first!.typed, { parties }, "draft");
    expect([values, problems, others]).toMatchObject([{ year: 2013, period: "fiscal" }, [], []]);
    expect(values.products).toHaveLength(2);
  });

  test("laid over a record that stands keep what they say nothing of, its rows with their ids, and cite besides", () => {
    const row = { description: "Ores", hsCode: "26", value: "1" };
    const ores = { id: "01890000-0000-7000-8000-00000000000a", ...row };
    const fuels = { ...ores, id: "01890000-0000-7000-8000-00000000000b", description: "Fuels", hsCode: "27" };
    const standing = {
      exporter: "KZ",
      note: "Kept",
      products: [ores, fuels],
      citations: [{ id: "c", source: "old" }],
    };
    const [pasted] = read(
      "tradeProducts",
      [
        ["Product", "HS", "Value"],
        ["  FUELS", "", "12"],
        ["Ores", "2601", "3"],
        ["Grain", "10", "2"],
      ],
      { values: {}, source: "new" },
    );
    const over = (stands: Typed) => laidOver(kindOf("tradeProducts"), stands, pasted!, { parties });
    const { typed, cells } = over(standing);
    const [first, second, third, fourth, ...more] = typedRows(typed.products);
    expect([first, more]).toEqual([ores, []]);
    expect(second).toMatchObject({ id: fuels.id, hsCode: "27", value: "12" });
    expect(third).toMatchObject({ description: "Ores", hsCode: "2601", value: "3" });
    expect(fourth).toMatchObject({ description: "Grain", value: "2" });
    expect(typed).toMatchObject({ exporter: "KZ", note: "Kept" });
    expect(typed.citations).toMatchObject([{ source: "old" }, { source: "new" }]);
    expect(cells.get(`products/${fuels.id}/value`)).toEqual({ line: 0, column: 2 });
    expect(over({ ...standing, citations: [{ id: "c", source: "new" }] }).typed.citations).toHaveLength(1);
  });
});

test.each([
  ["kz", "KZ"],
  ["KAZ", "KZ"],
  ["The Republic of Kazakhstan", "KZ"],
  ["México", "MX"],
  ["Мексика", "MX"],
  ["U.S.A.", "US"],
  ["Republic of Korea", "KR"],
  ["Soviet Union", "SU"],
  ["USSR", "SU"],
  ["Bosnia and Herzegovina", "BA"],
  ["Saint Kitts and Nevis", "KN"],
  ["Federal Republic of Germany", "DE"],
  ["German Democratic Republic", "DD"],
  ["the Islamic Republic of Iran", "IR"],
  ["Democratic People’s Republic of Korea", "KP"],
  ["nowhere", null],
])("a country called %s", (name, code) => {
  expect(countryNamed(name)).toBe(code);
});

test("columns are fields that a cell can hold", () => {
  const paths = columnsOf(kindOf("visit")).map(({ path }) => path);
  expect(paths).toContain("meetings/host");
  expect(paths).toContain("citations/place");
  expect(paths).not.toContain("visitorPerson");
  expect(paths).not.toContain("files");
});
