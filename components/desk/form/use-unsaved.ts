"use client";
import { useCallback, useEffect, useRef, useState } from "react";

/** Whether something was typed since the last save; while so, the browser asks before the page is left. */
export function useUnsaved() {
  const edits = useRef(0);
  const [isUnsaved, setUnsaved] = useState(false);

  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isUnsaved]);

  const touched = useCallback(() => {
    edits.current += 1;
    setUnsaved(true);
  }, []);

  /** Begins a save. What it returns is called when that save is done, and tells whether more was typed meanwhile. */
  const saving = useCallback(() => {
    const begun = edits.current;
    return () => {
      const isTypedOn = edits.current !== begun;
      setUnsaved(isTypedOn);
      return isTypedOn;
    };
  }, []);

  return { isUnsaved, touched, saving };
}
