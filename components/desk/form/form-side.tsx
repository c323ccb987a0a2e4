"use client";
import type { ReactNode } from "react";
import type { Typed } from "@/lib/domain/fields/typed";
import type { ShownDoubt } from "./answer";
import { OtherRecord } from "./doubts-at";
import { ProblemLink } from "./error-summary";
import { useWords } from "./form-context";
import type { FieldSpec } from "./form-spec";

interface FormSideProps {
  fields: FieldSpec[];
  /** What the form shows. */
  typed: Typed;
  doubts: readonly ShownDoubt[];
  /** What the page has beside the form, such as versions and references. */
  children: ReactNode;
}

/** Beside a form, or below it where there is no room: every doubt about what is typed, and what the page has of the record. */
export function FormSide({ fields, typed, doubts, children }: FormSideProps) {
  const word = useWords();
  return (
    <aside aria-label={word("side")} className="record-side">
      {/* Not told as it changes: each doubt is told where it stands. */}
      <section aria-labelledby="all-doubts">
        <h2 id="all-doubts">{word("doubts.side")}</h2>
        {doubts.length === 0 ? (
          <p className="text-muted">{word("doubts.none")}</p>
        ) : (
          <ul>
            {doubts.map((doubt) => (
              <li key={`${doubt.path} ${doubt.message} ${doubt.other?.href}`} className="side-doubt">
                <ProblemLink fields={fields} typed={typed} problem={doubt} /> <OtherRecord doubt={doubt} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {children}
    </aside>
  );
}
