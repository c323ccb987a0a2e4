/** Ways to put typed values in words that several kinds share. */
import type { TypedValue } from "@/lib/domain/fields/field";
import type { Option } from "../form/form-spec";

/** A typed text as one line, by what stands for it; no line where it is no text. */
export function oneText(typed: TypedValue, said: (text: string) => string = (text) => text): string[] {
  return typeof typed === "string" ? [said(typed)] : [];
}

/** A typed text line by line. */
export function linesOf(typed: TypedValue): string[] {
  return typeof typed === "string" ? typed.split("\n") : [];
}

/** The label of a value; the value itself where it is none of the options. */
export function labelOf(options: readonly Option[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? value;
}

/** The text with a capital letter at its beginning. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
