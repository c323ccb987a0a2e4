"use client";
/** The course of a form's saves: one at a time, each answered, nothing typed ever thrown away. */
import { useRouter } from "next/navigation";
import { type RefObject, useCallback, useRef, useState } from "react";
import type { Typed } from "@/lib/domain/fields/typed";
import { readRecordForm } from "@/lib/domain/record-form";
import type { Intent, Standing, WriteAnswer, WriteRecord } from "./answer";
import type { FormSpec } from "./form-spec";
import { leaveFocus } from "./focus-return";
import { whyNoAnswer } from "./no-answer";
import { useUnsaved } from "./use-unsaved";

interface SavingSettings {
  form: RefObject<HTMLFormElement | null>;
  spec: FormSpec;
  write: WriteRecord;
  /** Null while the record is not saved for the first time. */
  standing: Standing | null;
  /** Whether the page is that of a new record, rather than one of the record's own. */
  isNew: boolean;
  /** What the editor began with, undefined where that is not known. */
  base: Typed | undefined;
}

/** What was said to the last save, and what it was about. */
export interface Said {
  answer: WriteAnswer;
  intent: Intent;
  /** What was sent, for comparing it with what stands. */
  sent: Typed;
  /** The same with the rows that were left empty, as the form showed it. */
  shown: Typed;
}

/** Keeps where the record stands, what was answered to its last save, and how to send the form. */
export function useSaving({ form, spec, write, isNew, ...initial }: SavingSettings) {
  const router = useRouter();
  const [standing, setStanding] = useState(initial.standing);
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState<Intent | null>(null);
  const { isUnsaved, touched, saving } = useUnsaved();
  const isBusy = useRef(false);
  // What the next send needs at once, before React has drawn the answer to the last.
  const current = useRef(initial.standing);
  const base = useRef(initial.base);

  const stand = useCallback((next: Standing) => {
    const { id, version, state, publicPath } = next;
    current.current = { id, version, state, publicPath };
    setStanding(current.current);
  }, []);

  /** Sends the form as it stands; `over` names the version to save over, where the editor has decided to. */
  const ask = useCallback(
    async (intent: Intent, over?: number): Promise<Omit<Said, "intent">> => {
      const data = new FormData(form.current ?? undefined);
      const entries = [...data.entries()];
      const sent = readRecordForm(spec.fields, entries, { unknown: "skip" });
      const shown = readRecordForm(spec.fields, entries, { unknown: "skip", emptyRows: "keep" });
      data.set("_intent", intent);
      data.set("_id", current.current?.id ?? "");
      const sentVersion = over ?? current.current?.version ?? 0;
      data.set("_version", String(sentVersion));
      data.set("_live", "1");
      const unanswered = (error: unknown): WriteAnswer => ({
        ok: false,
        reason: whyNoAnswer(error),
        typed: sent,
        sentVersion,
      });
      return { answer: await write(null, data).catch(unanswered), sent, shown };
    },
    [form, spec, write],
  );

  /** Does what a button asks. What was typed is saved before a record is taken down or trashed. */
  const send = useCallback(
    async (intent: Intent, over?: number): Promise<void> => {
      if (!form.current || isBusy.current) return;
      isBusy.current = true;
      setBusy(intent);
      const isMove = intent === "trash" || intent === "unpublish";
      const steps: Intent[] = isMove && isUnsaved ? ["save", intent] : [intent];
      for (const step of steps) {
        const done = saving();
        const { answer, sent, shown } = await ask(step, over);
        setSaid({ answer, intent: step, sent, shown });
        if (!answer.ok) {
          if (answer.made) stand(answer.made);
          break;
        }
        const isTypedOn = done();
        base.current = sent;
        stand(answer);
        leaveFocus(answer.id);
        if (answer.next) router.push(answer.next);
        // A page of its own for what is saved now; later, where the editor has typed on meanwhile.
        else if (isNew && !isTypedOn) router.replace(`/admin/${spec.path}/${answer.id}?did=${step}`);
        // History and references beside the form are the page's own: it draws them anew.
        else if (!isNew) router.refresh();
      }
      isBusy.current = false;
      setBusy(null);
    },
    [form, spec, isNew, isUnsaved, saving, ask, stand, router],
  );

  /** Takes the version that another person saved as the one to save over from now on. */
  function settleOn(stale: { version: number; theirs: Typed }) {
    base.current = stale.theirs;
    if (current.current) stand({ ...current.current, version: stale.version });
    setSaid(null);
  }

  return { standing, said, busy, base, isUnsaved, touched, send, settleOn };
}
