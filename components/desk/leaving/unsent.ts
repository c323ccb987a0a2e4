/** What a page of the desk holds beside a record's own form that was typed and not sent: a comment, a reply, a setting. */

/** Typed by these, it is no text that someone would miss. */
const passedOver = new Set([
  "hidden",
  "password",
  "search",
  "checkbox",
  "radio",
  "button",
  "submit",
  "reset",
]);

/** A refused form begins with what was typed, which is not sent all the same. */
export const refusedMark = "data-refused";

/**
 * The forms of a page that hold typed text or a chosen file which was not sent. Record forms keep theirs by themselves, and
 * what a search or a filter holds stands in the address.
 */
export function unsentForms(page: Document, except?: HTMLFormElement | null): HTMLFormElement[] {
  return [...page.forms].filter((form) => form !== except && !keepsItself(form) && holdsUnsent(form));
}

function keepsItself(form: HTMLFormElement): boolean {
  return form.matches(".record-form") || (form.method === "get" && !isAction(form));
}

/** A form with an action that the browser's page calls gets this address from React, and no method. */
const isAction = (form: HTMLFormElement) =>
  form.getAttribute("action")?.startsWith("javascript:") === true || form.hasAttribute(refusedMark);

function holdsUnsent(form: HTMLFormElement): boolean {
  const isRefused = form.hasAttribute(refusedMark);
  return [...form.elements].some((control) => {
    if (control instanceof HTMLTextAreaElement) return isTyped(control, isRefused);
    if (!(control instanceof HTMLInputElement) || passedOver.has(control.type)) return false;
    return control.type === "file" ? (control.files?.length ?? 0) > 0 : isTyped(control, isRefused);
  });
}

function isTyped(control: HTMLTextAreaElement | HTMLInputElement, isRefused: boolean): boolean {
  if (control.readOnly || control.disabled) return false;
  const typed = control.value.trim();
  return typed !== control.defaultValue.trim() || (isRefused && typed !== "");
}
