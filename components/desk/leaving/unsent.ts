/** What a page of the desk holds beside a record's own form that was typed and not sent: a comment, a reply, a setting, a table. */

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

/**
 * On a form that begins with what is not kept all the same: one that was refused, or a table that is read and not saved; and on a
 * record's form while it holds what no save keeps, or what the server could not keep.
 */
export const unsentMark = "data-unsent";

/** Whether a page holds anything that would be lost with it, in whatever form. */
export const holdsUnkept = (page: Document): boolean =>
  unsentForms(page).length > 0 || page.querySelector(`.record-form[${unsentMark}]`) !== null;

/**
 * The forms of a page that hold typed text or a chosen file which was not sent. Record forms keep theirs by themselves, and
 * what a search or a filter holds stands in the address.
 */
export function unsentForms(page: Document, except?: HTMLFormElement | null): HTMLFormElement[] {
  return [...page.forms].filter((form) => form !== except && !keepsItself(form) && holdsUnsent(form));
}

function keepsItself(form: HTMLFormElement): boolean {
  return form.matches(".record-form") || isSearch(form);
}

/** Whether a form only leads to another page, as a search does, or a filter. */
export const isSearch = (form: HTMLFormElement) => form.method === "get" && !isAction(form);

/** A form with an action that the browser's page calls gets this address from React, and no method. */
const isAction = (form: HTMLFormElement) =>
  form.getAttribute("action")?.startsWith("javascript:") === true || form.hasAttribute(unsentMark);

function holdsUnsent(form: HTMLFormElement): boolean {
  const isMarked = form.hasAttribute(unsentMark);
  return [...form.elements].some((control) => {
    if (control instanceof HTMLTextAreaElement) return isTyped(control, isMarked);
    if (!(control instanceof HTMLInputElement) || passedOver.has(control.type)) return false;
    return control.type === "file" ? (control.files?.length ?? 0) > 0 : isTyped(control, isMarked);
  });
}

function isTyped(control: HTMLTextAreaElement | HTMLInputElement, isMarked: boolean): boolean {
  if (control.readOnly || control.disabled) return false;
  const typed = control.value.trim();
  return typed !== control.defaultValue.trim() || (isMarked && typed !== "");
}
