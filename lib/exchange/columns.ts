/** The columns of a kind's table, as files have it: made from the kind's definition alone. */
import type { ExportedColumn, ExportType } from "@/lib/domain/fields/export";
import { type Held, isEmpty } from "@/lib/domain/fields/field";
import type { Fields } from "@/lib/domain/fields/fields";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { filePath } from "@/lib/domain/files";
import { address } from "./json-ld";
import type { DossierName, Site } from "./site";

/** Separates several values within one cell. */
export const separator = "|";

/** Of which site and dossier a table is. */
export interface TablePlace {
  site: Site;
  /** Null for a table of records that belong to no dossier and are read above all of them. */
  dossier: DossierName | null;
}

/** A record as others refer to it. */
export type NamedRecord = Pick<PublishedRecord, "kind" | "slug" | "title">;

/** What a cell needs to know besides its record. */
export interface TableContext extends TablePlace {
  /** Every record that the table's records refer to, by id. */
  named: ReadonlyMap<string, NamedRecord>;
}

export interface Column {
  /** As the header says it: the field's own name, `rows.field` within rows. */
  name: string;
  type: ExportType;
  /** Holds several values, joined by the separator. */
  many: boolean;
  cell(record: PublishedRecord, context: TableContext): string;
}

/** The columns of a kind: what names the record, its dossier, its fields with citations, its instants. */
export function columnsOf(kind: KindKey): Column[] {
  const { fields, inDossier } = kindOf(kind);
  const own = fieldColumns(fields, "", (record) => [record.values]);
  return [
    plain("id", "string", (record) => record.id),
    // Not `address`, which missions and sources have as a field.
    plain("url", "anyURI", (record, { site, dossier }) => address(site, dossier, record)),
    ...(inDossier ? dossierColumns : []),
    ...("title" in fields ? [] : [plain("title", "string", (record) => record.title)]),
    ...own,
    plain("publishedAt", "dateTime", (record) => record.publishedAt),
    plain("updatedAt", "dateTime", (record) => record.updatedAt),
    plain("verifiedAt", "dateTime", (record) => record.verifiedAt ?? ""),
    ...rowIdColumns(fields),
  ];
}

/**
 * The ids of rows, by which citations name them in their paths. They came after all others, which stay where programs know them. No
 * citation is for another one.
 */
function rowIdColumns(fields: Fields): Column[] {
  return Object.entries(fields)
    .filter(([key, { exported }]) => exported.as === "rows" && key !== "citations")
    .map(([key]) => ({
      name: `${key}.id`,
      type: "string",
      many: true,
      cell: ({ values }: { values: Held }) =>
        joined(
          [values[key]]
            .flat()
            .filter(isRow)
            .map(({ id }) => (typeof id === "string" ? id : "")),
        ),
    }));
}

const dossierColumns: Column[] = [
  plain("dossier", "string", (_, { dossier }) => dossier?.slug ?? ""),
  // Which country `exportsA` and `exportsB` are of.
  plain("countryA", "string", (_, { dossier }) => dossier?.countries[0] ?? ""),
  plain("countryB", "string", (_, { dossier }) => dossier?.countries[1] ?? ""),
];

function plain(name: string, type: ExportType, cell: Column["cell"]): Column {
  return { name, type, many: false, cell };
}

type RowsOf = (record: PublishedRecord) => Held[];

/** The columns of a set of fields: of the record's own, or of the fields of its rows. */
function fieldColumns(fields: Fields, prefix: string, rowsOf: RowsOf): Column[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const name = prefix + key;
    const { exported } = field;
    const isInRow = prefix !== "";
    const valuesOf = (record: PublishedRecord) =>
      rowsOf(record).flatMap((row): unknown[] => (isInRow ? [inOne(row[key])] : [row[key]].flat()));
    if (exported.as === "rows")
      return fieldColumns(exported.of, `${name}.`, (record) => valuesOf(record).filter(isRow));
    const many = isInRow || exported.many;
    return exported.columns.map(({ suffix, type, shows }) => ({
      name: name + suffix,
      type,
      many,
      cell: (record: PublishedRecord, context: TableContext) => {
        // Parallel columns of one set of rows keep step: an empty value holds its place.
        const shown = valuesOf(record).map((value) =>
          isEmpty(value) ? "" : cellParts[shows](String(value), context),
        );
        return many ? joined(shown) : (shown[0] ?? "");
      },
    }));
  });
}

/** What a cell shows of a value: the value itself or, of a reference, the record that it leads to. */
const cellParts: Record<ExportedColumn["shows"], (value: string, context: TableContext) => string> = {
  value: (value) => value,
  address: (id, { named, site, dossier }) => {
    const record = named.get(id);
    return record ? address(site, dossier, record) : `urn:uuid:${id}`;
  },
  file: (id, { site }) => site.origin + filePath(id),
  title: (id, { named }) => named.get(id)?.title ?? "",
};

/** What a field of one row holds, in one piece however much that is: columns of rows keep step. */
function inOne(value: unknown): unknown {
  return Array.isArray(value) ? value.join(" ") : value;
}

function isRow(value: unknown): value is Held {
  return typeof value === "object" && value !== null;
}

function joined(values: string[]): string {
  return values.map((value) => value.replaceAll(separator, "¦")).join(separator);
}
