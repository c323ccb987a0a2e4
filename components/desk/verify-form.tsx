"use client";
import { useEffect, useRef } from "react";
import { SendingNotice } from "./sending/sending-trouble";
import type { SignedOut } from "./sending/sent-form";
import { useSentForm } from "./sending/use-sent-form";
import { verifyFormId } from "./form/verify-form-id";
import { fill, wordAt, type Words } from "./form/fill";

/** What came of marking a record as checked today. */
export type VerifyAnswer =
  | { done: true }
  | { reason: "refused" | "forbidden" | "unavailable" }
  | { reason: "stale"; by: string }
  | SignedOut
  | null;

interface VerifyFormProps {
  verify: (last: VerifyAnswer, form: FormData) => Promise<VerifyAnswer>;
  words: Words;
  hidden: Record<string, string>;
}

/** Marks a record as checked today, with what came of it. Works without scripts; other buttons of the page send it too. */
export function VerifyForm({ verify, words, hidden }: VerifyFormProps) {
  const { answer, post, trouble, isSending, onSubmit } = useSentForm(verify, null);
  const said = useRef<HTMLParagraphElement>(null);
  // The button that sent it may stand far from here.
  useEffect(() => {
    if (answer) said.current?.focus();
  }, [answer]);
  return (
    <form id={verifyFormId} action={post} onSubmit={onSubmit} className="one-action">
      <SendingNotice trouble={trouble} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="btn" aria-disabled={isSending || undefined}>
        {wordAt(words, "submit")}
      </button>
      <p ref={said} tabIndex={-1} className="mt-1" role={answer && "reason" in answer ? "alert" : "status"}>
        {answer && !trouble && inWords(answer, words)}
      </p>
    </form>
  );
}

function inWords(answer: NonNullable<VerifyAnswer>, words: Words): string {
  if ("done" in answer) return wordAt(words, "done");
  if (answer.reason === "stale") return fill(wordAt(words, "stale"), { name: answer.by });
  return wordAt(words, answer.reason);
}
