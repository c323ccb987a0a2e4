"use client";
/** What is said above a form's fields: what became of its last save, and what others did meanwhile. */
import type { ReactNode } from "react";
import type { Typed } from "@/lib/domain/fields/field";
import { moveOf } from "@/lib/domain/lifecycle";
import type { Intent, ShownProblem, WriteAnswer } from "./answer";
import { Conflict } from "./conflict";
import { ProblemList } from "./error-summary";
import { useWords } from "./form-context";
import { labelAt } from "./form-paths";
import type { FormSpec } from "./form-spec";
import { TakenIn, TrashedMeanwhile } from "./record-changed";
import { RefusalNotice } from "./refusal-notice";
import type { Asked, Settled, Stale } from "./use-conflict";
import type { Said } from "./use-saving";

interface FormNoticesProps {
  spec: FormSpec;
  said: Said | null;
  /** The answer to the last save, also to one without scripts. */
  answer: WriteAnswer | null;
  /** A conflict that waits for the editor. */
  asked: Asked | null;
  /** What is wrong, without what was put right since. */
  problems: readonly ShownProblem[];
  warnings: readonly ShownProblem[];
  /** What was taken in of another's change, without a question. */
  takenIn: Settled | null;
  /** What the form showed when it was sent. */
  shown: Typed;
  /** The conflict is settled; whether to go on with what was asked then. */
  onSettle: (settled: Settled, andGoOn: boolean) => void;
  onRestore: (stale: Stale) => void;
  onRetry: (intent: Intent) => void;
  onSaveAnew: () => void;
  /** What this browser kept and offers back. */
  children: ReactNode;
}

/** The notices above a form's fields. */
export function FormNotices(props: FormNoticesProps) {
  const { spec, said, answer, asked, problems, warnings, takenIn, shown, children } = props;
  const word = useWords();
  const intent = said?.intent ?? "save";
  const refusal = answer && !answer.ok ? answer : null;
  const isPublished = answer?.ok && moveOf[answer.intent] === "publish";
  return (
    <>
      {asked && (
        <Conflict
          key={asked.stale.version}
          asked={asked}
          spec={spec}
          intent={intent}
          onSettle={props.onSettle}
        />
      )}
      {refusal?.reason === "stale" && refusal.state === "trashed" && (
        <TrashedMeanwhile stale={refusal} onRestore={() => props.onRestore(refusal)} />
      )}
      {refusal && refusal.reason !== "stale" && (
        <RefusalNotice
          refusal={refusal.reason === "invalid" ? { ...refusal, problems: [...problems] } : refusal}
          fields={spec.fields}
          typed={shown}
          intent={intent}
          onRetry={props.onRetry}
          onSaveAnew={props.onSaveAnew}
        />
      )}
      {refusal?.cleaned && (
        <section className="notice" role="status">
          <p>{word("madePlain")}</p>
          <ProblemList fields={spec.fields} typed={shown} problems={refusal.cleaned} />
        </section>
      )}
      {children}
      {takenIn && (
        <TakenIn
          stale={takenIn.stale}
          labels={takenIn.taken.map((key) => labelAt(spec.fields, key, takenIn.typed))}
        />
      )}
      {warnings.length > 0 && (
        <section className="notice notice-warn" role="status">
          <p>{word(isPublished ? "publishedWarnings" : "warnings")}</p>
          <ProblemList fields={spec.fields} typed={shown} problems={[...warnings]} />
        </section>
      )}
    </>
  );
}
