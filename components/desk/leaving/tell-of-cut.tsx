"use client";
import { useEffect } from "react";
import { fill } from "../form/fill";
import { sayBeside } from "./say-beside";

/**
 * Says beside an input that what is pasted into it is longer than it takes: browsers cut that off without a word. `says` holds `{most}`,
 * the characters that it takes.
 */
export function TellOfCut({ says }: { says: string }) {
  useEffect(() => {
    const onPaste = ({ target, clipboardData }: ClipboardEvent) => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
      const { maxLength, value, selectionStart, selectionEnd } = target;
      const pasted = clipboardData?.getData("text/plain").replaceAll("\r\n", "\n").length ?? 0;
      const replaced = (selectionEnd ?? 0) - (selectionStart ?? 0);
      if (maxLength < 0 || value.length - replaced + pasted <= maxLength) return;
      sayBeside(target, fill(says, { most: String(maxLength) }));
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [says]);
  return null;
}
