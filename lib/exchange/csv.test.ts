import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kindKeys, kindOf } from "@/lib/domain/kinds/registry";
import { published, source, tableContext, visit } from "@/tests/support/published";
import { rowId } from "@/tests/support/rows";
import { columnsOf } from "./columns";
import { csvOf, markedCsvFile, neutral } from "./csv";
import { readPasted } from "./pasted-table";
import { wholeFile } from "./table-file";

const read = (csv: string) => parse(csv, { columns: true }) as Record<string, string>[];

describe("a record as CSV", () => {
  it("says each field as stored, with only the precision that is known", () => {
    const [row] = read(csvOf("visit", [visit], tableContext));
    expect(row).toMatchObject({
      id: visit.id,
      url: "https://entente.example/kazakhstan-mexico/visits/2014-erlan-idrissov",
      dossier: "kazakhstan-mexico",
      countryA: "KZ",
      countryB: "MX",
      title: "Erlan Idrissov to Mexico",
      from: "KZ",
      began: "2014-09",
      ended: "",
      places: "Mexico City|Puebla",
    });
  });

  it("keeps the columns of rows in step where a value is not known", () => {
    const [row] = read(csvOf("visit", [visit], tableContext));
    expect(row).toMatchObject({
      "meetings.host": "José Antonio Meade|Vicente Fox",
      "meetings.office": "Minister of Foreign Affairs|",
      "meetings.manner": "official|private",
    });
  });

  it("names what is cited", () => {
    const [row] = read(csvOf("visit", [visit], tableContext));
    expect(row).toMatchObject({
      "citations.source": "https://entente.example/kazakhstan-mexico/sources/a-yearbook-2015",
      "citations.source.title": "A yearbook",
      "citations.place": "p. 4",
    });
  });

  it("keeps step where a citation supports several values", () => {
    const citations = [
      { source: source.id, supports: ["began", "visitor"] },
      { source: source.id, place: "p. 2" },
    ];
    const [row] = read(csvOf("visit", [{ ...visit, values: { ...visit.values, citations } }], tableContext));
    expect(row).toMatchObject({ "citations.supports": "began visitor|", "citations.place": "|p. 2" });
  });

  it("has the ids of rows, by which citations name them, in step with their columns", () => {
    const [first, second] = [rowId(1), rowId(2)];
    const meetings = [
      { id: first, host: "Vicente Fox" },
      { id: second, office: "Mayor" },
    ];
    const citations = [{ source: source.id, supports: [`meetings/${second}/office`] }];
    const record = { ...visit, values: { ...visit.values, meetings, citations } };
    expect(read(csvOf("visit", [record], tableContext))[0]).toMatchObject({
      "meetings.id": `${first}|${second}`,
      "meetings.host": "Vicente Fox|",
      "citations.supports": `meetings/${second}/office`,
    });
  });

  it("does not lose the bounds of a value that holds the separator", () => {
    const record = published("source", { ...source.values, authors: ["A|B", "C"] });
    expect(read(csvOf("source", [record], tableContext))[0]?.authors).toBe("A¦B|C");
  });

  it("ends its lines as RFC 4180 has it, the header's too", () => {
    expect(csvOf("visit", [], tableContext)).toMatch(
      /^id,url,dossier,[^\n]*updatedAt,verifiedAt(?:,\w+\.id)+\r\n$/,
    );
  });

  it("is read alike behind a byte-order mark, by a parser, by a browser's decoder and by our own tables", () => {
    const plain = csvOf("visit", [visit], tableContext);
    const marked = wholeFile(markedCsvFile("visit", tableContext), {
      records: [visit],
      named: tableContext.named,
    });
    const bytes = Buffer.from(marked);
    expect(bytes.subarray(0, 3).toString("hex")).toBe("efbbbf");
    expect(parse(bytes, { columns: true, bom: true })).toEqual(read(plain));
    expect(new TextDecoder().decode(bytes)).toBe(plain);
    expect(readPasted(marked)).toEqual(readPasted(plain));
  });

  it.each(kindKeys)("has one column of its own for every field of a %s", (kind) => {
    const names = columnsOf(kind).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const key of Object.keys(kindOf(kind).fields))
      expect(names.some((name) => name === key || name.startsWith(`${key}.`))).toBe(true);
  });

  it("comes back as it went out, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
        const record = published("source", { ...source.values, note: text });
        const [row] = read(csvOf("source", [record], tableContext));
        expect(row?.note).toBe(neutral(text));
        expect([text, `'${text}`]).toContain(row?.note);
      }),
    );
  });
});

describe("a cell that a spreadsheet could take for a formula", () => {
  it.each([
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "\n=x",
    "＝1",
    "-",
    "-1e5",
    "--1",
  ])("has an apostrophe before it: %j", (cell) => expect(neutral(cell)).toBe(`'${cell}`));

  it.each(["-5", "-12.50", "+3", "23000000", "0.5", "", "a=b", "2014-09", "–5"])("is not %j", (cell) =>
    expect(neutral(cell)).toBe(cell),
  );

  it("never comes out of a text field", () => {
    fc.assert(
      fc.property(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "＝"), fc.string(), (sign, rest) => {
        const shown = neutral(sign + rest);
        expect(shown.startsWith("'") || /^[+-]?\d+(\.\d+)?$/.test(shown)).toBe(true);
      }),
    );
  });
});
