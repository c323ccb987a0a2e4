/** Doubts about the scale of amounts that the other records of the same table show. */
import type { Doubt } from "../doubts";
import type { Held } from "../fields/field";
import type { Kind } from "../kinds/define-kind";
import { showAmount } from "../money";
import { isOutOfScale } from "../out-of-scale";

/** A record of the table as it is judged: its title, and what can be read of it. */
export interface Beside {
  title: string;
  values: Held;
}

/** How many of the nearest records an amount is held against. */
const mostNeighbours = 6;

/**
 * For each of these records, in their order, the doubts about amounts that lie some thousand times off the nearest ones of the same
 * series in the table; none for a kind whose records make no series.
 */
export function outOfSeriesIn({ series }: Pick<Kind, "series">, records: readonly Beside[]): Doubt[][] {
  if (!series) return records.map(() => []);
  // What no line says yet, as the reporter while it is not chosen, is the same for all of them.
  const isSameSeries = (one: Held, other: Held) => series.same.every((key) => one[key] === other[key]);
  const placeOf = ({ values }: Beside) => values[series.along];
  return records.map((record) => {
    const at = placeOf(record);
    if (typeof at !== "number") return [];
    const distance = (other: Beside) => Math.abs(Number(placeOf(other)) - at);
    const nearest = records
      .filter(
        (one) =>
          one !== record && typeof placeOf(one) === "number" && isSameSeries(one.values, record.values),
      )
      .sort((one, other) => distance(one) - distance(other));
    return series.values.flatMap((key) => doubtAbout(record, nearest, key, series.says));
  });
}

/** The doubt about one amount. It counts among those that it is held against: of three, the one that is off is doubted alone. */
function doubtAbout({ values }: Beside, nearest: readonly Beside[], key: string, code: string): Doubt[] {
  const value = values[key];
  if (typeof value !== "string") return [];
  const beside = nearest
    .flatMap(({ title, values }) => {
      const amount = values[key];
      return typeof amount === "string" ? [{ title, amount }] : [];
    })
    .slice(0, mostNeighbours);
  if (!isOutOfScale(value, [value, ...beside.map(({ amount }) => amount)])) return [];
  const other = beside.find(({ amount }) => isOutOfScale(value, [amount]));
  if (!other) return [];
  return [
    {
      path: key,
      code,
      params: { title: other.title, amount: showAmount(other.amount, "en", "full") },
      about: value,
    },
  ];
}
