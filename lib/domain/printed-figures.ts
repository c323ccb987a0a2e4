/** Figures as statistical tables print them, typed or pasted into a form: "64.6p", "(e) 12.3", "90.9¹", "n/a". */
import type { Field, Fields } from "./fields/fields";
import { type Typed, typedRows } from "./fields/typed";
import type { Kind } from "./kinds/define-kind";
import { type FigureStanding, withoutMark } from "./kinds/figure-standing";
import { below } from "./paths";
import { figureAlone } from "./pasted/footnotes";
import { isNotKnown } from "./pasted/nothing-said";
import type { Problem } from "./record";

export interface PrintedFigure {
  /** The sum as it is typed, without what tables print beside it; empty where it is said not to be known. */
  figure: string;
  /** What its mark says of how sure it is; null where it has none. */
  standing: FigureStanding | null;
  /** It is said not to be known. */
  isUnknown: boolean;
}

/** Reads a figure as it is printed. Only one whose standing the record keeps (`isMarked`) may have the mark of it. */
export function printedFigure(typed: string, { isMarked }: { isMarked: boolean }): PrintedFigure {
  if (isNotKnown(typed) && typed.trim() !== "") return { figure: "", standing: null, isUnknown: true };
  const alone = figureAlone(typed);
  const { figure, standing } = isMarked ? withoutMark(alone) : { figure: alone, standing: null };
  // A footnote's mark may stand on either side of the other.
  const plain = figure === alone ? figure : figureAlone(figure);
  return { figure: plain === typed.trim() ? typed : plain, standing, isUnknown: false };
}

/** What was typed with its printed figures read, and a notice for each that loses something by that. */
export function withFiguresRead(
  { fields, marked = {} }: Kind,
  typed: Typed,
): { typed: Typed; notices: Problem[] } {
  const notices: Problem[] = [];
  const read: Record<string, Typed[string]> = { ...typed };
  for (const [key, field] of Object.entries(fields)) {
    const value = typed[key];
    if (field.kind === "rows") {
      if (hasSums(field.of) && value !== undefined)
        read[key] = typedRows(value).map((row) => readRow(field.of, row, key, notices));
      continue;
    }
    const beside = marked[key];
    const found = printedIn(field, value, beside !== undefined);
    if (!found) continue;
    read[key] = found.figure;
    if (beside !== undefined && found.standing) read[beside] = found.standing;
    const notice = noticeOf(key, found);
    if (notice) notices.push(notice);
  }
  return { typed: read, notices };
}

const isSum = (field: Field) => field.kind === "decimal" && field.money;
const hasSums = (fields: Fields) => Object.values(fields).some(isSum);

function readRow(fields: Fields, row: Typed, at: string, notices: Problem[]): Typed {
  const read: Record<string, Typed[string]> = { ...row };
  for (const [key, field] of Object.entries(fields)) {
    const found = printedIn(field, row[key], false);
    if (!found) continue;
    read[key] = found.figure;
    const notice = noticeOf(below(at, typeof row.id === "string" ? row.id : "", key), found);
    if (notice) notices.push(notice);
  }
  return read;
}

/** How a typed sum is read where it is printed otherwise than as a sum alone; null for any other value. */
function printedIn(field: Field, value: Typed[string] | undefined, isMarked: boolean): PrintedFigure | null {
  if (!isSum(field) || typeof value !== "string" || value === "") return null;
  const found = printedFigure(value, { isMarked });
  return found.figure === value ? null : found;
}

function noticeOf(path: string, { standing, isUnknown }: PrintedFigure): Problem | null {
  if (isUnknown) return { path, code: "decimal.readAsUnknown" };
  return standing ? { path, code: `decimal.readAs.${standing}` } : null;
}
