"use client";
import { useCallback, useRef, useState } from "react";

/** The parts of a form that hold text which no save can keep yet: how many there are, also at once, and how to tell of one. */
export function usePendingParts() {
  const parts = useRef(new Set<string>());
  const [pending, setPending] = useState(0);
  const pends = useCallback((part: string, isPending: boolean) => {
    if (isPending) parts.current.add(part);
    else parts.current.delete(part);
    setPending(parts.current.size);
  }, []);
  const holdsPending = useCallback(() => parts.current.size > 0, []);
  return { pending, pends, holdsPending };
}
