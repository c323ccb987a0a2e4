import { currencySign } from "@/lib/domain/money";
import type { Unit } from "./trade-figures";

/** A unit's name, "US$ million"; `word` gives the words for the powers of ten. */
export function unitName({ currency, power }: Unit, locale: string, word: (key: string) => string): string {
  const { sign } = currencySign(currency, locale);
  return power === 0 ? sign : `${sign} ${word(`power${power}`)}`;
}
