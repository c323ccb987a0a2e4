/** That a row is read in one pass as the rules of JSON read it, and that nothing passes there that they refuse. */
import { expect, it } from "vitest";
import { BackupFault } from "./backup-format";
import type { Column } from "./row-columns";
import { known, RowReader } from "./row-reader";

const id = "01890a5d-ac96-774b-bcce-b302099a8057";
const columns: Column[] = [
  { name: "facets", type: "jsonb", isNullable: true },
  { name: "id", type: "uuid", isNullable: false },
  { name: "places", type: "_text", isNullable: false },
  { name: "sum", type: "numeric", isNullable: true },
  { name: "title", type: "text", isNullable: false },
  { name: "version", type: "int4", isNullable: false },
];
const reader = new RowReader(columns);

/** A row as `backup` writes it, and with a space that it does not write, so that it is read by the rules of JSON. */
const bothWays = (values: string): [string, string] => [`{${values}}`, `{ ${values}}`];
const row = ({ facets = "null", places = "[]", sum = "null", title = '"x"', version = "1" }): string =>
  `"facets":${facets},"id":"${id}","places":${places},"sum":${sum},"title":${title},"version":${version}`;

it.each([
  row({}),
  row({ facets: '{"a": {"b": [1, "c, d}"]}, "e": null}' }),
  row({ facets: String.raw`{"a": "tab \t, line \n, back \\, quote \" }"}` }),
  row({ places: String.raw`["Paris","a\"b","c\\d", "e,f"]` }),
  row({ sum: "12345678901234567.89" }),
  row({ sum: "-0.5" }),
  row({ title: String.raw`"a \"quote\" \\ and\nlines\/ "` }),
  row({ title: '"Қазақстан, 外交部 😀 é"' }),
  row({ title: '"null"', version: "-12" }),
])("reads %s as JSON does", (values) => {
  const [plain, other] = bothWays(values);
  expect(reader.read(plain)).toEqual(reader.read(other));
  expect(reader.read(plain).values).toEqual(JSON.parse(plain));
});

it.each([
  row({ facets: '{"a":1,"a":2}' }),
  row({ facets: '{"a":{"b":1,"b":2}}' }),
  row({ facets: `${'{"a":'.repeat(20)}1${"}".repeat(20)}` }),
  row({ facets: "[1]" }),
  row({ facets: '{"a":"b\u007F"}' }),
  row({ facets: '{"a":"b\tc"}' }),
  row({ places: '["a",1]' }),
  row({ places: "null" }),
  row({ sum: "012" }),
  row({ sum: "1." }),
  row({ sum: "-" }),
  row({ sum: '"1"' }),
  row({ title: '"a\u0001b"' }),
  row({ title: '"a\tb"' }),
  row({ title: '"a\u007Fb"' }),
  row({ title: String.raw`"a\u0000b"` }),
  row({ title: String.raw`"a\ud800b"` }),
  row({ title: String.raw`"a\qb"` }),
  row({ title: '"a"b"' }),
  row({ title: '"a' }),
  row({ title: "null" }),
  row({ version: "1.5" }),
  row({ version: "1e" }),
  row({ version: "nullx" }),
  `${row({})},"more":1`,
  `${row({})},"id":"${id}"`,
  row({}).replace('"title":"x",', ""),
  row({}).replace("01890a5d", "zzzzzzzz"),
  `${row({})}} {"a":1`,
  "",
])("refuses %s in both ways", (values) => {
  for (const text of bothWays(values)) expect(() => reader.read(text)).toThrow(BackupFault);
});

it("does not read JSON that is known to be right, and copies it as it stands", () => {
  const seen: string[] = [];
  const one = new RowReader(columns, (_, column, cell) => seen.push(`${column} ${cell}`) > 0);
  const { values, cells } = one.read(`{${row({ facets: String.raw`{"a": "b\n"}` })}}`);
  expect(values.facets).toBe(known);
  expect([cells[0], seen]).toEqual([String.raw`{"a": "b\\n"}`, [String.raw`facets {"a": "b\\n"}`]]);
});
