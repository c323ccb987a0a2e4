/** The columns of a kind's table, as files have it: made from the kind's definition alone. */
import type { Fields } from "@/lib/domain/fields/field";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { address } from "./json-ld";
import type { DossierName, Site } from "./site";

/** Separates several values within one cell. */
export const separator = "|";

export type ColumnType = "string" | "integer" | "decimal" | "anyURI" | "dateTime";

/** What a cell needs to know besides its record. */
export interface TableContext {
  site: Site;
  dossier: DossierName;
  /** Every record that the table's records refer to, by id. */
  named: ReadonlyMap<string, PublishedRecord>;
}

export interface Column {
  /** As the header says it: the field's own name, `rows.field` within rows. */
  name: string;
  type: ColumnType;
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
  ];
}

const dossierColumns: Column[] = [
  plain("dossier", "string", (_, { dossier }) => dossier.slug),
  // Which country `exportsA` and `exportsB` are of.
  plain("countryA", "string", (_, { dossier }) => dossier.countries[0]),
  plain("countryB", "string", (_, { dossier }) => dossier.countries[1]),
];

function plain(name: string, type: ColumnType, cell: Column["cell"]): Column {
  return { name, type, many: false, cell };
}

type RowsOf = (record: PublishedRecord) => Record<string, unknown>[];

function fieldColumns(fields: Fields, prefix: string, rowsOf: RowsOf): Column[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const name = prefix + key;
    if (field.kind === "rows") {
      const of = (field as unknown as { of: Fields }).of;
      return fieldColumns(of, `${name}.`, (record) =>
        rowsOf(record).flatMap((row) => (row[key] ?? []) as Record<string, unknown>[]),
      );
    }
    const inRows = prefix !== "";
    const many = inRows || field.kind === "lines" || field.kind === "references";
    // Parallel columns of one set of rows keep step: an empty value holds its place.
    const column = (
      suffix: string,
      type: ColumnType,
      show: (value: unknown, context: TableContext) => string,
    ) => ({
      name: name + suffix,
      type,
      many,
      cell: (record: PublishedRecord, context: TableContext) => {
        const values = rowsOf(record).flatMap((row) => {
          const value = row[key];
          return Array.isArray(value) ? value : [value];
        });
        const shown = values.map((value) => (value === undefined ? "" : show(value, context)));
        return many ? joined(shown) : (shown[0] ?? "");
      },
    });
    if (field.kind !== "reference" && field.kind !== "references")
      return [column("", typeOf(field.kind), (value) => String(value))];
    const target = (id: unknown, { named }: TableContext) => named.get(String(id));
    return [
      column("", "anyURI", (id, context) => {
        const record = target(id, context);
        return record ? address(context.site, context.dossier, record) : `urn:uuid:${String(id)}`;
      }),
      column(".title", "string", (id, context) => target(id, context)?.title ?? ""),
    ];
  });
}

function joined(values: string[]): string {
  return values.map((value) => value.replaceAll(separator, "¦")).join(separator);
}

function typeOf(fieldKind: string): ColumnType {
  if (fieldKind === "wholeNumber") return "integer";
  if (fieldKind === "decimal") return "decimal";
  return fieldKind === "webAddress" ? "anyURI" : "string";
}
