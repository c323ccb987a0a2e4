/** Records as JSON: their values as the kind's definition has them, and the records they refer to by name. */
import type { Held } from "@/lib/domain/fields/field";
import type { Kind } from "@/lib/domain/kinds/define-kind";
import { kindOf, type KindKey, type RecordValues } from "@/lib/domain/kinds/registry";
import { isSum, totalOf } from "@/lib/domain/kinds/trade-total";
import type { PublishedRecord } from "@/lib/domain/published";
import { linksFrom } from "@/lib/domain/references";
import { citeAddresses } from "./cite-addresses";
import type { NamedRecord, TableContext, TablePlace } from "./columns";
import { address } from "./json-ld";
import { type TableFile, wholeFile } from "./table-file";

/** The records of one kind as a JSON file, of a dossier or of the whole site. */
export function jsonFile(kind: KindKey, { site, dossier }: TablePlace): TableFile {
  const definition = kindOf(kind);
  const place = (record: Pick<PublishedRecord, "kind" | "slug">) => address(site, dossier, record);
  const referred = new Map<string, NamedRecord | undefined>();
  let written = 0;
  return {
    start(count) {
      const within = dossier && { dossier: { ...dossier, url: `${site.origin}/${dossier.slug}` } };
      const cite = citeAddresses(kind, { site, dossier });
      const about = { site: site.name, licence: site.licence, ...within, kind, ...(cite && { cite }), count };
      // Open: the lists come in pieces.
      return `${JSON.stringify(about, null, 2).slice(0, -"\n}".length)},\n  "records": [`;
    },
    batch({ records, named }) {
      return records
        .map(({ id, slug, title, version, publishedAt, updatedAt, verifiedAt, values }) => {
          for (const { to } of linksFrom(definition, values))
            if (!referred.has(to)) referred.set(to, named.get(to));
          const url = place({ kind, slug });
          const shown = {
            id,
            url,
            title,
            version,
            publishedAt,
            updatedAt,
            verifiedAt,
            values: plain(definition, values),
            ...computed(kind, values),
          };
          return item(shown, written++);
        })
        .join("");
    },
    end() {
      const items = [...referred].flatMap(([id, record]) =>
        record ? { id, kind: record.kind, title: record.title, url: place(record) } : [],
      );
      return `${closing(written)},\n  "referred": [${items.map(item).join("")}${closing(items.length)}\n}\n`;
    },
  };
}

/** An item of a list, behind so many others, as `JSON.stringify` indents it there. */
function item(value: object, before: number): string {
  // No text in JSON holds the end of a line as it is.
  const text = JSON.stringify(value, null, 2).replaceAll("\n", "\n    ");
  return `${before > 0 ? "," : ""}\n    ${text}`;
}

const closing = (items: number) => (items > 0 ? "\n  ]" : "]");

/** The whole of it. */
export function jsonOf(kind: KindKey, records: readonly PublishedRecord[], context: TableContext): string {
  return wholeFile(jsonFile(kind, context), { records, named: context.named });
}

/** The values as files have them: rows with the ids by which paths name them. */
function plain({ fields }: Kind, values: Held): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, fields[key] ? fields[key].plain(value) : value]),
  );
}

/** What pages reckon from the values: the total of a year of trade of which both directions alone are stated. */
function computed(kind: KindKey, values: Held): { computed?: { total: string; as: string } } {
  if (kind !== "tradeYear") return {};
  const { total, exportsA, exportsB } = values as RecordValues<"tradeYear">;
  const stated = { total, exportsA, exportsB };
  return isSum(stated) ? { computed: { total: totalOf(stated)!, as: "exportsA + exportsB" } } : {};
}
