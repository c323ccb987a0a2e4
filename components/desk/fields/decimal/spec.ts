import type { DecimalField } from "@/lib/domain/fields/decimal/decimal";

export interface DecimalSpec {
  kind: "decimal";
  /** A sum in whole units of a currency, whose digits may be grouped. */
  money: boolean;
}

export const decimalSpec = ({ money }: DecimalField): DecimalSpec => ({ kind: "decimal", money });
