/** Reads what the page of pasted tables sent: the text, or the table with what its columns and lines are. */
import "server-only";
import { z } from "zod";
import {
  type PasteIntent,
  pasteIntents,
  type PasteTodo,
  pasteTodos,
} from "@/components/desk/paste/paste-state";
import { entryStates } from "@/lib/domain/lifecycle";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { columnsOf } from "@/lib/domain/pasted/columns";
import { type CommaMeaning, commaMeanings } from "@/lib/domain/pasted/comma-meanings";
import { type DashMeaning, dashMeanings } from "@/lib/domain/pasted/dash-meanings";
import { type FiscalNaming, fiscalNamings } from "@/lib/domain/pasted/fiscal-namings";
import { cleanText, countUnclean } from "@/lib/domain/clean-text";
import type { Order } from "@/lib/domain/date-vocabulary";
import { type Mark, markOfWord } from "@/lib/domain/pasted/decimal-marks";
import { TamperedRequest } from "@/lib/domain/record";
import { isOfSending } from "@/lib/domain/sender";
import { notingTampered } from "@/lib/auth/read-form";
import { pasteLimits } from "@/lib/exchange/pasted-table";
import { changeNote, sentKind } from "./sent-target";

/** A line of the table as it came back, with what was said of it before. */
export interface SentLine {
  number: number;
  cells: string[];
  todo: PasteTodo;
  /** The record that was shown as the one that stands already, in the version that was seen. */
  seen: { id: string; version: number } | null;
  asked: string[];
}

export interface SentPaste {
  kind: KindKey;
  dossierId: string | null;
  intent: PasteIntent;
  text: string;
  headings: string[];
  paths: string[];
  units: string[];
  /** By column, the order of its dates that was chosen. */
  orders: (Order | null)[];
  /** By column, the decimal mark of its amounts that was chosen. */
  marks: (Mark | null)[];
  /** By column, what was chosen that a comma means in its lists. */
  commas: (CommaMeaning | null)[];
  /** What was chosen that dashes say among amounts. */
  dash: DashMeaning | null;
  /** What was chosen that fiscal years are named by. */
  fiscal: FiscalNaming | null;
  /** By column, how many characters were made plain. */
  cleaned: number[];
  lines: SentLine[];
  every: Record<string, string>;
  /** What is said of every record that is published. */
  changeNote: string | null;
  source: { text: string; id: string; made: { title: string; publisher: string; address: string } };
  done: z.output<typeof doneLines>;
}

const short = z.string().max(2000);
const long = z.string().max(pasteLimits.characters * 2);
const lineNumber = z.number().int().min(0).max(pasteLimits.rows);

const doneLines = z
  .array(
    z.strictObject({
      line: lineNumber,
      href: z.string().regex(/^\/admin\/[a-z]{1,20}\/[0-9a-f-]{36}$/),
      title: z.string().max(600),
      state: z.enum(entryStates),
    }),
  )
  .max(pasteLimits.rows);

const own = z.strictObject({
  _kind: sentKind,
  _dossier: z.union([z.literal("").transform(() => null), z.uuid()]),
  _intent: z.enum(pasteIntents).default("check"),
  text: long.default(""),
  changeNote: changeNote.optional(),
  dash: z.union([z.literal("").transform(() => null), z.enum(dashMeanings)]).default(null),
  fiscal: z.union([z.literal("").transform(() => null), z.enum(fiscalNamings)]).default(null),
  source: short.default(""),
  sourceId: z.union([z.literal(""), z.uuid()]).default(""),
  offer: z.union([z.literal(""), z.uuid()]).default(""),
  "new.title": short.default(""),
  "new.publisher": short.default(""),
  "new.address": short.default(""),
  done: z
    .string()
    .max(pasteLimits.rows * 900)
    .default("[]"),
});

const seenShape = /^([0-9a-f-]{36}):(\d{1,9})$/;
const folded = z.array(z.string()).max(pasteLimits.columns);

/** Names with numbers: of a column, of a line, of a line's cell. */
const numbered = /^(head|col|unit|order|mark|comma|fold|do|seen|asked|cell)\.(\d{1,3})(?:\.(\d{1,2}))?$/;

const ofColumn = ["head", "col", "unit", "order", "mark", "comma"] as const;

interface Numbered {
  columns: Record<(typeof ofColumn)[number], string[]>;
  lines: Map<number, { cells: string[]; do: string; seen: string; asked: string }>;
}

/** @throws {TamperedRequest} for what no form of ours sends, which is noted. */
export function readPasteForm(form: FormData): SentPaste {
  return notingTampered(() => readSent(form));
}

function readSent(form: FormData): SentPaste {
  if (!(form instanceof FormData)) throw new TamperedRequest("no form came");
  const named: Record<string, string> = {};
  const every: Record<string, string> = {};
  const parts: Numbered = {
    columns: { head: [], col: [], unit: [], order: [], mark: [], comma: [] },
    lines: new Map(),
  };
  for (const [name, value] of form) {
    if (isOfSending(name)) continue;
    if (typeof value !== "string") throw new TamperedRequest(`${name}: a file where text belongs`);
    const [, part, first, second] = numbered.exec(name) ?? [];
    if (part !== undefined) takeNumbered(parts, part, Number(first), second, value);
    else if (name.startsWith("every.")) every[name.slice("every.".length)] = value;
    else if (Object.hasOwn(named, name)) throw new TamperedRequest(`${name} came twice`);
    else named[name] = value;
  }
  const read = own.safeParse(named);
  if (!read.success) throw new TamperedRequest(z.prettifyError(read.error));
  return composed(read.data, parts, every);
}

