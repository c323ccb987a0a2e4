"use client";
import { SendingNotice } from "../sending/sending-trouble";
import type { SignedOut } from "../sending/sent-form";
import { useSentForm } from "../sending/use-sent-form";
import { fill, wordAt, type Words } from "../form/fill";

/** How many records refer to the person now, wait for their publication, or were left as they are; or why none was. */
export type LinkAnswer =
  | { linked: number; waiting: number; left: number }
  | { reason: "forbidden" | "unavailable" }
  | SignedOut
  | null;

interface LinkNamesFormProps {
  link: (last: LinkAnswer, form: FormData) => Promise<LinkAnswer>;
  words: Words;
  /** The person's id. */
  person: string;
  /** What stands on the button; null where there is nothing to link any more. */
  label: string | null;
}

/** Has all records that only say a person's name refer to the person, and says what came of it. Works without scripts. */
export function LinkNamesForm({ link, words, person, label }: LinkNamesFormProps) {
  const { answer, post, trouble, isSending, onSubmit } = useSentForm(link, null);
  return (
    <form action={post} onSubmit={onSubmit} className="one-action">
      <SendingNotice trouble={trouble} />
      <input type="hidden" name="person" value={person} />
      {label !== null && (
        <button className="btn" aria-disabled={isSending || undefined}>
          {label}
        </button>
      )}
      <p role="status">{answer && !trouble && inWords(answer, words)}</p>
    </form>
  );
}

function inWords(answer: NonNullable<LinkAnswer>, words: Words): string {
  if ("reason" in answer) return wordAt(words, answer.reason);
  const { linked, waiting, left } = answer;
  return [
    fill(wordAt(words, "linked"), { count: linked }),
    waiting > 0 && fill(wordAt(words, "waiting"), { count: waiting }),
    left > 0 && fill(wordAt(words, "left"), { count: left }),
  ]
    .filter(Boolean)
    .join(" ");
}
