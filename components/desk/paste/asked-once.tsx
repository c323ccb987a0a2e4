"use client";
import { useWords } from "../form/form-context";

interface AskedOnceProps {
  /** The name of what is sent. */
  name: string;
  /** What is chosen, for those who do not see the column's head. */
  label: string;
  /** The key of its words under `paste`: those of each option, of what its cells show, and of what is open. */
  words: string;
  options: readonly string[];
  /** What holds for the column; null while it is open. */
  value: string | null;
  by: "told" | "cells" | null;
  isMixed: boolean;
}

/** How a column's cells are to be read: as the table shows it or as it is told, once for all of them. */
export function AskedOnce({ name, label, words, options, value, by, isMixed }: AskedOnceProps) {
  const word = useWords();
  const isOpen = value === null;
  return (
    <>
      <select
        name={name}
        defaultValue={by === "told" ? (value ?? "") : ""}
        aria-label={label}
        aria-describedby={isOpen ? `asks-${name}` : undefined}
        aria-invalid={isOpen || undefined}
        className="control mt-1"
      >
        <option value="">{word(by === "cells" ? `${words}.found.${value}` : `${words}.choose`)}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {word(`${words}.${option}`)}
          </option>
        ))}
      </select>
      {isOpen && (
        <p id={`asks-${name}`} className="paste-order">
          {word(`${words}.${isMixed ? "mixed" : "open"}`)}
        </p>
      )}
    </>
  );
}
