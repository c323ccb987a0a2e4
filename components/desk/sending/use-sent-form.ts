"use client";
import { type FormEvent, startTransition, useActionState, useRef, useState, useTransition } from "react";
import { newRowId } from "@/lib/domain/row-id";
import { onceName } from "@/lib/domain/sender";
import { whatWasThrown } from "./no-answer";
import { isKnownDone, isSignedOut, type SendingTrouble, type SignedOut } from "./sent-form";

/** Sends what a form holds, once at a time; `trouble` says why no answer came, and the form stays as it is. */
export function useSending<Answer>(
  ask: (form: FormData) => Answer | Promise<Answer>,
  onAnswer: (answer: Exclude<Awaited<Answer>, SignedOut>) => void,
) {
  const [trouble, setTrouble] = useState<SendingTrouble | null>(null);
  const [isSending, startSending] = useTransition();
  const once = useRef(newRowId());

  function send(form: FormData) {
    form.set(onceName, once.current);
    // Said anew, what goes wrong again is told again.
    setTrouble(null);
    startSending(async () => {
      try {
        const answer = await ask(form);
        if (isKnownDone(answer)) once.current = newRowId();
        startTransition(() => {
          setTrouble(isSignedOut(answer) ? "signedOut" : null);
          if (!isSignedOut(answer)) onAnswer(answer as Exclude<Awaited<Answer>, SignedOut>);
        });
      } catch (error) {
        const why = whatWasThrown(error);
        // Where it leads Next goes by itself.
        if (why !== "redirect") startTransition(() => setTrouble(why));
      }
    });
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // A second press must not ask for the same again: it would find what is there changed.
    if (!isSending) send(new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter));
  }
  return { trouble, isSending, send, onSubmit };
}

/**
 * Sends a form to its action and keeps what that answers. Without scripts the form posts itself by `post`, which is to be its
 * `action`; with them nothing that was typed is lost where no answer comes.
 */
export function useSentForm<State>(
  action: (last: Awaited<State>, form: FormData) => State | Promise<State>,
  first: Awaited<State>,
) {
  const [posted, post] = useActionState(action, first);
  const [live, setLive] = useState<{ answer: Awaited<State> } | null>(null);
  const answer = live ? live.answer : posted;
  const sending = useSending(
    (form) => action(answer, form),
    (next) => setLive({ answer: next }),
  );
  return { answer, post, ...sending };
}
