import { normalDecimal } from "../../money";
import { type Field, type FieldSettings, type IsOptional, oneLine, refuse, settled } from "../field";

export interface DecimalSettings extends FieldSettings {
  /** Digits before the point at the most. */
  digits: number;
  /** Digits after the point at the most. */
  scale: number;
  /** Largest and smallest value, where the digits do not say it. Amounts start at 0. */
  min?: number;
  max?: number;
  /** A sum of money: commas and spaces that group digits are taken and dropped. */
  money?: boolean;
}

export type DecimalField<O extends boolean = boolean> = Field<"decimal", string, O> & {
  readonly money: boolean;
};

/** A decimal number kept as a string and stored as NUMERIC: never a float. */
export function decimal<const S extends DecimalSettings>(settings: S): DecimalField<IsOptional<S>> {
  const money = settings.money ?? false;
  return {
    kind: "decimal",
    ...settled<IsOptional<S>>(settings),
    money,
    schema: () =>
      oneLine((typed, context) => {
        const plain = normalDecimal(typed, { grouping: money });
        if (plain === null) return refuse(context, "decimal.notANumber");
        const [whole = "", fraction = ""] = plain.replace("-", "").split(".");
        if (whole.length > settings.digits)
          return refuse(context, "decimal.tooLarge", { digits: settings.digits });
        if (fraction.length > settings.scale)
          return refuse(context, "decimal.tooFine", { scale: settings.scale });
        if (settings.min === 0 && plain.startsWith("-")) return refuse(context, "decimal.negative");
        const { min = -Infinity, max = Infinity } = settings;
        if (Number(plain) < min || Number(plain) > max)
          return refuse(context, "number.outside", { min: String(min), max: String(max) });
        return plain;
      }),
    type: (value) => value,
    show: (value, { locale }) =>
      money
        ? new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(
            value as Intl.StringNumericLiteral,
          )
        : value,
  };
}
