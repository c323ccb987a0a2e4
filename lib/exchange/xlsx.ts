/**
 * Records as a spreadsheet: the columns of the CSV, with numbers, days and instants as what they are, so that no program has
 * to guess them. A date of which less than the day is known stays text, as precise as it is: `2014` is no day.
 */
import "server-only";
import writeExcelFile from "write-excel-file/node";
import type { ExportType } from "@/lib/domain/fields/export";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { columnsOf, type TablePlace } from "./columns";
import type { Batch } from "./table-file";

/** A workbook is held whole while it is made: of more records there is only the CSV. */
export const mostInSheet = 20_000;

/** What a cell of a spreadsheet takes, in UTF-16 code units. */
const longestCell = 32_767;

type Cell = { value: string | number | Date; format?: string } | null;

/** A dossier's records of one kind as a workbook of one sheet, written batch by batch. */
export function xlsxFile(kind: KindKey, place: TablePlace) {
  const columns = columnsOf(kind);
  const rows: Cell[][] = [];
  return {
    batch({ records, named }: Batch): void {
      for (const record of records)
        rows.push(
          columns.map(({ type, many, cell }) =>
            typedCell(cell(record, { ...place, named }), many ? "string" : type),
          ),
        );
    },
    /** The file's bytes. */
    async bytes(): Promise<Buffer> {
      const header = columns.map(({ name }) => ({ value: name, fontWeight: "bold" as const }));
      return writeExcelFile([header, ...rows], {
        columns: columns.map(({ name, type }) => ({ width: widthOf(name, type) })),
        stickyRowsCount: 1,
      }).toBuffer();
    },
  };
}

/** What XML cannot hold or advises against, of which the library would leave nothing: it is to be seen that something stood there. */
const unwritable = /[\u0080-\u0084\u0086-\u009F\uFFFD\p{Noncharacter_Code_Point}]/gu;

/** A text as a cell of a workbook holds it: a square stands for what it cannot hold. */
export const inSheet = (text: string): string => text.replace(unwritable, "□");

const wholeDay = /^\d{4}-\d\d-\d\d$/;

/** Spreadsheets count no days before 1900, and those of its first two months wrongly: they take it for a leap year. */
const firstDay = "1900-03-01";

const number = /^-?\d+(?:\.\d+)?$/;

/** A value as a cell; null for an empty one. Numbers of more digits than a spreadsheet keeps stay text. */
export function typedCell(text: string, type: ExportType): Cell {
  if (text === "") return null;
  if ((type === "integer" || type === "decimal") && number.test(text) && text.replace(/\D/g, "").length <= 15)
    return { value: Number(text) };
  if (type === "partialDate" && wholeDay.test(text) && text >= firstDay)
    return { value: new Date(text), format: "yyyy-mm-dd" };
  if (type === "dateTime") return { value: new Date(text), format: "yyyy-mm-dd hh:mm:ss" };
  const whole = inSheet(text);
  return { value: toldApart(whole.length > longestCell ? `${whole.slice(0, longestCell - 1)}…` : whole) };
}

/**
 * The library keeps texts as names of a plain object, in which "constructor" and a few more stand already: such a cell would make
 * the workbook unreadable. With a NUL behind it the text is another name, and the library leaves NULs out of what it writes.
 */
const toldApart = (text: string) => (Object.hasOwn(Object.prototype, text) ? `${text}\u0000` : text);

const widthOf = (name: string, type: ExportType) => Math.max(name.length + 2, type === "dateTime" ? 20 : 14);
