"use client";
import { type ReactNode, type RefObject, startTransition, useEffect, useRef, useState } from "react";
import { useForm, useWords } from "../form-context";
import { whyNoAnswer } from "../../sending/no-answer";
import { NewestOnly } from "./newest-only";
import { PreviewFrame } from "./preview-frame";
import type { PreviewTyped, TypedPreview } from "./typed-preview";

type Trouble = Extract<TypedPreview, { ok: false }>["reason"] | "network" | "failed";

/** So long after the form was read, in milliseconds: it is itself read only when typing pauses. */
const pause = 150;

interface PreviewPaneProps {
  form: RefObject<HTMLFormElement | null>;
  preview: PreviewTyped;
}

/** What stands in the form as the server draws it for readers, anew when typing pauses. */
export function PreviewPane({ form, preview }: PreviewPaneProps) {
  const word = useWords();
  const { view, trouble } = usePreview(form, preview);
  return (
    <>
      {trouble && (
        <p className="notice notice-warn" role="status">
          {word(`livePreview.${trouble}`)}
        </p>
      )}
      <PreviewFrame title={word("livePreview.name")}>
        {view ?? <p className="label">{word("livePreview.waiting")}</p>}
      </PreviewFrame>
    </>
  );
}

function usePreview(form: RefObject<HTMLFormElement | null>, preview: PreviewTyped) {
  const { typedNow } = useForm();
  const [view, setView] = useState<ReactNode>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    let isGone = false;
    const newest = new NewestOnly(async () => {
      if (!form.current) return;
      const answer = await preview(new FormData(form.current)).catch(
        (error: unknown) => ({ ok: false, reason: whyNoAnswer(error) }) as const,
      );
      if (isGone) return;
      // What was shown last stays until there is something else to show.
      startTransition(() => {
        if (answer.ok) setView(answer.view);
        setTrouble(answer.ok ? null : answer.reason);
      });
    });
    const look = () => {
      clearTimeout(waiting.current);
      waiting.current = setTimeout(() => newest.want(), pause);
    };
    newest.want();
    const leave = typedNow.subscribe(look);
    return () => {
      isGone = true;
      leave();
      newest.stop();
      clearTimeout(waiting.current);
    };
  }, [form, preview, typedNow]);
  return { view, trouble };
}
