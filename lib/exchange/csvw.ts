/** The description of a CSV file, after W3C's "CSV on the Web": what each column holds. */
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { type TableFormat, tablePath } from "@/lib/routes";
import { citeAddresses } from "./cite-addresses";
import { columnsOf, separator, type TablePlace } from "./columns";

/** The metadata of the CSV of a dossier's records of one kind, to stand beside it. */
export function csvwOf(kind: KindKey, { site, dossier }: TablePlace): object {
  const pathAs = (format: TableFormat) => tablePath(kind, dossier?.slug ?? null, format);
  const { path } = kindOf(kind);
  const cite = citeAddresses(kind, { site, dossier });
  return {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
    "@id": site.origin + pathAs("csv-metadata.json"),
    url: pathAs("csv").split("/").at(-1),
    "dc:title": dossier ? `${dossier.title}: ${path}` : path,
    "dc:publisher": { "schema:name": { "@value": site.name }, "schema:url": { "@id": `${site.origin}/` } },
    "dc:license": { "@id": site.licence.url },
    ...(cite && { "dc:bibliographicCitation": Object.values(cite).map((at) => ({ "@id": at })) }),
    dialect: { encoding: "utf-8", header: true, delimiter: ",", lineTerminators: ["\r\n"], quoteChar: '"' },
    tableSchema: {
      columns: columnsOf(kind).map(({ name, type, many }) => ({
        // Variable names of CSVW have no dots; the header is in the title.
        name: name.replaceAll(".", "_"),
        titles: name,
        // XML Schema, whose names these are, has no type for EDTF.
        datatype: type === "partialDate" ? "string" : type,
        ...(many && { separator, default: "" }),
        required: name === "id" || name === "url",
      })),
      primaryKey: "id",
      aboutUrl: "urn:uuid:{id}",
    },
  };
}
