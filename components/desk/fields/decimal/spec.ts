import type { Axis } from "@/lib/domain/degrees";
import type { DecimalField } from "@/lib/domain/fields/decimal/decimal";

export interface DecimalSpec {
  kind: "decimal";
  /** A sum in whole units of a currency, whose digits may be grouped. */
  money: boolean;
  /** Which coordinate it is. The other one has a field of its own beside it. */
  degrees?: Axis;
  /** The key of the choice beside it that says how sure the figure is. */
  marks?: string;
}

export const decimalSpec = ({ money, degrees }: DecimalField): DecimalSpec => ({
  kind: "decimal",
  money,
  ...(degrees && { degrees }),
});
