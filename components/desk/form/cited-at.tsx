"use client";
import { controlId } from "./form-paths";
import { useForm, useWords } from "./form-context";
import type { CitationMark } from "./cited-by";

const none: readonly CitationMark[] = [];

/** The citations that support the value at a path. */
export function useCitedAt(path: string): readonly CitationMark[] {
  return useForm().cited[path] ?? none;
}

/** The id of the mark beside a value, for its control to be described by. */
export const citedId = (path: string) => `${controlId(path)}-cited`;

/** So many citations are named beside a value; the others stand among the record's citations. */
const named = 6;

/** Names the citations that support the value at a path, each leading to it; nothing where there are none. */
export function CitedAt({ path }: { path: string }) {
  const word = useWords();
  const marks = useCitedAt(path);
  if (marks.length === 0) return null;
  const more = marks.length - named;
  return (
    <p id={citedId(path)} className="field-help field-cited">
      {word("citedBy")}{" "}
      {marks.slice(0, named).map(({ number, title, states, href }, index) => (
        <span key={number}>
          {index > 0 && "; "}
          <a href={href} title={title || undefined}>
            {title ? word("citedAs", { number, title: shortened(title) }) : word("citedUnnamed", { number })}
          </a>
          {states && ` (${word("citedOtherwise", { states: shortened(states) })})`}
        </span>
      ))}
      {more > 0 && (
        <>
          {"; "}
          <a href={`#${controlId("citations")}`}>{word("citedMore", { count: more })}</a>
        </>
      )}
    </p>
  );
}

/** So much of a title tells which it is. */
const longestTitle = 40;

function shortened(title: string): string {
  return title.length > longestTitle ? `${title.slice(0, longestTitle).toWellFormed().trimEnd()}…` : title;
}
