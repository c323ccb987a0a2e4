import { currencyCodes } from "../../currencies";
import { isDash } from "../../dashes";
import { normalDecimal, rounded, showAmount, showMoney } from "../../money";
import { readTypedAmount, typeAmount } from "../../typed-amount";
import { type FieldOf, type FieldSettings, type IsOptional, makeField, oneLine, refuse } from "../field";
import { exported } from "./export";
import { storage } from "./storage";

export interface DecimalSettings extends FieldSettings {
  /** Digits before the point at the most. */
  digits: number;
  /** Digits after the point at the most. */
  scale: number;
  /** Largest and smallest value, where the digits do not say it. Amounts start at 0. */
  min?: number;
  max?: number;
  /** Further digits are rounded away rather than refused. */
  rounds?: true;
  /** A sum of money, taken as people paste it: with groups, a magnitude, the sign of a currency. */
  money?: boolean;
}

export interface DecimalField<O extends boolean = boolean> extends FieldOf<
  "decimal",
  string,
  O,
  typeof storage
> {
  readonly money: boolean;
}

/** A decimal number kept as a string and stored as NUMERIC: never a float. */
export function decimal<const S extends DecimalSettings>(settings: S): DecimalField<IsOptional<S>> {
  const { digits, scale, money = false, rounds, min = -Infinity, max = Infinity }: DecimalSettings = settings;
  const field = makeField<"decimal", string, IsOptional<S>, typeof storage>("decimal", settings, {
    storage,
    exported,
    schema: () =>
      oneLine((typed, context) => {
        const { amount: read, choices } = money ? readSum(typed) : { amount: normalDecimal(typed) };
        if (read === null && money && isBracketed(typed)) return refuse(context, "decimal.bracketed");
        if (read === null && money && isDash(typed)) return refuse(context, "decimal.dash");
        if (choices) return refuse(context, "decimal.ambiguous", { choices });
        if (read === null) return refuse(context, "decimal.notANumber");
        const plain = rounds ? rounded(read, scale) : read;
        const [whole = "", fraction = ""] = plain.replace("-", "").split(".");
        if (whole.length > digits) return refuse(context, "decimal.tooLarge", { digits });
        if (fraction.length > scale) return refuse(context, "decimal.tooFine", { scale });
        if (min === 0 && plain.startsWith("-")) return refuse(context, "decimal.negative");
        if (Number(plain) < min || Number(plain) > max)
          return refuse(context, "number.outside", { min: String(min), max: String(max) });
        return plain;
      }),
    type: (value) => (money ? typeAmount(value) : value),
    show: (value, { locale }) => (money ? showAmount(value, locale, "full") : value),
    otherWords: (value) => (money ? [showAmount(value)] : []),
    texts: (value, currency) => (money ? [{ text: showMoney(value, currency), isProse: false }] : []),
  });
  return { ...field, money };
}

/** "(0.5)" is negative to accountants, and elsewhere a figure with a reservation. */
const isBracketed = (typed: string) => /^\([\d .,'’]{1,40}\)$/u.test(typed);

/**
 * A typed sum as a plain decimal, null where it is none; with the sums that it may be where it is ambiguous. Of which
 * currency it is, the record around it judges.
 */
function readSum(typed: string): { amount: string | null; choices?: string } {
  const read = readTypedAmount(typed, { currencies: currencyCodes });
  if (read.ok) return { amount: read.amount };
  return read.problem === "decimal.ambiguous"
    ? { amount: null, choices: read.choices.map(typeAmount).join(" / ") }
    : { amount: null };
}
