"use client";
import { type ClipboardEvent, useState } from "react";
import { cleanPasted } from "./clean-pasted";

/** Cleans what is pasted into a field's control. `cleaned` is how many characters the last paste lost or had changed. */
export function useCleanPaste() {
  const [cleaned, setCleaned] = useState(0);

  function onPaste(event: ClipboardEvent) {
    const { target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
      cleanPasted(event, target, setCleaned);
  }

  return { cleaned, onPaste };
}
