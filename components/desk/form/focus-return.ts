"use client";
/**
 * Where the focus goes on after a save has drawn the page anew: the form that had it is gone by then, and the
 * browser would begin at the top of the document.
 */

/** What had the focus when a record's page was about to be drawn anew, and whose page it was. */
let left: { id: string; element: Element | null } | null = null;

/** Remembers what has the focus, for the page of this record that is drawn next. */
export function leaveFocus(recordId: string): void {
  left = { id: recordId, element: document.activeElement };
}

/** What had the focus when this record's page was drawn anew; null where that was not just now. */
export function takeLeft(recordId: string | null): Element | null {
  const taken = left;
  left = null;
  return taken && taken.id === recordId ? taken.element : null;
}

/** Gives the focus to what stands where this element stood, with the caret of a text where it was. */
export function focusAgain(within: HTMLElement | null, was: Element): void {
  if (!focusOneOf(within, selectorsOf(was))) return;
  const now = document.activeElement;
  if (!takesCaret(was) || !takesCaret(now)) return;
  now.setSelectionRange(was.selectionStart, was.selectionEnd);
}

/** Whether it has a caret; an input of another type than text has none that scripts can set. */
function takesCaret(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  return (
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && element.selectionStart !== null)
  );
}

/** Where nothing has the focus, gives it to the first of these that is there and takes it; returns whether one did. */
export function focusOneOf(within: HTMLElement | null, selectors: readonly string[]): boolean {
  // The editor may be elsewhere already.
  if (!within || !isFocusLost()) return false;
  for (const selector of selectors) {
    const found = within.querySelector<HTMLElement>(selector);
    found?.focus({ preventScroll: true });
    if (found && document.activeElement === found) return true;
  }
  return false;
}

/** The buttons that go on from where an action was done: the same again, or what is always there. */
export function buttonsLike(intent: string): string[] {
  const first = intent === "unpublish" ? "publish" : intent;
  return [first, "save"].map((one) => `.action-bar button[value="${CSS.escape(one)}"]`);
}

/** Whether nothing has the focus, as after what had it was taken away. */
function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function selectorsOf(element: Element | null): string[] {
  if (element instanceof HTMLButtonElement && element.name === "_intent") return buttonsLike(element.value);
  return element?.id ? [`#${CSS.escape(element.id)}`] : [];
}
