"use client";
/** Where the focus goes in the form of a record: on arrival, after an answer, and to a conflict that has to be settled. */
import { type RefObject, useEffect, useLayoutEffect } from "react";
import type { Intent } from "./answer";
import { focusFirst, focusPath } from "./error-summary";
import { buttonsLike, focusAgain, focusOneOf, takeLeft } from "./focus-return";
import type { Asked } from "./use-conflict";
import type { Said } from "./use-saving";

interface FormFocusSettings {
  form: RefObject<HTMLFormElement | null>;
  /** What the page came with: its record, what was done to that just before, and the field to begin in. */
  arrival: { recordId: string | null; did: string | undefined; focusOn: string | undefined };
  said: Said | null;
  asked: Asked | null;
  /** The session ended before what was asked could be done. */
  onSignedOut: (intent: Intent) => void;
}

/** Moves the focus to where the editor goes on. Nothing that no button was pressed for moves it. */
export function useFormFocus({ form, arrival, said, asked, onSignedOut }: FormFocusSettings): void {
  // Before another key can be pressed: what had the focus is gone already.
  useLayoutEffect(() => {
    const was = takeLeft(arrival.recordId);
    if (was) focusAgain(form.current, was);
    if (arrival.did) focusOneOf(form.current, buttonsLike(arrival.did));
    if (arrival.focusOn) focusPath(arrival.focusOn);
    forgetDid();
    // On arrival only: a page that is drawn anew around the form leaves its focus alone.
  }, []);
  useEffect(() => {
    if (!said || said.isUnasked) return;
    if (said.answer.ok) {
      // The button that was pressed may be gone with the state that offered it.
      focusOneOf(form.current, buttonsLike(said.intent));
      return;
    }
    const refusal = said.answer;
    if (refusal.reason === "invalid") focusFirst(refusal.problems);
    else if (refusal.reason === "signedOut") onSignedOut(said.intent);
    else document.getElementById("refusal")?.focus();
    // Only a new answer moves the focus.
  }, [said]);
  const isAskedFor = asked !== null && !said?.isUnasked;
  useEffect(() => {
    if (isAskedFor) document.getElementById("conflict")?.focus();
  }, [isAskedFor, asked?.stale]);
}

/** What was done is said once: reloading the page, or going back to it, does not repeat it. */
function forgetDid(): void {
  const here = new URL(location.href);
  if (!here.searchParams.has("did")) return;
  here.searchParams.delete("did");
  history.replaceState(null, "", here);
}
