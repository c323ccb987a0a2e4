/** The words of a form, as the page sends them: plain strings with `{name}` places. */
export interface Words {
  [key: string]: string | Words;
}

/** Puts values in the places of a text: `{count} found` with `{ count: 3 }` is "3 found". */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}

/** The text under a dotted key; the key itself where there is none, so that a gap shows. */
export function wordAt(words: Words, key: string): string {
  let at: string | Words | undefined = words;
  for (const part of key.split(".")) at = typeof at === "object" ? at[part] : undefined;
  return typeof at === "string" ? at : key;
}
