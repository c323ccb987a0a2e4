"use client";
import { useWords } from "../form/form-context";
import type { PasteField, PasteGrid } from "./paste-state";

/** Above each column its heading as the table has it, what it is taken for, and what its amounts are in. */
export function ColumnHeads({ fields, grid }: { fields: PasteField[]; grid: PasteGrid }) {
  const word = useWords();
  return (
    <thead>
      <tr>
        <th scope="col">{word("paste.line")}</th>
        {grid.paths.map((path, at) => {
          const heading = grid.headings[at] || word("paste.column", { number: at + 1 });
          const isSum = fields.some((field) => field.path === path && field.isSum);
          return (
            // Columns have no other name than their place.
            <th key={at} scope="col">
              <span className="paste-heading">{heading}</span>
              <input type="hidden" name={`head.${at}`} value={grid.headings[at]} />
              <select
                name={`col.${at}`}
                defaultValue={path}
                aria-label={word("paste.columnOf", { heading })}
                className="control"
              >
                <option value="">{word("paste.leftOut")}</option>
                {fields.map((field) => (
                  <option key={field.path} value={field.path}>
                    {field.label}
                  </option>
                ))}
              </select>
              {isSum ? (
                <input
                  name={`unit.${at}`}
                  defaultValue={grid.units[at]}
                  aria-label={word("paste.unitOf", { heading })}
                  placeholder={word("paste.unitHelp")}
                  className="control mt-1"
                />
              ) : (
                <input type="hidden" name={`unit.${at}`} value={grid.units[at]} />
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
