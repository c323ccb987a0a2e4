"use client";
import { useEffect, useRef } from "react";
import { SendingNotice } from "./sending/sending-trouble";
import { useSentForm } from "./sending/use-sent-form";
import { focusOneOf, takeLeft } from "./form/focus-return";
import type { WriteAnswer, WriteRecord } from "./form/answer";
import { fill, wordAt, type Words } from "./form/fill";

interface OneActionProps {
  write: WriteRecord;
  label: string;
  hidden: Record<string, string>;
  words: Words;
}

/** A single button that does one thing to a record, with what came of it. Works without scripts. */
export function OneAction({ write, label, hidden, words }: OneActionProps) {
  const { answer, post, trouble, isSending, onSubmit } = useSentForm<WriteAnswer | null>(write, null);
  const form = useRef<HTMLFormElement>(null);
  // It stands where the form was whose button brought it here.
  useEffect(() => {
    if (takeLeft(hidden._id ?? null)) focusOneOf(form.current, ["button"]);
  }, [hidden._id]);
  return (
    <form ref={form} action={post} onSubmit={onSubmit} className="one-action">
      <SendingNotice trouble={trouble} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="btn" aria-disabled={isSending || undefined}>
        {label}
      </button>
      <p role="alert" className="field-problem">
        {answer && !trouble && inWords(answer, words)}
      </p>
    </form>
  );
}

function inWords(answer: WriteAnswer, words: Words): string {
  if (answer.ok) return "";
  if (answer.reason === "stale") return fill(wordAt(words, "stale.title"), { name: answer.by });
  if (answer.reason === "blocked") return wordAt(words, `blocked.${answer.code}`);
  if (answer.reason === "invalid") return answer.problems.map((one) => one.message).join(" ");
  return answer.reason === "signedOut" ? wordAt(words, "signedOut.title") : wordAt(words, answer.reason);
}
