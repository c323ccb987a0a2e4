"use client";
import type { ReactNode } from "react";
import { useWords } from "../../form/form-context";

export type RowTool = "open" | "fold" | "up" | "down" | "remove";

interface RowToolsProps {
  /** What the row is called: "Meeting 2". */
  name: string;
  /** What is in it, where its fields are not open. */
  summary?: ReactNode;
  isFirst: boolean;
  isLast: boolean;
  /** Whether its fields are shown, where that can be changed. */
  isOpen?: boolean | undefined;
  onTool: (tool: RowTool) => void;
}

/** A row's name and its buttons. */
export function RowTools({ name, summary, isFirst, isLast, isOpen, onTool }: RowToolsProps) {
  const word = useWords();
  const tool = (one: RowTool, label: string, text: string, isOff = false) => (
    <button
      type="button"
      className="btn-quiet"
      data-tool={one}
      disabled={isOff}
      aria-label={label}
      aria-expanded={one === "open" || one === "fold" ? isOpen : undefined}
      onClick={() => onTool(one)}
    >
      {text}
    </button>
  );
  return (
    <div className="row-tools">
      <span className="row-name" aria-hidden="true">
        {name}
      </span>
      {summary}
      {isOpen === false && tool("open", word("openRow", { row: name }), word("edit"))}
      {isOpen && tool("fold", word("foldRow", { row: name }), word("fold"))}
      {tool("up", word("up", { row: name }), "↑", isFirst)}
      {tool("down", word("down", { row: name }), "↓", isLast)}
      {tool("remove", word("removeRowOf", { row: name }), word("removeRow"))}
    </div>
  );
}
