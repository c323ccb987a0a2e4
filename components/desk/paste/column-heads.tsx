"use client";
import { useWords } from "../form/form-context";
import { commaMeanings } from "@/lib/domain/pasted/comma-meanings";
import { AskedOnce } from "./asked-once";
import type { PasteField, PasteGrid } from "./paste-state";

/** Whether a column of the table, or what holds for every line, says what another column waits for. */
function isTold({ from, values }: NonNullable<PasteField["follows"]>, grid: PasteGrid): boolean {
  return grid.paths.includes(from) || values.includes(grid.every[from] ?? "");
}

/** Above each column its heading as the table has it, what it is taken for, what its amounts are in and which is their decimal mark, and in which order its dates stand. */
export function ColumnHeads({ fields, grid }: { fields: PasteField[]; grid: PasteGrid }) {
  const word = useWords();
  return (
    <thead>
      <tr>
        <th scope="col">{word("paste.line")}</th>
        {grid.paths.map((path, at) => {
          const heading = grid.headings[at] || word("paste.column", { number: at + 1 });
          const [order, mark, commas] = [grid.orders[at], grid.marks[at], grid.commas[at]];
          const { isSum = false, follows } = fields.find((field) => field.path === path) ?? {};
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
                <Unit
                  name={`unit.${at}`}
                  label={word("paste.unitOf", { heading })}
                  unit={grid.units[at] ?? ""}
                  choices={grid.openUnits[at] ?? null}
                />
              ) : (
                <input type="hidden" name={`unit.${at}`} value={grid.units[at]} />
              )}
              {order && (
                <AskedOnce
                  name={`order.${at}`}
                  label={word("paste.orderOf", { heading })}
                  words="paste.orders"
                  options={["dayFirst", "monthFirst"]}
                  value={order.order}
                  by={order.by}
                  isMixed={order.isMixed}
                />
              )}
              {mark && (
                <AskedOnce
                  name={`mark.${at}`}
                  label={word("paste.markOf", { heading })}
                  words="paste.marks"
                  options={["comma", "point"]}
                  value={mark.mark && (mark.mark === "," ? "comma" : "point")}
                  by={mark.by}
                  isMixed={mark.isMixed}
                />
              )}
              {commas && (
                <AskedOnce
                  name={`comma.${at}`}
                  label={word("paste.commasOf", { heading })}
                  words="paste.commas"
                  options={commaMeanings}
                  value={commas.meaning}
                  by={commas.by}
                  isMixed={false}
                />
              )}
              {follows && !isTold(follows, grid) && (
                <p id={`follows-${at}`} className="paste-order">
                  {word("paste.whoReports")}
                </p>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface UnitProps {
  name: string;
  label: string;
  unit: string;
  /** What it may be where that is open, empty where it cannot be read; null where it is sure. */
  choices: readonly string[] | null;
}

/** What a column's amounts are in; where that can be read in two ways, it is asked once for all of them. */
function Unit({ name, label, unit, choices }: UnitProps) {
  const word = useWords();
  const isOpen = choices !== null;
  const shared = {
    ...{ name, "aria-label": label, "aria-invalid": isOpen || undefined, className: "control mt-1" },
    "aria-describedby": isOpen ? `asks-${name}` : undefined,
  };
  return (
    <>
      {choices && choices.length > 0 ? (
        <select {...shared} defaultValue={unit}>
          <option value={unit}>{word("paste.units.choose", { unit })}</option>
          {choices.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      ) : (
        <input {...shared} defaultValue={unit} placeholder={word("paste.unitHelp")} />
      )}
      {choices && (
        <p id={`asks-${name}`} className="paste-order">
          {word(choices.length > 0 ? "paste.units.open" : "paste.units.unread")}
        </p>
      )}
    </>
  );
}
