"use client";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { flushSync } from "react-dom";
import { useWords } from "../form-context";
import { tabIds } from "./narrow";

interface PreviewTabsProps {
  isPreview: boolean;
  onSelect: (isPreview: boolean) => void;
}

/** The tabs of the form and of its preview. Each comes back where it was scrolled to; arrow keys change between them. */
export function PreviewTabs({ isPreview, onSelect }: PreviewTabsProps) {
  const word = useWords();
  const list = useRef<HTMLDivElement>(null);
  const left = useRef({ form: 0, preview: 0, isPreview });

  useLayoutEffect(() => {
    const { current } = left;
    if (current.isPreview === isPreview) return;
    current.isPreview = isPreview;
    scrollTo({ top: isPreview ? current.preview : current.form, behavior: "instant" });
  }, [isPreview]);

  // A link to a field, as a comment has, leads to the form.
  useEffect(() => {
    if (!isPreview) return;
    const follow = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
      const to = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (to?.closest(`#${tabIds.fields}`)) flushSync(() => onSelect(false));
    };
    window.addEventListener("click", follow, true);
    return () => window.removeEventListener("click", follow, true);
  }, [isPreview, onSelect]);

  function select(next: boolean) {
    if (next === isPreview) return;
    left.current[isPreview ? "preview" : "form"] = scrollY;
    // First seen from its beginning, which stands below the tabs.
    if (next && left.current.preview === 0 && list.current)
      left.current.preview = Math.min(scrollY, topOf(list.current));
    onSelect(next);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const next = { ArrowLeft: !isPreview, ArrowRight: !isPreview, Home: false, End: true }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    select(next);
    document.getElementById(next ? tabIds.preview : tabIds.form)?.focus({ preventScroll: true });
  }

  const tab = (isOf: boolean) => ({
    ...{
      type: "button" as const,
      role: "tab",
      className: "preview-tab",
      "aria-selected": isOf === isPreview,
    },
    tabIndex: isOf === isPreview ? 0 : -1,
    onClick: () => select(isOf),
  });
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={word("livePreview.tabs")}
      className="preview-tabs"
      onKeyDown={onKeyDown}
    >
      <button {...tab(false)} id={tabIds.form} aria-controls={tabIds.fields}>
        {word("livePreview.form")}
      </button>
      <button {...tab(true)} id={tabIds.preview} aria-controls={isPreview ? tabIds.pane : undefined}>
        {word("livePreview.tab")}
      </button>
    </div>
  );
}

/** How far down the page an element stands where it does not stick to the top. */
function topOf(element: HTMLElement): number {
  const form = element.closest("form");
  return form ? form.getBoundingClientRect().top + scrollY : 0;
}
