/** Values as the text format of PostgreSQL's COPY has them. */

// What the format takes for something else: the ends of cells and rows, and its own sign for them.
const special = /[\\\n\r\t]/g;
const escapes: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** The cell of a value that is not there. */
export const nullCell = "\\N";

/** The cell of a text, or of anything that PostgreSQL reads from this text. */
export function cellOf(text: string): string {
  return text.replace(special, (one) => escapes[one]!);
}

/** The cell of a list of texts. */
export function listCell(texts: readonly string[]): string {
  return cellOf(`{${texts.map((one) => `"${one.replace(/["\\]/g, "\\$&")}"`).join(",")}}`);
}
