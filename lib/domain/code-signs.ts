/**
 * The words by which searches find a record for what it holds as a code: a choice or a country. Records keep the sign, and a
 * search asks for the signs of all that is called so now, in its own language: no record is written anew for another name.
 * A sign begins with a digit, so that no misspelt word is ever taken for it.
 */

/** The sign of a choice, by its key. A key means the same wherever it stands. */
export function choiceSign(key: string): string {
  return `0c${plain(key)}`;
}

/** The sign of a country, by its code. */
export function countrySign(code: string): string {
  return `0n${plain(code)}`;
}

const plain = (code: string) => code.toLowerCase().replace(/[^a-z0-9]/g, "");
