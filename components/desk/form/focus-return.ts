"use client";
/**
 * Where the focus goes on after a save has drawn the page anew: the form that had it is gone by then, and the
 * browser would begin at the top of the document.
 */

/** What had the focus when a record's page was about to be drawn anew, and whose page it was. */
let left: { id: string; selector: string } | null = null;

/** Remembers what has the focus, for the page of this record that is drawn next. */
export function leaveFocus(recordId: string): void {
  const selector = selectorOf(document.activeElement);
  left = selector === null ? null : { id: recordId, selector };
}

/** Puts the focus back into the form of a record, or else on the first of `others` that is there. */
export function returnFocus(form: HTMLElement | null, recordId: string | null, others: string[]): void {
  const selectors = left && left.id === recordId ? [left.selector, ...others] : others;
  left = null;
  // Somebody is elsewhere already.
  if (!form || !isFocusLost()) return;
  for (const selector of selectors) {
    const found = form.querySelector<HTMLElement>(selector);
    found?.focus({ preventScroll: true });
    if (found && document.activeElement === found) return;
  }
}

/** Whether nothing has the focus, as after what had it was taken away. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** The buttons that go on from where an action was done: the same again, or what is always there. */
export function buttonsLike(intent: string): string[] {
  const first = intent === "unpublish" ? "publish" : intent;
  return [first, "save"].map((one) => `.action-bar button[value="${CSS.escape(one)}"]`);
}

function selectorOf(element: Element | null): string | null {
  if (element instanceof HTMLButtonElement && element.name === "_intent")
    return buttonsLike(element.value)[0]!;
  return element?.id ? `#${CSS.escape(element.id)}` : null;
}
