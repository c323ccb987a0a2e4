"use client";
import { useWords } from "../form/form-context";
import type { PasteNote } from "./paste-state";

/** What is said of a cell or a line and not above it already: what it is, then in words. */
export function PasteNotes({ id, notes: all }: { id: string; notes: PasteNote[] }) {
  const word = useWords();
  const notes = all.filter(({ isSaidAbove }) => !isSaidAbove);
  if (notes.length === 0) return null;
  return (
    <ul id={id} className="paste-notes">
      {notes.map(({ says, weight }) => (
        <li key={`${weight} ${says}`} className={`paste-note-${weight}`}>
          <b>{word(`paste.${weight}`)}</b> {says}
        </li>
      ))}
    </ul>
  );
}
