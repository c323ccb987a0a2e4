/** Records as JSON: their values as the kind's definition has them, and the records they refer to by name. */
import type { Held } from "@/lib/domain/fields/field";
import type { Kind } from "@/lib/domain/kinds/define-kind";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { linksFrom } from "@/lib/domain/references";
import type { TableContext } from "./columns";
import { address } from "./json-ld";

/** A dossier's records of one kind as the text of a JSON file. */
export function jsonOf(kind: KindKey, records: readonly PublishedRecord[], context: TableContext): string {
  const { site, dossier, named } = context;
  const definition = kindOf(kind);
  const referred = new Set(
    records.flatMap(({ values }) => linksFrom(definition, values).map(({ to }) => to)),
  );
  const place = (record: Pick<PublishedRecord, "kind" | "slug">) => address(site, dossier, record);
  const file = {
    site: site.name,
    licence: site.licence,
    dossier: { ...dossier, url: `${site.origin}/${dossier.slug}` },
    kind,
    count: records.length,
    records: records.map(({ id, slug, title, version, publishedAt, updatedAt, values }) => ({
      id,
      url: place({ kind, slug }),
      title,
      version,
      publishedAt,
      updatedAt,
      values: plain(definition, values),
    })),
    referred: [...referred].flatMap((id) => {
      const record = named.get(id);
      return record ? { id, kind: record.kind, title: record.title, url: place(record) } : [];
    }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The values as files have them. What names rows within the desk is no part of the record. */
function plain({ fields }: Kind, values: Held): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, fields[key] ? fields[key].plain(value) : value]),
  );
}
