/** Years in words, for what a drawing of them leaves out. */

/** So many are told one by one, or as runs without a gap. */
const mostTold = 8;

/** These years, which are in order: "1648, 1701–1703". Of very many the first, and an ellipsis. */
export function yearsTold(years: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run && year === run[1] + 1) run[1] = year;
    else runs.push([year, year]);
  }
  const told = runs
    .slice(0, mostTold)
    .map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return [...told, ...(runs.length > mostTold ? ["…"] : [])].join(", ");
}
