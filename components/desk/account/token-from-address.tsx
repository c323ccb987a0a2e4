"use client";

import { useEffect } from "react";

/**
 * Puts the token that stands in the address's fragment into the field of that name, and takes it out of the address, so
 * that neither the browser's history nor a look at the screen keeps it. Without scripts it is pasted.
 */
export function TokenFromAddress({ field }: { field: string }) {
  useEffect(() => {
    const token = decodeURIComponent(location.hash.slice(1));
    const input = document.querySelector<HTMLInputElement>(`input[name="${CSS.escape(field)}"]`);
    if (!token || !input) return;
    input.value = token;
    history.replaceState(history.state, "", location.pathname + location.search);
  }, [field]);
  return null;
}
