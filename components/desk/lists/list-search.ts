/** How long typing pauses before a list is looked for, in milliseconds. */
export const actsAfter = 350;

/** What a form of filters asks for, as an address says it behind its question mark: nothing empty, and nothing that is so unless told. */
export function listSearch(form: FormData, usual: Record<string, string>): string {
  const values = new Map<string, string>();
  for (const [name, value] of form) {
    if (typeof value !== "string" || value.trim() === "") continue;
    const before = values.get(name);
    values.set(name, before === undefined ? value : `${before},${value}`);
  }
  const said = [...values].filter(([name, value]) => usual[name] !== value);
  return new URLSearchParams(said).toString();
}
