"use client";
import { useEffect } from "react";
import { unsentForms } from "./unsent";

/**
 * Asks before a page of the desk is left on which something was typed and not sent, whatever form it stands in: the browser
 * asks where the page is closed, reloaded or left by a link or Back; `question` is asked before signing out, which leaves no document.
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
    window.addEventListener("beforeunload", ask);
    window.addEventListener("submit", beforeSending, true);
    window.addEventListener("submit", afterSending);
    return () => {
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("submit", beforeSending, true);
      window.removeEventListener("submit", afterSending);
    };
  }, [question]);
  return null;
}
