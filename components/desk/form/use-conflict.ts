"use client";
/** What becomes of a form whose record was changed meanwhile: both changes are put together, and real clashes are asked. */
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { differences } from "@/lib/domain/compare";
import type { Typed } from "@/lib/domain/fields/typed";
import type { Merged } from "@/lib/domain/merge";
import { below } from "@/lib/domain/paths";
import { readRecordForm } from "@/lib/domain/record-form";
import type { WriteAnswer, WriteRefusal } from "./answer";
import { controlId } from "./form-paths";
import type { FieldSpec } from "./form-spec";
import type { Said } from "./use-saving";

export type Stale = Extract<WriteRefusal, { reason: "stale" }>;

/** Two changes put together, as the form shall show them. */
export interface Settled {
  stale: Stale;
  typed: Typed;
  /** The fields that shall show something else than they do. */
  taken: readonly string[];
}

interface ConflictSettings {
  form: RefObject<HTMLFormElement | null>;
  fields: readonly FieldSpec[];
  said: Said | null;
  posted: WriteAnswer | null;
  base: RefObject<Typed | undefined>;
  /** Nothing has to be asked. */
  onMerged: (settled: Settled, said: Said) => void;
}

/** A conflict that has to be asked about, and how it stands by what the form says at the moment. */
export interface Asked {
  stale: Stale;
  merged: Merged;
  /** Puts both together anew: the editor may have typed on. */
  again: () => Merged;
}

/** The conflict that waits for the editor, if there is one. What merges by itself does so at once, but never where one types. */
export function useConflict(settings: ConflictSettings): Asked | null {
  const { form, fields, said, posted, base } = settings;
  const [asked, setAsked] = useState<Asked | null>(() => staleIn(posted, askedWithoutScripts));
  const onMerged = useRef(settings.onMerged);
  useEffect(() => {
    onMerged.current = settings.onMerged;
  });
  const settle = useCallback(
    async (stale: Stale, one: Said, isStill: () => boolean) => {
      const { mergeRecords } = await import("@/lib/domain/merge");
      const again = () => {
        const typed = form.current
          ? readRecordForm(fields, [...new FormData(form.current).entries()], { unknown: "skip" })
          : one.sent;
        return mergeRecords(base.current, typed, stale.theirs, (path) => isProse(fields, path));
      };
      if (!isStill()) return;
      const merged = again();
      if (merged.clashes.length > 0) setAsked({ stale, merged, again });
      else if (!one.isUnasked || !holdsFocus(merged.taken)) {
        setAsked(null);
        onMerged.current({ stale, typed: merged.typed, taken: merged.taken }, one);
      }
    },
    [form, fields, base],
  );
  useEffect(() => {
    if (!said) return;
    const stale = said.answer.ok || said.answer.reason !== "stale" ? null : said.answer;
    // From the trash it has to be taken first.
    if (!stale || stale.state === "trashed") return setAsked(null);
    const frame = form.current;
    let isHere = true;
    const look = () => void settle(stale, said, () => isHere);
    // By then the focus is where it goes.
    const onLeft = () => setTimeout(look);
    look();
    if (said.isUnasked) frame?.addEventListener("focusout", onLeft);
    return () => {
      isHere = false;
      frame?.removeEventListener("focusout", onLeft);
    };
  }, [said, form, settle]);
  return asked;
}

function staleIn<T>(answer: WriteAnswer | null, then: (stale: Stale) => T): T | null {
  return answer && !answer.ok && answer.reason === "stale" ? then(answer) : null;
}

/** Of a form without scripts it is not known what both began with: whatever differs is asked. */
function askedWithoutScripts(stale: Stale): Asked {
  const { typed, theirs } = stale;
  const merged = { typed, clashes: differences(typed, theirs), taken: [] };
  return { stale, merged, again: () => merged };
}

/** Whether the editor is in one of these fields. */
function holdsFocus(keys: readonly string[]): boolean {
  const at = document.activeElement?.id ?? "";
  return keys.some((key) => at === controlId(key) || at.startsWith(`${controlId(key)}-`));
}

/** Whether a text is running words, which can be put together from two. */
function isProse(fields: readonly FieldSpec[], path: string): boolean {
  return fields.some(
    (field) =>
      (field.key === path && isProseField(field)) ||
      (field.kind === "rows" &&
        field.of.some((one) => below(field.key, one.key) === path && isProseField(one))),
  );
}

function isProseField(field: FieldSpec): boolean {
  return field.kind === "lines" || (field.kind === "text" && field.prose);
}
