/** The description of a CSV file, after W3C's "CSV on the Web": what each column holds. */
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { columnsOf, separator } from "./columns";
import type { DossierName, Site } from "./site";

/** The metadata of the CSV of a dossier's records of one kind, to stand beside it. */
export function csvwOf(kind: KindKey, { site, dossier }: { site: Site; dossier: DossierName }): object {
  const { path } = kindOf(kind);
  return {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
    "@id": `${site.origin}/${dossier.slug}/${path}.csv-metadata.json`,
    url: `${path}.csv`,
    "dc:title": `${dossier.title}: ${path}`,
    "dc:publisher": { "schema:name": { "@value": site.name }, "schema:url": { "@id": `${site.origin}/` } },
    "dc:license": { "@id": site.licence.url },
    dialect: { encoding: "utf-8", header: true, delimiter: ",", lineTerminators: ["\r\n"], quoteChar: '"' },
    tableSchema: {
      columns: columnsOf(kind).map(({ name, type, many }) => ({
        // Variable names of CSVW have no dots; the header is in the title.
        name: name.replaceAll(".", "_"),
        titles: name,
        datatype: type,
        ...(many && { separator, default: "" }),
        required: name === "id" || name === "url",
      })),
      primaryKey: "id",
      aboutUrl: "urn:uuid:{id}",
    },
  };
}
