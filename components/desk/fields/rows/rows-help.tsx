"use client";
import { useWords } from "../../form/form-context";
import type { RowHelp } from "../help";

/** Above the rows of a field, once for all of them: what helps with their fields. */
export function RowsHelp({ helps }: { helps: readonly RowHelp[] }) {
  const word = useWords();
  return helps.map(({ id, labels, text }) => (
    <p key={id} id={id} className="field-help">
      {word("rowHelp", { labels: labels.join(", "), text })}
    </p>
  ));
}
