"use client";
/** What the form says just now, for those few parts of it that speak of other fields. */
import { type RefObject, useEffect, useMemo, useRef } from "react";
import type { Typed } from "@/lib/domain/fields/typed";
import { readRecordForm } from "@/lib/domain/record-form";
import type { FieldSpec } from "./form-spec";

/** So long after the last change the form is read, in milliseconds: once for all who ask, and never while one types. */
const settlesAfter = 250;

/** What a form says, as React's `useSyncExternalStore` reads it. */
export interface TypedNow {
  read(): Typed;
  subscribe(listener: () => void): () => void;
  /** Notes that something was typed. */
  changed(): void;
  /** Reads the form at once. */
  refresh(): void;
}

/** Follows what a form says, beginning with `typed`; anew where that is another. */
export function useTypedNow(
  form: RefObject<HTMLFormElement | null>,
  fields: readonly FieldSpec[],
  typed: Typed,
): TypedNow {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const now = useMemo(() => {
    const listeners = new Set<() => void>();
    let current = typed;
    const refresh = () => {
      clearTimeout(timer.current);
      if (!form.current) return;
      const entries = new FormData(form.current).entries();
      current = readRecordForm(fields, entries, { unknown: "skip", emptyRows: "keep" });
      for (const listener of listeners) listener();
    };
    return {
      read: () => current,
      subscribe(listener: () => void) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      changed() {
        if (listeners.size === 0) return;
        clearTimeout(timer.current);
        timer.current = setTimeout(refresh, settlesAfter);
      },
      refresh,
    };
  }, [form, fields, typed]);
  useEffect(() => () => clearTimeout(timer.current), [now]);
  return now;
}
