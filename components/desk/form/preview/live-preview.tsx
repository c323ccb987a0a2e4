"use client";
import { lazy, type RefObject, Suspense, useState } from "react";
import { useWords } from "../form-context";
import { tabIds, useNarrow } from "./narrow";
import { PreviewTabs } from "./preview-tabs";
import type { PreviewTyped } from "./typed-preview";

// Loaded when it is first opened.
const PreviewPane = lazy(() => import("./preview-pane").then((module) => ({ default: module.PreviewPane })));

interface LivePreviewProps {
  form: RefObject<HTMLFormElement | null>;
  preview: PreviewTyped;
}

/** Shows beside the form, or on narrow screens as a tab next to that of its fields, what readers would see of what is typed. */
export function LivePreview({ form, preview }: LivePreviewProps) {
  const word = useWords();
  const isNarrow = useNarrow();
  const [isOpen, setOpen] = useState(false);
  const named = isNarrow
    ? { id: tabIds.pane, role: "tabpanel", "aria-labelledby": tabIds.preview }
    : { "aria-label": word("livePreview.name") };
  return (
    <div className="live-preview" data-open={isOpen || undefined}>
      {isNarrow ? (
        <PreviewTabs isPreview={isOpen} onSelect={setOpen} />
      ) : (
        <button type="button" className="btn" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {word(isOpen ? "livePreview.hide" : "livePreview.show")}
        </button>
      )}
      {isOpen && (
        <section className="live-preview-pane" {...named}>
          <Suspense fallback={<p className="action-said">{word("livePreview.waiting")}</p>}>
            <PreviewPane form={form} preview={preview} />
          </Suspense>
        </section>
      )}
    </div>
  );
}
