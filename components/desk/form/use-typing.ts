"use client";
/** What follows each thing that is typed in a form: it is to be saved, others see it, and it is looked at for doubts. */
import { type RefObject, useCallback, useMemo } from "react";
import type { Typed } from "@/lib/domain/fields/typed";
import type { RecordFormProps } from "./record-form-props";
import { useDoubts } from "./use-doubts";
import { usePresence } from "./use-presence";
import type { useSaving } from "./use-saving";
import { useTypedNow } from "./use-typed-now";

/** `typed` is what the form was drawn with last. `touched` is called where something was typed, or changed as if it were. */
export function useTyping(
  form: RefObject<HTMLFormElement | null>,
  {
    spec,
    sides,
    problemWords,
    standing: drawn,
  }: Pick<RecordFormProps, "spec" | "sides" | "problemWords" | "standing">,
  { saver, standing, touched: toBeSaved }: ReturnType<typeof useSaving>,
  typed: Typed,
) {
  const within = useMemo(() => ({ kind: spec.kind, sides, problemWords }), [spec, sides, problemWords]);
  const { doubts, look } = useDoubts(form, spec, within);
  const typedNow = useTypedNow(form, spec.fields, typed);
  const open = { path: spec.path, id: standing?.id ?? null, since: drawn?.version };
  const { present, typing } = usePresence(saver, open);
  const touched = useCallback(() => {
    toBeSaved();
    typing();
    typedNow.changed();
    look();
  }, [toBeSaved, typing, typedNow, look]);
  return { doubts, typedNow, present, touched };
}
