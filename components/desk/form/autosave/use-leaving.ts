"use client";
/** What is typed and the page is left: it is kept first, or the editor is asked. */
import { useEffect } from "react";
import { isSearch } from "../../leaving/unsent";
import type { Autosaver } from "./autosaver";

interface Unkept {
  isUnkept: boolean;
  /** How many parts of the form hold what no save can keep yet. */
  pending: number;
}

/**
 * While something is not kept: a link or another form of the page (as the one that signs out) waits until it is, and the browser
 * asks before the page is closed, reloaded or left by Back.
 */
export function useLeaving(saver: Autosaver, { isUnkept, pending }: Unkept, question: string): void {
  useEffect(() => {
    if (!isUnkept && pending === 0) return;
    const ask = (event: BeforeUnloadEvent) => {
      // By the time the question is answered it may be kept.
      void saver.flush(true);
      event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      const link = linkOf(event);
      if (!link || event.defaultPrevented || !saver.isUnkept) return;
      hold(event);
      void saver.flush().then(() => location.assign(link.href));
    };
    const onSubmit = (event: SubmitEvent) => {
      const { target, submitter } = event;
      if (event.defaultPrevented || !(target instanceof HTMLFormElement) || !leadsAway(target)) return;
      hold(event);
      void saver.flush().then(() => {
        // A form may lead on without leaving the document, of which the browser would not ask.
        if ((saver.isUnkept || pending > 0) && !confirm(question)) return;
        window.removeEventListener("submit", onSubmit, true);
        target.requestSubmit(submitter);
      });
    };
    window.addEventListener("beforeunload", ask);
    window.addEventListener("click", onClick, true);
    window.addEventListener("submit", onSubmit, true);
    return () => {
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("click", onClick, true);
      window.removeEventListener("submit", onSubmit, true);
    };
  }, [saver, isUnkept, pending, question]);
}

function hold(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Whether sending a form leaves the page: a search does, and signing out. */
function leadsAway(form: HTMLFormElement): boolean {
  if (form.matches(".record-form, dialog form")) return false;
  return isSearch(form) || form.closest(".desk-header") !== null;
}

/** The link that a plain click follows in this tab. */
function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || (link.target && link.target !== "_self")) return null;
  // A place on this page is no other page.
  return link.hash && link.href.split("#")[0] === location.href.split("#")[0] ? null : link;
}
