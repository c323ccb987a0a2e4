import { expect, it } from "vitest";
import { dossier, published, site, source, tableContext, visit } from "@/tests/support/published";
import { rowId } from "@/tests/support/rows";
import { jsonOf } from "./json";

it("holds the records as they are stored, the licence, and the names of what they refer to", () => {
  const file = JSON.parse(jsonOf("visit", [visit], tableContext)) as Record<string, unknown>;
  expect(file).toMatchObject({
    licence: { url: "https://creativecommons.org/licenses/by/4.0/" },
    dossier: { slug: "kazakhstan-mexico", countries: ["KZ", "MX"] },
    kind: "visit",
    count: 1,
    records: [{ id: visit.id, title: visit.title, values: visit.values }],
    referred: [
      {
        id: source.id,
        title: "A yearbook",
        url: "https://entente.example/kazakhstan-mexico/sources/a-yearbook-2015",
      },
    ],
  });
});

it("names no dossier above people, who belong to none", () => {
  const file = JSON.parse(jsonOf("person", [], { ...tableContext, dossier: null })) as object;
  expect(file).toMatchObject({ kind: "person", count: 0, records: [], referred: [] });
  expect(file).not.toHaveProperty("dossier");
});

it("names what citations support by paths, with the ids of rows to which these lead", () => {
  const meetings = [{ id: rowId(1), host: "Vicente Fox", manner: "private" as const }];
  const citations = [
    { id: rowId(2), source: source.id, supports: ["began", `meetings/${rowId(1)}/host`] },
    { id: rowId(3), source: source.id, supports: [] },
  ];
  const file = jsonOf(
    "visit",
    [{ ...visit, values: { ...visit.values, meetings, citations } }],
    tableContext,
  );
  const { records } = JSON.parse(file) as { records: { values: object }[] };
  expect(records[0]?.values).toMatchObject({ meetings });
  expect(records[0]?.values).toHaveProperty("citations", [
    { id: rowId(2), source: source.id, supports: ["began", `meetings/${rowId(1)}/host`] },
    { id: rowId(3), source: source.id },
  ]);
});

it("says where each file is", () => {
  const hash = "0a".repeat(32);
  const files = [{ id: rowId(4), file: `${hash}.pdf`, title: "A report" }];
  const file = jsonOf("visit", [{ ...visit, values: { ...visit.values, files } }], tableContext);
  const { records } = JSON.parse(file) as { records: { values: object }[] };
  expect(records[0]?.values).toMatchObject({ files: [{ ...files[0], file: `/files/${hash}/file.pdf` }] });
});

it("keeps money as text, so that no digit is lost", () => {
  const amount = "123456789012345678.99";
  const record = published("tradeYear", {
    year: 2018,
    reporter: "KZ",
    total: amount,
    currency: "USD",
    valuationA: "FOB",
    mirrorReasons: [],
    citations: [],
  });
  expect(jsonOf("tradeYear", [record], tableContext)).toContain(`"total": "${amount}"`);
});

it("is laid out as one text of JSON, with and without records", () => {
  for (const records of [[], [visit], [visit, visit]]) {
    const file = jsonOf("visit", records, tableContext);
    expect(file).toBe(`${JSON.stringify(JSON.parse(file), null, 2)}\n`);
  }
});

it("says where the list is cited, of lists that have a page", () => {
  const cite = JSON.parse(jsonOf("visit", [], tableContext)) as { cite?: object };
  expect(cite.cite).toEqual({
    bib: `${site.origin}/${dossier.slug}/visits/cite.bib`,
    ris: `${site.origin}/${dossier.slug}/visits/cite.ris`,
    json: `${site.origin}/${dossier.slug}/visits/cite.json`,
  });
  expect(JSON.parse(jsonOf("tradeProducts", [], tableContext))).not.toHaveProperty("cite");
});
