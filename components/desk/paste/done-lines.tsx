"use client";
import { useWords } from "../form/form-context";
import type { PasteDone } from "./paste-state";

/** The lines that are saved, each with the way to its record. */
export function DoneLines({ done }: { done: PasteDone[] }) {
  const word = useWords();
  if (done.length === 0) return null;
  return (
    <section aria-labelledby="paste-done">
      <h2 id="paste-done">{word("paste.done")}</h2>
      <ul className="entry-lines">
        {done.map(({ line, href, title, state }) => (
          <li key={`${line} ${href}`}>
            <a href={href}>{title || word("paste.doneLine", { line: line + 1 })}</a>
            <span className="side-line">
              {word("paste.doneLine", { line: line + 1 })} · {word(`paste.states.${state}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
