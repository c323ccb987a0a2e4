/** Organisations by the letters that their names begin with: "World Trade Organization" is "WTO". */

const name =
  /\p{Lu}[\p{L}'’-]*(?: (?:(?:of|the|and|for|on|in|de|del|la|los|las|y) ){0,2}\p{Lu}[\p{L}'’-]*)+/gu;

export interface Initialled {
  initials: string;
  /** Where the name stands in the text. */
  from: number;
  to: number;
}

/** The names of several capitalised words in a text, small words between them left out. */
export function initialsIn(text: string): Initialled[] {
  return [...text.matchAll(name)].map(({ 0: found, index }) => ({
    initials: [...found.matchAll(/(?<![\p{L}'’-])\p{Lu}/gu)].join(""),
    from: index,
    to: index + found.length,
  }));
}
