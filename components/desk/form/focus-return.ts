"use client";
/**
 * Where the focus goes on after a save has drawn the page anew: the form that had it is gone by then, and the
 * browser would begin at the top of the document.
 */

/** What had the focus when a record's page was about to be drawn anew, and whose page it was. */
let left: { id: string; selectors: string[] } | null = null;

/** Remembers what has the focus, for the page of this record that is drawn next. */
export function leaveFocus(recordId: string): void {
  left = { id: recordId, selectors: selectorsOf(document.activeElement) };
}

/** What had the focus when this record's page was drawn anew; null where that was not just now. */
export function takeLeft(recordId: string | null): string[] | null {
  const taken = left;
  left = null;
  return taken && taken.id === recordId ? taken.selectors : null;
}

/** Where nothing has the focus, gives it to the first of these that is there and takes it. */
export function focusOneOf(within: HTMLElement | null, selectors: readonly string[]): void {
  // The editor may be elsewhere already.
  if (!within || !isFocusLost()) return;
  for (const selector of selectors) {
    const found = within.querySelector<HTMLElement>(selector);
    found?.focus({ preventScroll: true });
    if (found && document.activeElement === found) return;
  }
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
