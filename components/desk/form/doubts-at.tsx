"use client";
import { createContext, useContext } from "react";
import type { ShownDoubt } from "./answer";
import { useWords } from "./form-context";
import { controlId } from "./form-paths";

const DoubtsContext = createContext<readonly ShownDoubt[]>([]);

/** Tells the fields of a form what is doubtful about what is typed in them. */
export const DoubtsProvider = DoubtsContext.Provider;

/** The doubts at exactly this path. */
export function useDoubtsAt(path: string): readonly ShownDoubt[] {
  return useContext(DoubtsContext).filter((doubt) => doubt.path === path);
}

/** The id of what is said of doubts at a path, for controls to be described by. */
export const doubtsId = (path: string) => `${controlId(path)}-doubt`;

/** What is doubtful at a path, each with the record that it names. */
export function DoubtsAt({ path, doubts }: { path: string; doubts: readonly ShownDoubt[] }) {
  if (doubts.length === 0) return null;
  return (
    <ul id={doubtsId(path)} role="status" className="field-doubts">
      {doubts.map((doubt) => (
        <li key={`${doubt.message} ${doubt.other?.href}`}>
          {doubt.message} <OtherRecord doubt={doubt} />
        </li>
      ))}
    </ul>
  );
}

/** The record that a doubt names, in a tab of its own: what is typed stays. */
export function OtherRecord({ doubt: { other } }: { doubt: ShownDoubt }) {
  const word = useWords();
  if (!other?.href) return null;
  return (
    <a href={other.href} target="_blank" rel="noreferrer" aria-label={word("open", { title: other.title })}>
      {word("doubts.other")}
    </a>
  );
}
