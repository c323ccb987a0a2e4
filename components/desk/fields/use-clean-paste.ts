"use client";
import { type ClipboardEvent, useState } from "react";

// Only a form into which something is pasted needs it.
const loadCleaning = () => import("@/lib/domain/clean-text");

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/**
 * Cleans what is pasted into a field's control, as saving would, so that the editor sees what will be kept.
 * `cleaned` is how many characters the last paste lost or had changed.
 */
export function useCleanPaste() {
  const [cleaned, setCleaned] = useState(0);

  async function clean(control: TextControl, from: number, length: number) {
    const { cleanText, countUnclean } = await loadCleaning();
    const pasted = control.value.slice(from, from + length);
    const count = countUnclean(pasted);
    setCleaned(count);
    if (count === 0) return;
    const text = cleanText(pasted);
    control.setRangeText(
      control instanceof HTMLInputElement ? text.replaceAll("\n", " ") : text,
      from,
      from + length,
      "end",
    );
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function onPaste({ target, clipboardData }: ClipboardEvent) {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    if (clipboardData.getData("text/plain") === "") return;
    const before = {
      from: target.selectionStart ?? 0,
      rest: target.value.length - (target.selectionEnd ?? 0),
    };
    // The browser pastes after this event, and keeps it among what can be undone.
    const control = target;
    control.addEventListener(
      "input",
      () => {
        const length = control.value.length - before.rest - before.from;
        // Where the module cannot be had, saving cleans all the same.
        if (length > 0) void clean(control, before.from, length).catch(() => undefined);
      },
      { once: true },
    );
  }

  return { cleaned, onPaste };
}
