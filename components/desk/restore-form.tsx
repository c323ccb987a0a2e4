"use client";
import { useActionState } from "react";
import { fill, wordAt, type Words } from "./form/fill";

type Answer =
  | { reason: "stale"; by: string }
  | { reason: "refused" | "refusedState" | "forbidden" | "unavailable" }
  | null;

interface RestoreFormProps {
  restore: (last: Answer, form: FormData) => Promise<Answer>;
  words: Words;
  hidden: Record<string, string>;
}

/** Restores an earlier version; says why where that is refused. */
export function RestoreForm({ restore, words, hidden }: RestoreFormProps) {
  const [answer, act] = useActionState(restore, null);
  const said = !answer
    ? ""
    : answer.reason === "stale"
      ? fill(wordAt(words, "stale"), { name: answer.by })
      : wordAt(words, answer.reason);
  return (
    <form action={act} className="one-action">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="field-help">{wordAt(words, "restoreHelp")}</p>
      <button className="btn-main">{wordAt(words, "restore")}</button>
      <p role="alert" className="field-problem">
        {said}
      </p>
    </form>
  );
}
