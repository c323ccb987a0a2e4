/** The answer with a table: written whole before it is sent, so that a client that reads slowly holds no connection. */
import { type KindKey, kindOf } from "@/lib/domain/kinds/registry";
import { todaysDay } from "@/lib/domain/today";
import type { TablePlace } from "@/lib/exchange/columns";
import { csvFile, markedCsvFile } from "@/lib/exchange/csv";
import { csvwOf } from "@/lib/exchange/csvw";
import { jsonFile } from "@/lib/exchange/json";
import type { Batch, TableFile } from "@/lib/exchange/table-file";
import { mostInSheet, xlsxFile } from "@/lib/exchange/xlsx";
import type { TableReader } from "@/lib/published/table-records";
import { file, type FileFormat } from "./answer";
import { FileBody } from "./file-body";

/** Hands the records of a table on. */
type ReadTable = (reader: TableReader) => Promise<void>;

export interface AskedTable {
  kind: KindKey;
  place: TablePlace;
  format: Exclude<FileFormat, "atom">;
  /** What the file is called once it is saved, without its ending. */
  name: string;
  /** The path of the same table as text, for one that is too long for a workbook. */
  asText: string;
  /** Aborted when the client goes: the table is then read no further. */
  gone: AbortSignal;
}

/** Answers with a table, or with its description, in the format that is asked for. */
export async function tableAnswer(asked: AskedTable, read: ReadTable): Promise<Response> {
  const { kind, place, format, name, asText } = asked;
  if (format === "csv-metadata.json")
    return file(`${JSON.stringify(csvwOf(kind, place), null, 2)}\n`, format, name);
  if (format === "csv") return writtenAnswer(csvFile(kind, place), asked, read);
  if (format === "spreadsheet.csv") return writtenAnswer(markedCsvFile(kind, place), asked, read);
  if (format === "json") return writtenAnswer(jsonFile(kind, place), asked, read);
  const sheet = await sheetOf(kind, place, read);
  if (sheet === null) return new Response(null, { status: 307, headers: { location: asText } });
  return file(new Uint8Array(sheet), format, name);
}

async function writtenAnswer(
  table: TableFile,
  { format, name, gone }: AskedTable,
  read: ReadTable,
): Promise<Response> {
  const body = new FileBody();
  try {
    await read({
      start: (count) => body.write(table.start(count)),
      batch: (batch) => {
        // The connection is for those who are still there.
        gone.throwIfAborted();
        return body.write(table.batch(asToday(batch)));
      },
    });
    await body.write(table.end());
    return file(await body.read(gone), format, name);
  } catch (error) {
    await body.discard();
    if (!gone.aborted) throw error;
    return new Response(null, { status: 503 });
  }
}

/** Records with what their fields hold today that turn on a later day, as pages and lists have them. */
function asToday(batch: Batch): Batch {
  const today = todaysDay();
  const records = batch.records.map((one) => {
    // Values of its own fields, of which some are those of another day.
    const values = kindOf(one.kind).onDay(one.values, today) as typeof one.values;
    return { ...one, values };
  });
  return { ...batch, records };
}

/** Thrown to break off the reading of a table that is too long. */
class TooLong extends Error {}

/** A table's workbook; null where it has more records than one holds. */
async function sheetOf(kind: KindKey, place: TablePlace, read: ReadTable): Promise<Buffer | null> {
  const sheet = xlsxFile(kind, place);
  try {
    await read({
      start: (count) => {
        if (count > mostInSheet) throw new TooLong();
      },
      batch: (batch) => sheet.batch(asToday(batch)),
    });
  } catch (error) {
    if (error instanceof TooLong) return null;
    throw error;
  }
  return sheet.bytes();
}
