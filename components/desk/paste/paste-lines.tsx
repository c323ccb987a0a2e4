"use client";
import { useState } from "react";
import { useWords } from "../form/form-context";
import { ColumnHeads } from "./column-heads";
import { PasteLineRow } from "./paste-line";
import type { PasteField, PasteGrid } from "./paste-state";

/** So many lines begin open. Of the further ones those that something is said of do: others open when they are to be edited. */
const opened = 60;
/** More lines of which something is said are not opened at once. */
const openedWithNotes = 100;

/** The table itself: every cell an input, with what is said of it below. */
export function PasteLines({ fields, grid }: { fields: PasteField[]; grid: PasteGrid }) {
  const word = useWords();
  const [open, setOpen] = useState<ReadonlySet<number>>(() => {
    const noted = grid.lines.filter(({ notes }) => notes.length > 0).slice(0, openedWithNotes);
    return new Set([...grid.lines.slice(0, opened), ...noted].map(({ number }) => number));
  });
  const byPath = new Map(fields.map((field) => [field.path, field]));
  const columns = grid.paths.map((path, at) => {
    const field = byPath.get(path);
    return { field, label: field?.label ?? (grid.headings[at] || word("paste.column", { number: at + 1 })) };
  });
  const offered = new Map(
    columns.flatMap(({ field }) => (field?.options ? [[field.path, field.options]] : [])),
  );
  return (
    <div className="table-frame">
      {[...offered].map(([path, options]) => (
        <datalist key={path} id={`paste-options-${path.replace("/", "-")}`}>
          {options.map(({ value, label }) => (
            <option key={value} value={label} />
          ))}
        </datalist>
      ))}
      <table className="desk-table paste-table">
        <caption className="sr-only">{word("paste.caption")}</caption>
        <ColumnHeads fields={fields} grid={grid} />
        <tbody>
          {grid.lines.map((line) => (
            <PasteLineRow
              key={line.number}
              line={line}
              columns={columns}
              isOpen={open.has(line.number)}
              onOpen={() => setOpen(new Set([...open, line.number]))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
