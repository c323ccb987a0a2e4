"use client";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { readRecordForm } from "@/lib/domain/record-form";
import type { ShownDoubt } from "./answer";
import type { FieldSpec } from "./form-spec";
import type { TypedIn } from "./typed-doubts";

/** How long after the last key doubts are looked for, in milliseconds. */
const pause = 400;

/** The doubts about what is typed in a form; `look` is to be called when something was. */
export function useDoubts(
  form: RefObject<HTMLFormElement | null>,
  fields: readonly FieldSpec[],
  { kind, parties, problemWords }: TypedIn,
) {
  const [doubts, setDoubts] = useState<readonly ShownDoubt[]>([]);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);

  const look = useCallback(() => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      void (async () => {
        const { typedDoubts } = await import("./typed-doubts");
        if (!form.current) return;
        const entries = [...new FormData(form.current).entries()];
        const typed = readRecordForm(fields, entries, { unknown: "skip" });
        const found = typedDoubts({ kind, parties, problemWords }, typed);
        setDoubts((was) => (isSame(was, found) ? was : found));
      })();
    }, pause);
  }, [form, fields, kind, parties, problemWords]);

  return { doubts, look };
}

function isSame(one: readonly ShownDoubt[], other: readonly ShownDoubt[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
