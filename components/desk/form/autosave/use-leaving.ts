"use client";
/** What is typed and the page is left: it is kept first, or the editor is asked. */
import { useEffect } from "react";
import type { Autosaver } from "./autosaver";

/**
 * While something is not kept: a link or another form of the page (as the one that signs out) waits until it is, and the browser
 * asks before the page is closed, reloaded or left by Back. `isUnkept`: also what no save can keep yet.
 */
export function useLeaving(saver: Autosaver, isUnkept: boolean, question: string): void {
  useEffect(() => {
    if (!isUnkept) return;
    const ask = (event: BeforeUnloadEvent) => {
      // By the time the question is answered it may be kept.
      void saver.flush(true);
      event.preventDefault();
    };
    const keepFirst = (event: Event, goOn: () => void) => {
      if (event.defaultPrevented || !saver.isUnkept) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void saver.flush().then(goOn);
    };
    // A form may lead on without leaving the document, of which the browser would not ask.
    const submitAnyway = (target: HTMLFormElement, submitter: HTMLElement | null) => {
      if (saver.isUnkept && !confirm(question)) return;
      window.removeEventListener("submit", onSubmit, true);
      target.requestSubmit(submitter);
    };
    const onClick = (event: MouseEvent) => {
      const link = linkOf(event);
      if (link) keepFirst(event, () => location.assign(link.href));
    };
    const onSubmit = (event: SubmitEvent) => {
      const { target, submitter } = event;
      if (!(target instanceof HTMLFormElement) || target.matches(".record-form, dialog *")) return;
      if (target.method === "get" || target.closest(".desk-header"))
        keepFirst(event, () => submitAnyway(target, submitter));
    };
    window.addEventListener("beforeunload", ask);
    window.addEventListener("click", onClick, true);
    window.addEventListener("submit", onSubmit, true);
    return () => {
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("click", onClick, true);
      window.removeEventListener("submit", onSubmit, true);
    };
  }, [saver, isUnkept, question]);
}

/** The link that a plain click follows in this tab. */
function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || (link.target && link.target !== "_self")) return null;
  // A place on this page is no other page.
  return link.hash && link.href.split("#")[0] === location.href.split("#")[0] ? null : link;
}
