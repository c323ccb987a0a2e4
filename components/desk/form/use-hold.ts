"use client";
import { type RefObject, useCallback, useEffect, useReducer } from "react";
import { holdOwnPage } from "./own-page";

/** What takes text, or opens a list to choose from. */
const takesText = "textarea, select, input:not([type=checkbox], [type=radio], [type=file], [type=hidden])";

/**
 * Holds the record's own page back from the first thing that is typed, ticked or about to be typed in the form. Returns how to
 * do so for what is no event of an input.
 */
export function useHold(form: RefObject<HTMLFormElement | null>): () => void {
  const [, drawAnew] = useReducer((times: number) => times + 1, 0);
  const hold = useCallback(() => {
    if (holdOwnPage()) drawAnew();
  }, []);
  useEffect(() => {
    const frame = form.current;
    if (!frame) return;
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.matches(takesText)) hold();
    };
    // Before anything of the form can keep an event for itself.
    frame.addEventListener("input", hold, true);
    frame.addEventListener("focusin", onFocus, true);
    return () => {
      frame.removeEventListener("input", hold, true);
      frame.removeEventListener("focusin", onFocus, true);
    };
  }, [form, hold]);
  return hold;
}
