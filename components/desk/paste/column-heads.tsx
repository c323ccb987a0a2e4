"use client";
import { useWords } from "../form/form-context";
import type { ColumnOrder } from "@/lib/domain/pasted/date-orders";
import type { PasteField, PasteGrid } from "./paste-state";

/** Above each column its heading as the table has it, what it is taken for, what its amounts are in, and in which order its dates stand. */
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
              <OrderOfDates at={at} heading={heading} found={grid.orders[at] ?? null} />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface OrderOfDatesProps {
  at: number;
  heading: string;
  /** Null where no date of the column can be read in two orders. */
  found: ColumnOrder | null;
}

/** In which order the dates of a column stand: as its cells show it or as it is told, once for all of them. */
function OrderOfDates({ at, heading, found }: OrderOfDatesProps) {
  const word = useWords();
  if (!found) return null;
  const { order, by, isMixed } = found;
  const isOpen = order === null;
  return (
    <>
      <select
        name={`order.${at}`}
        defaultValue={by === "told" ? (order ?? "") : ""}
        aria-label={word("paste.orderOf", { heading })}
        aria-describedby={isOpen ? `order-${at}` : undefined}
        aria-invalid={isOpen || undefined}
        className="control mt-1"
      >
        <option value="">
          {word(by === "cells" ? `paste.orders.found.${order}` : "paste.orders.choose")}
        </option>
        <option value="dayFirst">{word("paste.orders.dayFirst")}</option>
        <option value="monthFirst">{word("paste.orders.monthFirst")}</option>
      </select>
      {isOpen && (
        <p id={`order-${at}`} className="paste-order">
          {word(isMixed ? "paste.orders.mixed" : "paste.orders.open")}
        </p>
      )}
    </>
  );
}
