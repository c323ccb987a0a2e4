"use client";
import { useEffect } from "react";
import { guardHistory } from "./guard-history";
import { holdsUnkept, unsentForms } from "./unsent";

/**
 * Asks before a page of the desk is left on which something was typed and not sent, whatever form it stands in: the browser
 * asks where the page is closed, reloaded or left by a link or Back; `question` is asked where no document is left: before signing out,
 * and at Back from a page to which scripts have led.
 */
export function AskBeforeLeaving({ question }: { question: string }) {
  useEffect(() => {
    // Left by the sending of a form, what that form holds is not lost.
    let sent: HTMLFormElement | null = null;
    const ask = (event: BeforeUnloadEvent) => {
      if (unsentForms(document, sent).length > 0) event.preventDefault();
      sent = null;
    };
    const beforeSending = (event: SubmitEvent) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || !form.closest(".desk-header") || event.defaultPrevented)
        return;
      if (unsentForms(document, form).length === 0 || confirm(question)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const afterSending = (event: SubmitEvent) => {
      if (!event.defaultPrevented && event.target instanceof HTMLFormElement) sent = event.target;
    };
    const unguard = guardHistory(() => holdsUnkept(document), question);
    window.addEventListener("beforeunload", ask);
    window.addEventListener("submit", beforeSending, true);
    window.addEventListener("submit", afterSending);
    return () => {
      unguard();
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("submit", beforeSending, true);
      window.removeEventListener("submit", afterSending);
    };
  }, [question]);
  return null;
}
