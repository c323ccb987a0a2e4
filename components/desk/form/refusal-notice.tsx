"use client";
import type { Typed } from "@/lib/domain/fields/typed";
import type { Intent, WriteRefusal } from "./answer";
import { moveOf } from "@/lib/domain/lifecycle";
import { DoubtNotice } from "./doubt-notice";
import { ErrorSummary } from "./error-summary";
import { RecordLink } from "../record-link";
import { useWords } from "./form-context";
import type { FieldSpec } from "./form-spec";

interface RefusalNoticeProps {
  refusal: Exclude<WriteRefusal, { reason: "stale" }>;
  fields: FieldSpec[];
  /** What the form shows. */
  typed: Typed;
  intent: Intent;
  onRetry: (intent: Intent) => void;
  /** Saves what was typed as another record. */
  onSaveAnew: () => void;
}

/** Why a save was refused, in a sentence, and what can be done. A stale one has a notice of its own. */
export function RefusalNotice({ refusal, fields, typed, intent, onRetry, onSaveAnew }: RefusalNoticeProps) {
  const word = useWords();
  if (refusal.reason === "invalid")
    return (
      <ErrorSummary
        fields={fields}
        typed={typed}
        problems={refusal.problems}
        became={!refusal.made ? "notSaved" : moveOf[intent] === "publish" ? "draftSaved" : "keptAsTyped"}
      />
    );
  if (refusal.reason === "doubtful") return <DoubtNotice refusal={refusal} fields={fields} typed={typed} />;
  if (refusal.reason === "blocked")
    return (
      <section id="refusal" tabIndex={-1} className="notice notice-danger" role="alert">
        <p>{word(`blocked.${refusal.code}`)}</p>
        {refusal.code !== "wrongState" && (
          <ul>
            {refusal.records.map((record) => (
              <li key={`${record.title} ${record.href}`}>
                <RecordLink href={record.href} inNewTab>
                  {record.title}
                </RecordLink>{" "}
                ({record.kind})
              </li>
            ))}
          </ul>
        )}
      </section>
    );
  const text = refusal.reason === "signedOut" ? word("signedOut.help") : word(refusal.reason);
  const canRetry = refusal.reason !== "missing" && refusal.reason !== "forbidden";
  return (
    <section id="refusal" tabIndex={-1} className="notice notice-danger" role="alert">
      <p>{text}</p>
      {refusal.reason === "missing" && (
        <button type="button" className="btn" onClick={onSaveAnew}>
          {word("saveAnew")}
        </button>
      )}
      {canRetry && (
        <button type="button" className="btn" onClick={() => onRetry(intent)}>
          {refusal.reason === "signedOut" ? word("signedOut.again") : word("retry")}
        </button>
      )}
    </section>
  );
}
