"use client";
import { foldRows } from "@/lib/domain/folded-rows";
import { useWords } from "../../form/form-context";
import type { SpecOf } from "../specs";
import type { PlacedRow } from "./runs-of";
import { RowSummary } from "./row-summary";
import { RowTools, type RowTool } from "./row-tools";

interface FoldedRowsProps {
  spec: SpecOf<"rows">;
  /** The path of the field. */
  path: string;
  /** Rows that follow one another. */
  rows: readonly PlacedRow[];
  /** How many rows the whole field has. */
  count: number;
  /** Rows from this place on do not even have a line. */
  shown: number;
  nameOf: (index: number) => string;
  onTool: (id: string, tool: RowTool) => void;
  onShow: (first: PlacedRow) => void;
}

/** Rows that are not open: a line for each of the first, a button for the rest, and one input that sends all. */
export function FoldedRows({ spec, path, rows, count, shown, nameOf, onTool, onShow }: FoldedRowsProps) {
  const word = useWords();
  const lines = rows.filter(({ index }) => index < shown);
  const rest = rows.slice(lines.length);
  const [first, last] = [rest[0], rest.at(-1)];
  return (
    <>
      <input
        type="hidden"
        name={path}
        value={foldRows(rows.map(({ key, item }) => ({ ...item, id: key })))}
      />
      {lines.map(({ key, item, index }) => (
        <div key={key} data-row={key} className="row row-folded" role="group" aria-label={nameOf(index)}>
          <RowTools
            name={nameOf(index)}
            summary={<RowSummary spec={spec} item={item} />}
            isFirst={index === 0}
            isLast={index === count - 1}
            isOpen={false}
            onTool={(tool) => onTool(key, tool)}
          />
        </div>
      ))}
      {first && last && (
        <p className="mb-3">
          <button type="button" className="btn" onClick={() => onShow(first)}>
            {word("showRows", { first: nameOf(first.index), last: last.index + 1 })}
          </button>
        </p>
      )}
    </>
  );
}
