"use client";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { readRecordForm } from "@/lib/domain/record-form";
import type { ShownDoubt } from "./answer";
import type { FormSpec } from "./form-spec";
import type { TypedIn } from "./typed-doubts";

/** How long after the last key doubts are looked for, in milliseconds. */
const pause = 400;

/** The doubts about what is typed in a form; `look` is to be called when something was. */
export function useDoubts(
  form: RefObject<HTMLFormElement | null>,
  { fields, path }: Pick<FormSpec, "fields" | "path">,
  { kind, sides, problemWords }: TypedIn,
) {
  const [own, setOwn] = useState<readonly ShownDoubt[]>([]);
  const [ofOthers, setOfOthers] = useState<readonly ShownDoubt[]>([]);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asking = useRef<AbortController>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);

  const look = useCallback(() => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      void (async () => {
        const { asksOthers, typedDoubts } = await import("./typed-doubts");
        if (!form.current) return;
        const sent = new FormData(form.current);
        const typed = readRecordForm(fields, [...sent.entries()], { unknown: "skip" });
        setOwn(unlessSame(typedDoubts({ kind, sides, problemWords }, typed)));
        if (!asksOthers(kind)) return;
        asking.current?.abort();
        asking.current = new AbortController();
        const found = await askOthers(path, sent, asking.current.signal);
        if (found) setOfOthers(unlessSame(found));
      })();
    }, pause);
  }, [form, fields, path, kind, sides, problemWords]);

  const doubts = useMemo(() => [...own, ...ofOthers], [own, ofOthers]);
  return { doubts, look };
}

/** Asks the desk what other records make doubtful; null where it cannot say now: publication asks again. */
async function askOthers(
  path: string,
  sent: FormData,
  signal: AbortSignal,
): Promise<readonly ShownDoubt[] | null> {
  try {
    const answer = await fetch(`/admin/${path}/doubts`, { method: "POST", body: sent, signal });
    if (!answer.ok) return null;
    return ((await answer.json()) as { doubts: ShownDoubt[] }).doubts;
  } catch {
    return null;
  }
}

/** Keeps what is shown where the same is found again, so that fields are not drawn anew. */
const unlessSame = (found: readonly ShownDoubt[]) => (was: readonly ShownDoubt[]) =>
  isSame(was, found) ? was : found;

function isSame(one: readonly ShownDoubt[], other: readonly ShownDoubt[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
