/** By what readers can narrow or group a kind's list, in the query of its address. */
import { isCountry } from "@/lib/domain/countries";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { ranks } from "@/lib/domain/kinds/visit";

/** Takes a parameter's value to its one spelling, null where the page knows no such value. */
export type Spelled = (value: string) => string | null;

export interface ListQuery {
  /** The parameters that the page knows, in the order in which its canonical address has them. */
  parameters: Record<string, Spelled>;
  /** A handful of combinations are pages like any other; of millions none is worth keeping. */
  isKept: boolean;
}

const oneOf =
  (values: readonly string[]): Spelled =>
  (value) =>
    values.find((one) => one === value.toLowerCase()) ?? null;

/** The kinds whose lists take a query. All others' lists know none. */
export const listQueries: Partial<Record<KindKey, ListQuery>> = {
  visit: {
    parameters: {
      from: (value) => (isCountry(value.toUpperCase()) ? value.toUpperCase() : null),
      rank: oneOf(ranks),
      year: (value) => (/^[12]\d{3}$/.test(value) ? value : null),
    },
    isKept: false,
  },
  agreement: { parameters: { by: oneOf(["subject", "status"]) }, isKept: true },
};
