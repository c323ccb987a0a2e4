"use client";
import { SendingNotice } from "./sending/sending-trouble";
import type { SignedOut } from "./sending/sent-form";
import { useSentForm } from "./sending/use-sent-form";
import { fill, wordAt, type Words } from "./form/fill";

type Answer =
  | { reason: "stale"; by: string }
  | { reason: "nothingTicked" | "refused" | "refusedState" | "forbidden" | "unavailable" }
  | SignedOut
  | null;

interface RestoreFormProps {
  restore: (last: Answer, form: FormData) => Promise<Answer>;
  words: Words;
  hidden: Record<string, string>;
}

/** The id of the form that restores: what is ticked beside a compared place is sent with it. */
export const restoreFormId = "restore";

/** Restores an earlier version, or what is ticked of it; says why where that is refused. */
export function RestoreForm({ restore, words, hidden }: RestoreFormProps) {
  const { answer, post, trouble, onSubmit } = useSentForm(restore, null);
  const said =
    !answer || trouble
      ? ""
      : answer.reason === "stale"
        ? fill(wordAt(words, "stale"), { name: answer.by })
        : wordAt(words, answer.reason);
  return (
    <form action={post} onSubmit={onSubmit} id={restoreFormId} className="one-action">
      <SendingNotice trouble={trouble} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="field-help">{wordAt(words, "restoreHelp")}</p>
      <p className="btn-row">
        <button name="what" value="ticked" className="btn-main">
          {wordAt(words, "restoreTicked")}
        </button>
        <button name="what" value="all" className="btn">
          {wordAt(words, "restore")}
        </button>
      </p>
      <p role="alert" className="field-problem">
        {said}
      </p>
    </form>
  );
}
