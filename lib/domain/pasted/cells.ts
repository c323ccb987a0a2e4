/** From a cell of a table to what a form would hold: codes for names, a line for each of several, a sum with its unit. */
import { countryNamed } from "../country-named";
import { currenciesMeant } from "../currency-signs";
import { currencyCodes } from "../currencies";
import { isDash } from "../dashes";
import type { ChoiceField } from "../fields/choice/choice";
import type { CountryField } from "../fields/country/country";
import type { Field } from "../fields/fields";
import { fold } from "../folding";
import { withMagnitude } from "../typed-amount";
import { currencyField } from "../typed-currency-field";
import { fiscalYearsNamed } from "../trade-period";
import type { Order } from "../date-vocabulary";
import { partsOfColumn } from "./columns";
import type { CommaMeaning } from "./comma-meanings";
import { listIn } from "./commas";
import type { DashMeaning } from "./dash-meanings";
import type { FiscalNaming } from "./fiscal-namings";
import { dateInOrder } from "./date-orders";
import { amountInMarks, type Mark } from "./decimal-marks";
import { dateAlone, figureAlone } from "./footnotes";
import { withoutStanding } from "./heading-standing";
import { unitOf } from "./heading-units";
import { withoutValuation } from "./heading-valuation";
import { isNotKnown } from "./nothing-said";
import { yearAlone } from "./year-alone";

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
  /** What a comma means in the lists of its column; null where that is open or makes no difference. */
  comma: CommaMeaning | null;
  /** What the table's dashes say among amounts; null where that is open. */
  dash: DashMeaning | null;
  /** What the table's fiscal years are named by; null where that is open. */
  fiscal: FiscalNaming | null;
  /** The countries of the table's dossier, for names that several share. */
  countries: readonly string[];
  word: ChoiceWord;
}

/** A cell without what a table prints besides its value: the marks of footnotes. */
export function valueIn(field: Field, cell: string): string {
  if (field.kind === "wholeNumber") return yearAlone(figureAlone(cell));
  if (field.kind === "decimal") return figureAlone(cell);
  return field.kind === "partialDate" ? dateAlone(cell) : cell.trim();
}

/** What a form's input would hold for a cell. What it cannot be read as stays as it is, for the field to refuse. */
export function typedCell(column: CellOf, cell: string): string {
  const { path, field, unit, order, mark, comma, dash, fiscal, countries, word } = column;
  const text = valueIn(field, cell);
  // "NA" is Namibia.
  if (text === "" || (isNotKnown(text) && (field.kind !== "country" || !countryNamed(text)))) return "";
  if (isDash(text)) return field.kind === "decimal" && field.money ? dashMeant(text, dash) : "";
  switch (field.kind) {
    case "choice":
      return choiceMeant(field, path, text, word);
    case "country":
      return countryMeant(field, text, countries, word);
    case "decimal":
      return field.money ? amountMeant(text, unit, mark) : text;
    case "partialDate":
      return dateInOrder(text, order);
    case "wholeNumber":
      return field.mayBeFiscal ? fiscalMeant(text, fiscal) : text;
    case "lines":
      return listIn(text, field.commas ? "apart" : comma);
    default:
      return text;
  }
}

/** Zero, or nothing that is known; while that is open, what the field asks about. */
function dashMeant(text: string, dash: DashMeaning | null): string {
  if (dash === null) return text;
  return dash === "zero" ? "0" : "";
}

/** The fiscal year that one is where it is named by a single year; while what it is named by is open, what the field asks about. */
function fiscalMeant(text: string, fiscal: FiscalNaming | null): string {
  const [ends, begins] = fiscalYearsNamed(text) ?? [text, text];
  return fiscal === null ? text : fiscal === "ends" ? ends : begins;
}

/** An amount with the unit of its column. One that cannot be read stays with it, so that the amount is refused, and not taken for ones. */
function amountMeant(text: string, unit: string, mark: Mark | null): string {
  const [amount, plain] = [amountInMarks(text, mark), withoutStanding(withoutValuation(unit))];
  return plain !== "" && !unitOf(plain)
    ? `${amount} ${plain}`
    : withMagnitude(amount, plain, { currencies: currencyCodes });
}

/** The values that a cell names between marks that part them, where these are several; the field holds one. */
export function choicesIn(field: ChoiceField, path: string, cell: string, word: ChoiceWord): string[] {
  if (field.named || field.of.includes(choiceMeant(field, path, cell.trim(), word))) return [];
  const parts = cell.split(/[;,/\n]| and | & /u).map((one) => one.trim());
  const meant = parts.map((one) => (one ? choiceMeant(field, path, one, word) : ""));
  const known = [...new Set(meant.filter((one) => field.of.includes(one)))];
  return known.length > 1 ? known : [];
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

const government = /^(?:the )?(?:government|govt\.?) of (?:the )?/iu;

function countryMeant(
  field: CountryField,
  text: string,
  countries: readonly string[],
  word: ChoiceWord,
): string {
  const said = fold(text);
  const also = field.also.find((one) => fold(one) === said || fold(word(one)) === said);
  return also ?? countryNamed(text.replace(government, ""), countries) ?? text;
}
