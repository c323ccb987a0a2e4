"use client";
import { lazy, type RefObject, Suspense, useState } from "react";
import { useWords } from "../form-context";
import type { PreviewTyped } from "./typed-preview";

// Loaded when it is first opened.
const PreviewPane = lazy(() => import("./preview-pane").then((module) => ({ default: module.PreviewPane })));

interface LivePreviewProps {
  form: RefObject<HTMLFormElement | null>;
  preview: PreviewTyped;
}

/** Shows beside the form, or on narrow screens in place of its fields, what readers would see of what is typed. */
export function LivePreview({ form, preview }: LivePreviewProps) {
  const word = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="live-preview" data-open={isOpen || undefined}>
      <button type="button" className="btn" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {word(isOpen ? "livePreview.hide" : "livePreview.show")}
      </button>
      {isOpen && (
        <section className="live-preview-pane" aria-label={word("livePreview.name")}>
          <Suspense fallback={<p className="action-said">{word("livePreview.waiting")}</p>}>
            <PreviewPane form={form} preview={preview} />
          </Suspense>
        </section>
      )}
    </div>
  );
}
