import { currencyCodes } from "../../currencies";
import { isDash } from "../../dashes";
import { type Axis, pairOfDegrees, readDegrees } from "../../degrees";
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
  /** A coordinate, taken as maps write it: with a decimal comma, minutes and seconds, a side of the world. */
  degrees?: Axis;
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
  readonly degrees: Axis | undefined;
}

/** A decimal number kept as a string and stored as NUMERIC: never a float. */
export function decimal<const S extends DecimalSettings>(settings: S): DecimalField<IsOptional<S>> {
  const { digits, scale, money = false, degrees, rounds }: DecimalSettings = settings;
  const { min = -Infinity, max = Infinity }: DecimalSettings = settings;
  const readAs = degrees ? (typed: string) => readCoordinate(typed, degrees) : money ? readSum : readPlain;
  const field = makeField<"decimal", string, IsOptional<S>, typeof storage>("decimal", settings, {
    storage,
    exported,
    schema: () =>
      oneLine((typed, context) => {
        const read = readAs(typed);
        if ("problem" in read) return refuse(context, read.problem, read.params);
        const plain = rounds ? rounded(read.amount, scale) : read.amount;
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
  return { ...field, money, degrees };
}

/** "(0.5)" is negative to accountants, and elsewhere a figure with a reservation. */
const isBracketed = (typed: string) => /^\([\d .,'’]{1,40}\)$/u.test(typed);

/** What was typed as a plain decimal, or what is wrong with it. */
type Read = { amount: string } | { problem: string; params?: Record<string, string> };

function readPlain(typed: string): Read {
  const amount = normalDecimal(typed);
  return amount === null ? { problem: "decimal.notANumber" } : { amount };
}

/** Of which currency a sum is, the record around it judges. */
function readSum(typed: string): Read {
  const read = readTypedAmount(typed, { currencies: currencyCodes });
  if (read.ok) return { amount: read.amount };
  if (read.problem !== "decimal.ambiguous")
    return {
      problem: isBracketed(typed) ? "decimal.bracketed" : isDash(typed) ? "decimal.dash" : read.problem,
    };
  return { problem: read.problem, params: { choices: read.choices.map(typeAmount).join(" / ") } };
}

/** A pair is divided by the record around it, where the other field is empty. */
function readCoordinate(typed: string, axis: Axis): Read {
  const read = readDegrees(typed, axis);
  if (read.ok) return { amount: read.degrees };
  if (read.problem === "decimal.ambiguous")
    return { problem: read.problem, params: { choices: read.choices.join(" / ") } };
  return { problem: pairOfDegrees(typed) ? "degrees.pair" : read.problem };
}
