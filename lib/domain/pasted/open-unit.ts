/** Units that cannot be read, or be read in two ways: asked once for their column. */
import { currencyCodes } from "../currencies";
import { powersMeant } from "../magnitudes";
import { readTypedAmount } from "../typed-amount";
import { standingIn, withoutStanding } from "./heading-standing";
import { unitOf } from "./heading-units";
import { valuationIn, withoutValuation } from "./heading-valuation";

const scales: Readonly<Record<string, string>> = {
  ...{ "1000": "thousand", "1000000": "million" },
  ...{ "1000000000": "billion", "1000000000000": "trillion" },
};

/** What a column's unit may be where that is open: "mil. USD" is thousand or million USD. Empty where it cannot be read at all, null where it is sure. */
export function openUnit(unit: string): string[] | null {
  const plain = withoutStanding(withoutValuation(unit));
  if (plain === "" || unitOf(plain)) return null;
  const read = readTypedAmount(`1 ${plain}`, { currencies: currencyCodes });
  if (!("choices" in read)) return [];
  const rest = plain.split(" ").filter((word) => powersMeant(word) === undefined);
  return read.choices.flatMap((amount) => {
    const scale = scales[amount];
    const said = scale && [[scale, ...rest].join(" "), valuationIn(unit), standingIn(unit)];
    return said ? [said.filter(Boolean).join(", ")] : [];
  });
}
