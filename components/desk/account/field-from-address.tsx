"use client";

import { useEffect } from "react";
import { type FieldInAddress, toldInAddress } from "./told-in-address";

/**
 * Puts what stands in the address's fragment, a token or whose account it is, into the field of that name, and takes it out of the
 * address, so that neither the browser's history nor a look at the screen keeps it. Without scripts it is typed or pasted.
 */
export function FieldFromAddress({ field }: { field: FieldInAddress }) {
  useEffect(() => {
    const told = toldInAddress(field, location.hash);
    const input = document.querySelector<HTMLInputElement>(`input[name="${CSS.escape(field)}"]`);
    if (told === null || !input) return;
    input.value = told;
    history.replaceState(history.state, "", location.pathname + location.search);
  }, [field]);
  return null;
}
