/** From a cell of a table to what a form would hold: codes for names, a line for each of several, a sum with its unit. */
import { countryNamed } from "../country-named";
import { currenciesMeant } from "../currency-signs";
import { currencyCodes } from "../currencies";
import type { ChoiceField } from "../fields/choice/choice";
import type { CountryField } from "../fields/country/country";
import type { Field } from "../fields/fields";
import { fold } from "../folding";
import { withMagnitude } from "../typed-amount";
import { currencyField } from "../typed-currency-field";
import type { Order } from "../date-vocabulary";
import { partsOfColumn } from "./columns";
import { dateInOrder } from "./date-orders";
import { amountInMarks, type Mark } from "./decimal-marks";

/** What the interface calls a choice: its word; the choice itself where it has none. */
export type ChoiceWord = (choice: string) => string;

interface CellOf {
  path: string;
  field: Field;
  /** What the amounts of its column are in; empty where that is not told. */
  unit: string;
  /** In which order the dates of its column stand; null where that is open. */
  order: Order | null;
  /** Which is the decimal mark of its column's amounts; null where that is open or says nothing. */
  mark: Mark | null;
  word: ChoiceWord;
}

/** What a form's input would hold for a cell. What it cannot be read as stays as it is, for the field to refuse. */
export function typedCell({ path, field, unit, order, mark, word }: CellOf, cell: string): string {
  const text = cell.trim();
  if (text === "") return "";
  switch (field.kind) {
    case "choice":
      return choiceMeant(field, path, text, word);
    case "country":
      return countryMeant(field, text, word);
    case "decimal":
      return field.money ? amountMeant(text, unit, mark) : text;
    case "partialDate":
      return dateInOrder(text, order);
    case "lines":
      return text
        .split(field.commas && !/[;\n]/.test(text) ? /,| and /u : ";")
        .map((one) => one.trim())
        .filter(Boolean)
        .join("\n");
    default:
      return text;
  }
}

function amountMeant(text: string, unit: string, mark: Mark | null): string {
  return withMagnitude(amountInMarks(text, mark), unit, { currencies: currencyCodes });
}

function choiceMeant(field: ChoiceField, path: string, text: string, word: ChoiceWord): string {
  const said = fold(text);
  const exact = field.of.find((one) => fold(one) === said || fold(word(one)) === said);
  if (exact !== undefined) return exact;
  if (field.notSaidBy.includes(said)) return "";
  if (partsOfColumn(path).own === currencyField) {
    const [code, ...others] = currenciesMeant(text, currencyCodes);
    return code !== undefined && others.length === 0 ? code : text;
  }
  // "Consulate" begins "Consulate general" as well, but is a word of its own; a beginning of one alone is that one.
  const begun = field.named ? [] : field.of.filter((one) => fold(word(one)).startsWith(said));
  return begun.length === 1 ? begun[0]! : text;
}

function countryMeant(field: CountryField, text: string, word: ChoiceWord): string {
  const said = fold(text);
  const also = field.also.find((one) => fold(one) === said || fold(word(one)) === said);
  return also ?? countryNamed(text) ?? text;
}
