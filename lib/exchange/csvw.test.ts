import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { kindKeys } from "@/lib/domain/kinds/registry";
import { dossier, site, tableContext } from "@/tests/support/published";
import { csvOf } from "./csv";
import { csvwOf } from "./csvw";

interface Metadata {
  url: string;
  tableSchema: { columns: { name: string; titles: string; datatype: string; separator?: string }[] };
}

it.each(kindKeys)("describes the columns of the CSV of every %s, in their order", (kind) => {
  const { tableSchema } = csvwOf(kind, { site, dossier }) as Metadata;
  const [header] = parse(csvOf(kind, [], tableContext)) as string[][];
  expect(tableSchema.columns.map(({ titles }) => titles)).toEqual(header);
  // RFC 6570: what may stand in a variable's name.
  for (const { name } of tableSchema.columns) expect(name).toMatch(/^[A-Za-z0-9_]+$/);
});

it("describes people, who belong to no dossier, at the address that they have", () => {
  const metadata = csvwOf("person", { site, dossier: null });
  expect(metadata).toMatchObject({ "@id": `${site.origin}/people.csv-metadata.json`, url: "people.csv" });
});

it("says which cells hold numbers, addresses and several values", () => {
  const { url, tableSchema } = csvwOf("tradeYear", { site, dossier }) as Metadata;
  expect(url).toBe("trade.csv");
  expect(tableSchema.columns).toContainEqual(expect.objectContaining({ name: "total", datatype: "decimal" }));
  expect(tableSchema.columns).toContainEqual(expect.objectContaining({ name: "year", datatype: "integer" }));
  expect(tableSchema.columns).toContainEqual(
    expect.objectContaining({ name: "citations_source", datatype: "anyURI", separator: "|" }),
  );
});
