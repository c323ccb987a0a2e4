"use client";
import { useEffect } from "react";
import { cleanPasted, type TextControl } from "../fields/clean-pasted";
import { fill } from "../form/fill";
import { sayBeside } from "./say-beside";

/** On a text that is read cell by cell, and cleaned then. */
export const cleanedWhenRead = "data-cleaned-when-read";

/** Texts that are typed in these inputs are words; what a password holds stays as it is. */
const ofWords = new Set(["text", "search", "url", "tel"]);

/**
 * Cleans what is pasted into any form of the desk, and says beside the input how many characters that changed. The fields of records do so
 * themselves. `says` holds `{count}`.
 */
export function TellOfCleaned({ says }: { says: string }) {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { target } = event;
      if (!isOfWords(target) || target.closest(`.field-frame, [${cleanedWhenRead}]`)) return;
      cleanPasted(event, target, (count) => {
        if (count > 0) sayBeside(target, fill(says, { count }));
      });
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [says]);
  return null;
}

function isOfWords(target: EventTarget | null): target is TextControl {
  return (
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && ofWords.has(target.type))
  );
}
