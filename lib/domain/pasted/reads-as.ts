/** Whether a cell says a value of a field, as data does and no heading. */
import { countryNamed } from "../country-named";
import { currencyCodes } from "../currencies";
import type { Field } from "../fields/fields";
import { fold } from "../folding";
import { withoutMark } from "../kinds/figure-standing";
import { fiscalYearsNamed, readFiscalYear } from "../trade-period";
import { readTypedAmount } from "../typed-amount";
import type { ChoiceWord } from "./cells";
import { isDate } from "./dates-among-words";
import { dateAlone, figureAlone } from "./footnotes";
import { yearAlone } from "./year-alone";

/** Null for a field of text, of which no cell is known to say a value: any may be a heading. */
export function readsAs(field: Field, cell: string, word: ChoiceWord): boolean | null {
  switch (field.kind) {
    case "partialDate":
      return isDate(dateAlone(cell));
    case "wholeNumber": {
      const { figure } = withoutMark(yearAlone(figureAlone(cell)));
      return /^\d+$/.test(figure) || (readFiscalYear(figure) ?? fiscalYearsNamed(figure)) !== null;
    }
    case "decimal":
      return isAmount(withoutMark(figureAlone(cell)).figure);
    case "country":
      // Headings as "To" and "In" are codes of countries too.
      return (cell.length > 2 || /^[A-Z]{2}$/.test(cell)) && countryNamed(cell) !== null;
    case "choice":
      return field.of.some((one) => [one, word(one)].some((said) => fold(said) === fold(cell)));
    default:
      return null;
  }
}

/** Whether a text is an amount, be it one that has to be asked. */
function isAmount(text: string): boolean {
  if (!/\d/.test(text)) return false;
  const read = readTypedAmount(text, { currencies: currencyCodes });
  return read.ok || "choices" in read;
}
