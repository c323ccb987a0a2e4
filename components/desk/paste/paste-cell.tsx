"use client";
import { useWords } from "../form/form-context";
import { PasteNotes } from "./paste-notes";
import type { PasteNote } from "./paste-state";
import type { PasteColumnHead } from "./paste-line";

interface PasteCellProps {
  line: number;
  at: number;
  column: PasteColumnHead;
  value: string;
  notes: PasteNote[];
  /** The id of what says how it reads. */
  readBy: string | undefined;
}

/** Longer texts are edited in a field that shows them whole. */
const longestLine = 40;

/** Columns are as wide as their cells need to be read, up to that. */
function widthOf({ length }: string): string {
  return length > 22 ? "paste-wide" : length > 12 ? "paste-middle" : "";
}

/** A cell to edit, with what is said of it. */
export function PasteCell({ line, at, column: { field, label }, value, notes, readBy }: PasteCellProps) {
  const word = useWords();
  const id = `note-${line}-${at}`;
  const saidAt = new Set(notes.map(({ isSaidAbove }) => (isSaidAbove ? `follows-${at}` : id)));
  const shared = {
    name: `cell.${line}.${at}`,
    defaultValue: value,
    "aria-label": word("paste.cell", { column: label, line: line + 1 }),
    "aria-describedby": [...saidAt, readBy].filter(Boolean).join(" ") || undefined,
    "aria-invalid": notes.some(({ weight }) => weight === "mistake") || undefined,
  };
  const isLong = value.length > longestLine || value.includes("\n");
  return (
    <>
      {isLong ? (
        <textarea {...shared} rows={2} className="control paste-long" />
      ) : (
        <input
          {...shared}
          list={field?.options ? `paste-options-${field.path.replace("/", "-")}` : undefined}
          size={Math.max(6, Math.min(value.length + 2, 24))}
          className={`control ${field?.isSum ? "control-amount" : widthOf(value)}`}
        />
      )}
      <PasteNotes id={id} notes={notes} />
    </>
  );
}
