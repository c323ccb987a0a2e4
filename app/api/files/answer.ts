/** The response of every exported file: the same for every reader, and revalidated at each request. */
import { findDossier } from "@/lib/published/dossiers";
import type { PublishedRecord } from "@/lib/domain/published";

const types = {
  csv: "text/csv; charset=utf-8; header=present",
  "spreadsheet.csv": "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
  "csv-metadata.json": "application/csvm+json; charset=utf-8",
  atom: "application/atom+xml; charset=utf-8",
  ics: "text/calendar; charset=utf-8",
} as const;

export type FileFormat = keyof typeof types;

/** Whether a file format is one of ours. */
export function isFormat(format: string): format is FileFormat {
  return Object.hasOwn(types, format);
}

/** What a browser saves rather than shows. */
const saved: ReadonlySet<FileFormat> = new Set(["csv", "spreadsheet.csv", "xlsx"]);

/** A file under a name that says what it is once it is saved; tables are saved rather than shown. */
export function file(body: BodyInit, format: FileFormat, name: string): Response {
  return new Response(body, {
    headers: {
      "content-type": types[format],
      "content-disposition": `${saved.has(format) ? "attachment" : "inline"}; filename="${name}.${format}"`,
      "cache-control": "public, no-cache",
    },
  });
}

/** A site map. */
export function xmlFile(body: string): Response {
  return new Response(body, {
    headers: { "content-type": "application/xml; charset=utf-8", "cache-control": "public, no-cache" },
  });
}

/** Says that there is no such file; server.ts puts the site's page for it into the empty body. */
export function noFile(): Response {
  return new Response(null, { status: 404 });
}

/** The dossier whose file is asked for, or the answer where it is elsewhere or not at all. */
export async function dossierOr(
  slug: string,
  pathIn: (dossierSlug: string) => string,
): Promise<PublishedRecord<"dossier"> | Response> {
  const found = await findDossier(slug);
  if (!found) return noFile();
  if (!("redirectTo" in found)) return found;
  return new Response(null, { status: 308, headers: { location: pathIn(found.redirectTo) } });
}
