/** Whether a line of a table says one thing, or little beside the width of the table: a title, or a note. */
export function isTitle(line: readonly string[]): boolean {
  const said = new Set(line.filter(Boolean)).size;
  return said <= 1 || said * 2 < line.length;
}
