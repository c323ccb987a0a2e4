import { currencySign } from "@/lib/domain/money";
import type { Unit } from "./figure-setting";

/** A unit's name, "US$ million"; `word` gives the words for the powers of ten. */
export function unitName(
  { currency, power }: Pick<Unit, "currency" | "power">,
  locale: string,
  word: (key: string) => string,
): string {
  const { sign } = currencySign(currency, locale);
  return power === 0 ? sign : `${sign} ${word(`power${power}`)}`;
}
