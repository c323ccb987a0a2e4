/**
 * Plain values as one text that is short where pages hold it: the keys of rows of one shape are said once, and strings
 * stand in backticks, for HTML writes a quotation mark as six characters and a string of a script as two.
 */

/** The key of what stands for rows; no field has it. */
const rowsKey = "[]";
type Row = Record<string, unknown>;
/** Rows of one shape that follow one another: their keys, then the values of each. */
type Run = [keys: string[], ...rows: unknown[][]];

/** A value as text. It is one that JSON can hold. */
export function pack(value: unknown): string {
  const short = JSON.stringify(value, (_key, one: unknown) =>
    isRows(one) ? { [rowsKey]: runsOf(one) } : one,
  );
  return withMarksTurned(short);
}

/**
 * What was packed.
 * @throws {SyntaxError} for a text that `pack` does not write.
 */
export function unpack(packed: string): unknown {
  return JSON.parse(withMarksTurned(packed), (_key, one: unknown) =>
    isRow(one) && Object.hasOwn(one, rowsKey) ? rowsOf(one[rowsKey]) : one,
  );
}

/** Each mark in the place of the other, so that doing it twice does nothing. */
function withMarksTurned(text: string): string {
  return text.replace(/["`]/g, (mark) => (mark === "`" ? '"' : "`"));
}

function runsOf(rows: readonly Row[]): Run[] {
  const runs: Run[] = [];
  for (const row of rows) {
    const keys = Object.keys(row).filter((key) => row[key] !== undefined);
    const run = runs.at(-1);
    const values = keys.map((key) => row[key]);
    if (run && isSame(run[0], keys)) run.push(values);
    else runs.push([keys, values]);
  }
  return runs;
}

function rowsOf(runs: unknown): Row[] {
  if (!Array.isArray(runs)) throw new SyntaxError("no runs of rows");
  return runs.flatMap((run: unknown) => {
    const [keys, ...rows] = listOf(run);
    const names = listOf(keys);
    return rows.map((row) => {
      const values = listOf(row);
      if (values.length !== names.length) throw new SyntaxError("a row of another shape than its keys");
      return Object.fromEntries(names.map((name, index) => [String(name), values[index]]));
    });
  });
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new SyntaxError("no list");
  return value;
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isRows(value: unknown): value is Row[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRow);
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}
