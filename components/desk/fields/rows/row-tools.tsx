"use client";
import { useWords } from "../../form/form-context";

interface RowToolsProps {
  /** What the row is called: "Meeting 2". */
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** A row's name and its buttons. */
export function RowTools({ name, isFirst, isLast, onMove, onRemove }: RowToolsProps) {
  const word = useWords();
  return (
    <div className="row-tools">
      <span className="row-name" aria-hidden="true">
        {name}
      </span>
      <button
        type="button"
        className="btn-quiet"
        data-tool="up"
        disabled={isFirst}
        aria-label={word("up", { row: name })}
        onClick={() => onMove(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        className="btn-quiet"
        data-tool="down"
        disabled={isLast}
        aria-label={word("down", { row: name })}
        onClick={() => onMove(1)}
      >
        ↓
      </button>
      <button
        type="button"
        className="btn-quiet"
        data-tool="remove"
        aria-label={word("removeRowOf", { row: name })}
        onClick={onRemove}
      >
        {word("removeRow")}
      </button>
    </div>
  );
}
