/** What was typed into a form, before it is read. Browsers load this without the rest of the domain. */

/** What a form sends for one field: a string, several strings, or rows of further fields. */
export type TypedValue = string | string[] | Typed[];
export type Typed = { [field: string]: TypedValue };

/**
 * How a form sends a field: as one text, as several texts of one name (in their order, or as a set in which the order
 * means nothing), or as rows of further fields.
 */
export type Sends = "text" | "list" | "set" | "rows";

/** The rows among what was typed for a field. */
export function typedRows(typed: TypedValue | undefined): Typed[] {
  return Array.isArray(typed) ? typed.filter((one): one is Typed => typeof one !== "string") : [];
}

/** The texts among what was typed for a field that sends several. */
export function typedTexts(typed: TypedValue | undefined): string[] {
  return Array.isArray(typed) ? typed.filter((one) => typeof one === "string") : [];
}
