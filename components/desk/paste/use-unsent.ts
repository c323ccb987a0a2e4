"use client";
import { useCallback, useEffect, useState } from "react";

/** Whether something is in the table that is not saved; while so, the browser asks before the page is left. */
export function useUnsent() {
  const [isUnsent, setUnsent] = useState(false);
  useEffect(() => {
    if (!isUnsent) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isUnsent]);
  const touched = useCallback(() => setUnsent(true), []);
  return { touched, setUnsent };
}
