import type { Viewed } from "../frame/setting";

type Seated = Pick<Viewed<"mission">, "values">;

/** Missions by which of them speaks for a country: resident ones before accreditations, of those embassies; of a kind as they are listed. */
export function foremostFirst<M extends Seated>(missions: readonly M[]): M[] {
  const rank = ({ values: { accreditedFrom, type } }: M) =>
    2 * Number(accreditedFrom !== undefined) + Number(type !== "embassy");
  return [...missions].sort((one, other) => rank(one) - rank(other));
}
