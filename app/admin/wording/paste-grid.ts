/** A pasted table as its page shows it: what is said of each line, in words, beside its cell. */
import "server-only";
import { getTranslations } from "next-intl/server";
import type { PasteDone, PasteGrid, PasteLine, PasteNote } from "@/components/desk/paste/paste-state";
import type { CheckedRecord, PastedTable } from "@/lib/desk/read/check-pasted";
import type { PastedOutcome } from "@/lib/desk/write/save-pasted";
import { kindOf, kinds, type KindKey } from "@/lib/domain/kinds/registry";
import type { ChoiceWord } from "@/lib/domain/pasted/cells";
import type { ColumnCommas } from "@/lib/domain/pasted/commas";
import type { ColumnOrder } from "@/lib/domain/pasted/date-orders";
import type { ColumnMark } from "@/lib/domain/pasted/decimal-marks";
import { openUnit } from "@/lib/domain/pasted/open-unit";
import { readingsIn } from "@/lib/domain/pasted/readings";
import { allOf } from "@/lib/domain/intl-formats";
import { fieldOf } from "@/lib/domain/paths";
import { contextOf } from "@/lib/domain/sides";
import type { Problem } from "@/lib/domain/record";
import type { SentPaste } from "../actions/paste-form";
import type { SourceMeant } from "../actions/paste-source";
import { shownProblems } from "./answers";
import { pasteFields } from "./paste-fields";
import { specWords } from "./spec-words";

interface Drawing {
  sent: SentPaste;
  table: PastedTable;
  records: readonly CheckedRecord[];
  saves: ReadonlyMap<CheckedRecord, PastedOutcome>;
  source: SourceMeant;
  word: ChoiceWord;
  /** By column, in which order its dates stand. */
  orders: readonly (ColumnOrder | null)[];
  /** By column, which is the decimal mark of its amounts. */
  marks: readonly (ColumnMark | null)[];
  /** By column, what a comma means in its lists. */
  commas: readonly (ColumnCommas | null)[];
  /** Whether dashes stand among its amounts. */
  hasDashes: boolean;
  /** Whether fiscal years are named by one year. */
  hasNamedFiscals: boolean;
}

/** The table as it was sent, where nothing can be said of it: nothing typed is lost. */
export function echoedGrid(sent: SentPaste): PasteGrid {
  const { headings, paths, units, every, done } = sent;
  const lines = sent.lines.map(({ number, cells, todo, asked }): PasteLine => ({
    ...{ number, cells, todo, asked, notes: [], reads: {}, was: {}, isPart: false, standing: null },
  }));
  const source = { ...sent.source, offers: [], isUnclear: false, problem: "" };
  const changeNote = sent.changeNote ?? "";
  const open = headings.map(() => null);
  return {
    ...{
      headings,
      paths,
      units,
      openUnits: open,
      orders: open,
      marks: open,
      commas: open,
      dash: { isAsked: false, meaning: sent.dash },
      fiscal: { isAsked: false, meaning: sent.fiscal },
      cleaned: "",
      every,
      lines,
      done,
      changeNote,
      source,
    },
    asksDoubts: false,
    missing: [],
  };
}

/** The table with all that is said of it, without the lines that are saved. */
export async function drawnGrid(drawing: Drawing): Promise<PasteGrid> {
  const { sent, records, saves, source } = drawing;
  const grid = echoedGrid(sent);
  const done: PasteDone[] = [...sent.done];
  const gone = new Set<number>();
  const [notes, labels] = await Promise.all([notesIn(drawing), labelsIn(drawing)]);
  const saying = { word: drawing.word, label: (path: string) => labels.get(path) ?? path };
  for (const record of records) {
    const outcome = saves.get(record)?.outcome;
    const [first = 0, ...parts] = record.lines;
    const line = grid.lines[first]!;
    if (outcome?.ok) {
      const { id, state } = outcome;
      const title = record.title.slice(0, 500);
      done.push({ line: line.number, href: hrefOf(sent.kind, id), title, state });
      for (const one of record.lines) gone.add(one);
      continue;
    }
    for (const part of parts) grid.lines[part]!.isPart = true;
    const known = record.standing ?? record.besides;
    line.standing = known && {
      ...{ id: known.id, version: known.version, title: known.title },
      href: hrefOf(sent.kind, known.id),
    };
    line.was = changesOf(drawing, record);
    for (const { line: at, column, reads } of readingsIn(kindOf(sent.kind), record, drawing.table, saying))
      grid.lines[at]!.reads[column] = reads;
    line.asked = outcome?.reason === "doubtful" ? outcome.doubts.map(({ key }) => key) : [];
  }
  const missing = missingInAll(drawing, notes);
  for (const { line, note, of } of notes) {
    const isAbove = note.column === null ? missing.includes(of?.path ?? "") : of?.code === "trade.whoReports";
    grid.lines[line]!.notes.push(isAbove ? { ...note, isSaidAbove: true } : note);
  }
  const asksDoubts = grid.lines.some(({ asked }) => asked.length > 0);
  const lines = grid.lines.filter((_, at) => !gone.has(at));
  return {
    ...{ ...grid, lines, done, source, asksDoubts, missing },
    openUnits: sent.units.map(openUnit),
    orders: [...drawing.orders],
    marks: [...drawing.marks],
    commas: [...drawing.commas],
    dash: { isAsked: drawing.hasDashes, meaning: sent.dash },
    fiscal: { isAsked: drawing.hasNamedFiscals, meaning: sent.fiscal },
    cleaned: await cleanedWords(drawing),
  };
}

