/** The currencies that typed sums name by their signs or codes, held against the record's own. */
import { currencyCodes } from "./currencies";
import type { Fields } from "./fields/fields";
import { type Typed, typedRows } from "./fields/typed";
import type { Kind } from "./kinds/define-kind";
import { below } from "./paths";
import type { Problem } from "./record";
import { readTypedAmount } from "./typed-amount";
import { currencyField } from "./typed-currency-field";

interface Named {
  path: string;
  /** What the sign can mean: several codes for a bare dollar. */
  codes: readonly string[];
}

/** What was typed, with the currency that its sums name where none is chosen; as it was where they name none or several. */
export function withNamedCurrency(kind: Kind, typed: Typed): Typed {
  if (!hasCurrency(kind) || typed[currencyField]) return typed;
  const sure = new Set(named(kind.fields, typed).flatMap(({ codes }) => (codes.length === 1 ? codes : [])));
  const [code, ...others] = sure;
  return code !== undefined && others.length === 0 ? { ...typed, [currencyField]: code } : typed;
}

/** So many of the currencies that a sign can mean are named. */
const mostNamed = 6;

/**
 * A problem for each sum whose sign or code is of another currency than the record's; where the record has none, one for the
 * first whose sign several currencies share.
 */
export function otherCurrencies(kind: Kind, typed: Typed): Problem[] {
  const chosen = typed[currencyField];
  if (!hasCurrency(kind) || (chosen !== undefined && typeof chosen !== "string")) return [];
  if (!chosen) return whichCurrency(named(kind.fields, typed));
  return named(kind.fields, typed)
    .filter(({ codes }) => !codes.includes(chosen))
    .map(({ path, codes }) => ({
      path,
      code: "decimal.otherCurrency",
      params: { named: codes.slice(0, 3).join(", "), chosen },
    }));
}

function whichCurrency(sums: readonly Named[]): Problem[] {
  const open = sums.find(({ codes }) => codes.length > 1);
  if (!open) return [];
  const choices = [...open.codes.slice(0, mostNamed), ...(open.codes.length > mostNamed ? ["…"] : [])];
  return [{ path: open.path, code: "decimal.whichCurrency", params: { choices: choices.join(", ") } }];
}

function hasCurrency({ fields }: Kind): boolean {
  return fields[currencyField]?.kind === "choice";
}

function named(fields: Fields, typed: Typed, at = ""): Named[] {
  return Object.entries(fields).flatMap(([key, field]): Named[] => {
    const value = typed[key];
    if (field.kind === "rows") {
      return typedRows(value).flatMap((row, index) =>
        named(field.of, row, below(at, key, typeof row.id === "string" ? row.id : String(index))),
      );
    }
    if (field.kind !== "decimal" || !field.money || typeof value !== "string") return [];
    const read = readTypedAmount(value, { currencies: currencyCodes });
    const codes = "currencies" in read ? read.currencies : [];
    return codes.length ? [{ path: below(at, key), codes }] : [];
  });
}
