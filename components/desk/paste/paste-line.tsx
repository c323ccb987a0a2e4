"use client";
import { useWords } from "../form/form-context";
import { PasteCell } from "./paste-cell";
import { PasteNotes } from "./paste-notes";
import type { PasteField, PasteLine } from "./paste-state";

export interface PasteColumnHead {
  field: PasteField | undefined;
  label: string;
}

interface PasteLineRowProps {
  line: PasteLine;
  columns: PasteColumnHead[];
  isOpen: boolean;
  onOpen: () => void;
}

/** A line of the table: what becomes of it, then its cells. One that is not open sends its cells by one input. */
export function PasteLineRow({ line, columns, isOpen, onOpen }: PasteLineRowProps) {
  const { number, cells, notes, reads, was, asked, standing } = line;
  const word = useWords();
  const own = notes.filter(({ column }) => column === null);
  return (
    <tr className={line.todo === "skip" ? "paste-skipped" : undefined}>
      <th scope="row">
        <span className="paste-number">{number + 1}</span>{" "}
        {line.isPart ? <span className="text-muted">{word("paste.part")}</span> : <Todo line={line} />}
        {standing && (
          <a href={standing.href} target="_blank" rel="noreferrer" className="paste-standing">
            {standing.title}
          </a>
        )}
        <input
          type="hidden"
          name={`seen.${number}`}
          value={standing ? `${standing.id}:${standing.version}` : ""}
        />
        <input type="hidden" name={`asked.${number}`} value={asked.join(" ")} />
        <PasteNotes id={`note-${number}`} notes={own} />
        {!isOpen && (
          <>
            <input type="hidden" name={`fold.${number}`} value={JSON.stringify(cells)} />
            <button
              type="button"
              className="btn-quiet"
              aria-label={word("paste.edit", { line: number + 1 })}
              onClick={onOpen}
            >
              {word("edit")}
            </button>
          </>
        )}
      </th>
      {columns.map((column, at) => {
        const said = notes.filter((note) => note.column === at);
        return (
          <td key={at} data-label={column.label}>
            {isOpen ? (
              <PasteCell
                line={number}
                at={at}
                column={column}
                value={cells[at] ?? ""}
                notes={said}
                readBy={reads[at] === undefined ? undefined : `reads-${number}-${at}`}
              />
            ) : (
              cells[at]
            )}
            {reads[at] !== undefined && (
              <p id={`reads-${number}-${at}`} className="paste-was">
                {word("reads", { date: reads[at] })}
              </p>
            )}
            {was[at] !== undefined && (
              <p className="paste-was">{word("paste.was", { was: was[at] || word("paste.nothing") })}</p>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function Todo({ line: { number, todo, standing } }: { line: PasteLine }) {
  const word = useWords();
  return (
    <select
      name={`do.${number}`}
      defaultValue={todo}
      aria-label={word("paste.todo", { line: number + 1 })}
      className="control paste-todo"
    >
      <option value="auto">{word(standing ? "paste.todos.update" : "paste.todos.add")}</option>
      {standing && <option value="add">{word("paste.todos.addAnyway")}</option>}
      <option value="skip">{word("paste.todos.skip")}</option>
    </select>
  );
}
