"use client";
import type { Typed } from "@/lib/domain/fields/typed";
import type { WriteRefusal } from "./answer";
import { OtherRecord } from "./doubts-at";
import { ProblemLink } from "./error-summary";
import { useWords } from "./form-context";
import type { FieldSpec } from "./form-spec";

interface DoubtNoticeProps {
  refusal: Extract<WriteRefusal, { reason: "doubtful" }>;
  fields: FieldSpec[];
  /** What the form shows. */
  typed: Typed;
}

/** What is asked once before publication: each doubt with a way to its field, and the button that confirms them all. */
export function DoubtNotice({ refusal: { doubts }, fields, typed }: DoubtNoticeProps) {
  const word = useWords();
  return (
    <section id="refusal" tabIndex={-1} className="notice notice-warn" role="alert" aria-labelledby="doubts">
      <h2 id="doubts">{word("doubts.title")}</h2>
      <p>{word("doubts.help")}</p>
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt.key}>
            <ProblemLink fields={fields} typed={typed} problem={doubt} /> <OtherRecord doubt={doubt} />
          </li>
        ))}
      </ul>
      {/* Which doubts were read: others that arise meanwhile are asked anew. */}
      <input type="hidden" name="_confirmed" value={doubts.map(({ key }) => key).join(" ")} />
      <button name="_intent" value="publish-confirmed" className="btn-main">
        {word("doubts.publish")}
      </button>
    </section>
  );
}
