/** The currency of the form in which sums are typed. */
import { currencyField } from "@/lib/domain/typed-currency-field";

/** A form's choice of a currency; null where it has none. */
export function currencyChoice(form: HTMLFormElement | null | undefined): HTMLSelectElement | null {
  if (!form) return null; // On the server there are no forms, nor any class of their inputs.
  const found = form.elements.namedItem(currencyField);
  return found instanceof HTMLSelectElement ? found : null;
}

/** The codes that a form offers. */
export function offeredCurrencies(form: HTMLFormElement | null | undefined): string[] {
  return [...(currencyChoice(form)?.options ?? [])].map(({ value }) => value).filter(Boolean);
}

/** What a form calls a currency. */
export function currencyLabel(form: HTMLFormElement | null | undefined, code: string): string {
  const options = [...(currencyChoice(form)?.options ?? [])];
  return options.find(({ value }) => value === code)?.label ?? code;
}
