/** What a table has to hold of a record, worked out from its values rather than by the columns that write it. */
import type { Held } from "@/lib/domain/fields/field";
import type { Fields } from "@/lib/domain/fields/fields";
import { filePath } from "@/lib/domain/files";
import { kindOf } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { site } from "./published";

type Named = ReadonlyMap<string, PublishedRecord>;

/** By column the text of its cell; of a reference its title, and that its address ends with the other's slug. */
export interface ExpectedCells {
  texts: Map<string, string>;
  /** By column the ends of the addresses that it holds. */
  addresses: Map<string, string[]>;
}

/** The cells that the record's fields have to fill, the empty ones too. */
export function expectedCells({ kind, values }: PublishedRecord, named: Named): ExpectedCells {
  const cells: ExpectedCells = { texts: new Map(), addresses: new Map() };
  const { fields } = kindOf(kind);
  for (const [key, field] of Object.entries(fields) as [string, Fields[string]][]) {
    const value = (values as Held)[key];
    if (field.kind !== "rows") {
      const isMany = field.kind === "references" || field.kind === "lines" || field.kind === "paths";
      put(cells, { name: key, kind: field.kind, isMany }, isMany ? listOf(value) : [value], named);
      continue;
    }
    const rows = listOf(value) as Held[];
    for (const [inner, one] of Object.entries(field.of) as [string, Fields[string]][])
      put(
        cells,
        { name: `${key}.${inner}`, kind: one.kind, isMany: true },
        rows.map((row) => row[inner]),
        named,
      );
  }
  return cells;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

function put(
  { texts, addresses }: ExpectedCells,
  { name, kind, isMany }: { name: string; kind: string; isMany: boolean },
  values: readonly unknown[],
  named: Named,
): void {
  const inCell = (all: readonly string[]) =>
    isMany ? all.map((one) => one.replaceAll("|", "¦")).join("|") : (all[0] ?? "");
  const plain = values.map((value) => (Array.isArray(value) ? value.join(" ") : String(value ?? "")));
  if (kind === "file") texts.set(name, inCell(plain.map((id) => id && site.origin + filePath(id))));
  else if (kind !== "reference" && kind !== "references") texts.set(name, inCell(plain));
  else {
    texts.set(`${name}.title`, inCell(plain.map((id) => named.get(id)?.title ?? "")));
    addresses.set(
      name,
      plain.map((id) => named.get(id)?.slug ?? id),
    );
  }
}
