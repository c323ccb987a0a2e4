import { kindAtPath } from "@/lib/domain/kinds/registry";
import { csvFile } from "@/lib/exchange/csv";
import { csvwOf } from "@/lib/exchange/csvw";
import { jsonFile } from "@/lib/exchange/json";
import { dossierName } from "@/lib/exchange/site";
import type { TablePlace } from "@/lib/exchange/columns";
import { mostInSheet, xlsxFile } from "@/lib/exchange/xlsx";
import { readTable, type TableKind } from "@/lib/published/table-records";
import { site } from "@/lib/site";
import { dossierOr, file, isFormat, noFile } from "../../../answer";
import { tableAnswer } from "../../../table-answer";

export const dynamic = "force-dynamic";

interface Asked {
  params: Promise<{ dossier: string; list: string; format: string }>;
}

/** `/{dossier}/{list}.csv`, `.xlsx`, `.json` and `.csv-metadata.json`: a dossier's records of one kind. */
export async function GET({ signal }: Request, { params }: Asked): Promise<Response> {
  const { dossier: slug, list, format } = await params;
  const kind = kindAtPath(list);
  if (!kind || kind === "dossier" || kind === "person" || !isFormat(format) || format === "atom")
    return noFile();
  const dossier = await dossierOr(slug, (now) => `/${now}/${list}.${format}`);
  if (dossier instanceof Response) return dossier;

  const place = { site: site(), dossier: dossierName(dossier) };
  const name = `${dossier.slug}-${list}`;
  if (format === "csv-metadata.json")
    return file(`${JSON.stringify(csvwOf(kind, place), null, 2)}\n`, format, name);
  if (format === "xlsx") {
    const sheet = await sheetOf(kind, place, dossier.id);
    // A table too long for a workbook is read as text.
    if (sheet === null)
      return new Response(null, { status: 307, headers: { location: `/${slug}/${list}.csv` } });
    return file(new Uint8Array(sheet), format, name);
  }
  const table = format === "csv" ? csvFile(kind, place) : jsonFile(kind, place);
  return tableAnswer(table, (reader) => readTable(dossier.id, kind, reader), { format, name, gone: signal });
}

/** Thrown to break off the reading of a table that is too long. */
class TooLong extends Error {}

/** A table's workbook; null where it has more records than one holds. */
async function sheetOf(kind: TableKind, place: TablePlace, dossierId: string): Promise<Buffer | null> {
  const sheet = xlsxFile(kind, place);
  try {
    await readTable(dossierId, kind, {
      start: (count) => {
        if (count > mostInSheet) throw new TooLong();
      },
      batch: (batch) => sheet.batch(batch),
    });
  } catch (error) {
    if (error instanceof TooLong) return null;
    throw error;
  }
  return sheet.bytes();
}