/** What the columns are called, by their paths. */
async function labelsIn({ sent, table }: Drawing): Promise<ReadonlyMap<string, string>> {
  const fields = pasteFields(sent.kind, table.sides, await specWords());
  return new Map(fields.map(({ path, label }) => [path, label]));
}

/** What was made plain in the table, with the columns in which it stood; empty where nothing was. */
async function cleanedWords(drawing: Drawing): Promise<string> {
  const { sent } = drawing;
  const count = sent.cleaned.reduce((sum, one) => sum + one, 0);
  if (count === 0) return "";
  const [t, labels] = await Promise.all([getTranslations("desk.paste"), labelsIn(drawing)]);
  const columns = sent.cleaned.flatMap((one, at) =>
    one === 0
      ? []
      : [labels.get(sent.paths[at] ?? "") ?? (sent.headings[at] || t("column", { number: at + 1 }))],
  );
  return t("says.cleaned", { count, columns: allOf(columns, "en") });
}

const hrefOf = (kind: KindKey, id: string) => `/admin/${kinds[kind].path}/${id}`;

/** By column, what a record puts another value in the place of, in words. */
function changesOf(
  { sent, table, word }: Drawing,
  { changes, cells }: CheckedRecord,
): Record<number, string> {
  const { fields } = kindOf(sent.kind);
  return Object.fromEntries(
    changes.flatMap(({ path, was }) => {
      const at = cells.get(path);
      const value = fields[path]?.schema(contextOf(table.sides)).safeParse(was).data;
      const shown = value === undefined ? was : fields[path]!.show(value, { locale: "en", word });
      return at ? [[at.column, shown]] : [];
    }),
  );
}

interface Said {
  /** The line, by its place among those that were sent. */
  line: number;
  note: PasteNote;
  /** Of a problem or doubt, where and what it is. */
  of?: Problem;
}

/** All that is said of the lines. */
async function notesIn(drawing: Drawing): Promise<Said[]> {
  const { sent, records, saves } = drawing;
  const [t, labels] = await Promise.all([getTranslations("desk.paste.notes"), labelsIn(drawing)]);
  const isSaving = sent.intent !== "check";
  const said = records.map(async (record): Promise<Said[]> => {
    const outcome = saves.get(record)?.outcome;
    const [line = 0] = record.lines;
    const whole = (says: string, weight: PasteNote["weight"] = "mistake"): Said => ({
      line,
      note: { column: null, says, weight },
    });
    if (record.twin !== null) return [whole(t("twin", { line: (sent.lines[record.twin]?.number ?? 0) + 1 }))];
    if (outcome?.ok) return [];
    if (!outcome) {
      const isNew = isSaving && !drawing.source.isUnclear && record.standing !== null;
      const own = record.problems.filter(({ code }) => code !== "citations.none");
      return [
        ...(isNew ? [whole(t("nowStands"))] : []),
        ...(record.standing?.state === "changed" ? [whole(t("pending"), "doubt")] : []),
        ...(await placed(record, own, labels)),
        ...(await placed(record, record.doubts, labels, "doubt")),
      ];
    }
    switch (outcome.reason) {
      case "invalid":
        return placed(record, outcome.problems, labels);
      case "doubtful":
        return placed(record, outcome.doubts, labels, "doubt");
      case "stale":
        return [whole(t("stale", { name: outcome.by }))];
      case "blocked":
        return [whole(t("blocked"))];
      case "missing":
        return [whole(t("gone"))];
    }
  });
  return (await Promise.all(said)).flat();
}

/** The fields that have no column and that every record lacks: asked once, for every line. */
function missingInAll({ records }: Drawing, notes: readonly Said[]): string[] {
  const lacks = notes.flatMap(({ note, of }) =>
    of?.code === "required" && note.column === null ? [of.path] : [],
  );
  return [...new Set(lacks)].filter(
    (path) => records.length > 1 && lacks.filter((one) => one === path).length === records.length,
  );
}

/** Problems or doubts beside the cells that they speak of; those of no cell beside the record's first line. */
async function placed(
  { lines: [first = 0], cells }: CheckedRecord,
  problems: readonly Problem[],
  labels: ReadonlyMap<string, string>,
  as?: "doubt",
): Promise<Said[]> {
  const shown = await shownProblems(problems);
  return problems.map(({ path, code }, at): Said => {
    const place = cells.get(path) ?? null;
    const label = labels.get(fieldOf(path));
    const message = shown[at]!.message;
    return {
      of: problems[at]!,
      line: place?.line ?? first,
      note: {
        column: place?.column ?? null,
        says: place || !label ? message : `${label}: ${message}`,
        weight: as ?? (missingCodes.has(code) ? "missing" : "mistake"),
      },
    };
  });
}

/** What a draft can do without. */
const missingCodes: ReadonlySet<string> = new Set(["required", "citations.none"]);