const isOfColumn = (part: string): part is keyof Numbered["columns"] =>
  (ofColumn as readonly string[]).includes(part);

function takeNumbered(
  { columns, lines }: Numbered,
  part: string,
  number: number,
  column: string | undefined,
  value: string,
): void {
  if ((part === "cell") !== (column !== undefined)) throw new TamperedRequest(`${part}: no such input`);
  if (isOfColumn(part)) {
    if (number >= pasteLimits.columns) throw new TamperedRequest("more columns than any table has");
    columns[part][number] = value.slice(0, 500);
    return;
  }
  if (number > pasteLimits.rows) throw new TamperedRequest("more lines than any table has");
  const line = lines.get(number) ?? { cells: [], do: "auto", seen: "", asked: "" };
  lines.set(number, line);
  if (part === "cell") line.cells[Number(column)] = value;
  else if (part === "fold") line.cells = unfolded(value);
  else if (part === "do" || part === "seen" || part === "asked") line[part] = value;
}

function unfolded(value: string): string[] {
  try {
    return folded.parse(JSON.parse(value));
  } catch {
    throw new TamperedRequest("not what a folded line is sent as");
  }
}

function composed(
  read: z.output<typeof own>,
  { columns, lines }: Numbered,
  every: Record<string, string>,
): SentPaste {
  const { _kind: kind, _dossier: dossierId, _intent: intent, text, source, sourceId } = read;
  const known = columnsOf(kindOf(kind));
  const paths = Array.from(columns.col, (path: string | undefined) => path ?? "");
  if (paths.some((path) => path !== "" && !known.some((one) => one.path === path)))
    throw new TamperedRequest("a column that is no field");
  const isOwn = (path: string) => known.some((one) => one.path === path && one.rowsOf === null);
  if (!Object.keys(every).every(isOwn)) throw new TamperedRequest("a value for every line that is no field");
  const width = paths.length;
  const full = (texts: readonly (string | undefined)[]) =>
    Array.from({ length: width }, (_, at) => cleanText(texts[at] ?? ""));
  return {
    ...{ kind, dossierId, intent, text, paths, every },
    changeNote: read.changeNote ?? null,
    headings: full(columns.head),
    units: full(columns.unit),
    orders: Array.from({ length: width }, (_, at) => orderIn(columns.order[at] ?? "")),
    marks: Array.from({ length: width }, (_, at) => markIn(columns.mark[at] ?? "")),
    commas: Array.from({ length: width }, (_, at) => commaIn(columns.comma[at] ?? "")),
    ...{ dash: read.dash, fiscal: read.fiscal },
    cleaned: Array.from({ length: width }, (_, at) =>
      [...lines.values()].reduce((sum, { cells }) => sum + countUnclean((cells[at] ?? "").trim()), 0),
    ),
    lines: [...lines]
      .sort(([a], [b]) => a - b)
      .map(([number, line]) => ({ number, cells: full(line.cells), ...decided(line) })),
    source: {
      text: source.trim(),
      id: sourceId || read.offer,
      made: { title: read["new.title"], publisher: read["new.publisher"], address: read["new.address"] },
    },
    done: doneFrom(read.done),
  };
}

/** The order that was chosen for a column; null where none was. */
function orderIn(sent: string): Order | null {
  if (sent === "" || sent === "dayFirst" || sent === "monthFirst") return sent || null;
  throw new TamperedRequest("an order of dates that no form of ours sends");
}

/** The decimal mark that was chosen for a column; null where none was. */
function markIn(sent: string): Mark | null {
  const mark = sent === "" ? null : markOfWord(sent);
  if (mark === undefined) throw new TamperedRequest("a decimal mark that no form of ours sends");
  return mark;
}

/** What a comma was chosen to mean in a column; null where nothing was. */
function commaIn(sent: string): CommaMeaning | null {
  const meaning = commaMeanings.find((one) => one === sent);
  if (sent !== "" && meaning === undefined)
    throw new TamperedRequest("a meaning of commas that no form of ours sends");
  return meaning ?? null;
}

function decided({ do: asked, seen, asked: keys }: { do: string; seen: string; asked: string }) {
  const todo = pasteTodos.find((one) => one === asked);
  const [, id, version] = seenShape.exec(seen) ?? [];
  if (todo === undefined || (seen !== "" && id === undefined) || keys.length > 20_000)
    throw new TamperedRequest("a decision about a line that no form of ours sends");
  return {
    todo,
    seen: id === undefined ? null : { id, version: Number(version) },
    asked: keys.split(" ").filter(Boolean),
  };
}

function doneFrom(text: string): SentPaste["done"] {
  try {
    return doneLines.parse(JSON.parse(text));
  } catch {
    throw new TamperedRequest("not what saved lines are sent as");
  }
}
