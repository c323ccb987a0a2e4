/** Puts a value into an input of a form as if it had been typed, for all who listen. A name that no input has does nothing. */
export function typeInto(form: HTMLFormElement | null | undefined, name: string, value: string): void {
  const input = form?.elements.namedItem(name);
  if (!(input instanceof HTMLInputElement || input instanceof HTMLSelectElement)) return;
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
