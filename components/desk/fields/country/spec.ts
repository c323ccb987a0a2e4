import type { CountryField } from "@/lib/domain/fields/country/country";
import type { Option } from "../../form/form-spec";
import { predecessorLabel } from "@/lib/domain/predecessor-years";
import { predecessorsOf, type SideKey } from "@/lib/domain/sides";
import { choiceOption, countryOptions, type Making } from "../making";

export interface CountrySpec {
  kind: "country";
  /** Without options of its own, any country of the form's list. */
  options?: Option[];
  /** Offered before the form's list: the countries of the dossier's sides, and what is taken besides countries. */
  first?: Option[];
  /** Holds a country of one of the dossier's sides and nothing else. */
  isSide: boolean;
}

/**
 * A field of countries as its control needs it: those of the dossier's sides, or all of them with those before, and what is
 * taken besides. A predecessor is offered with its years.
 */
export function countrySpec({ within, also }: CountryField, { sides, locale, words }: Making): CountrySpec {
  const isSide = within === "dossier" && also.length === 0;
  const others = also.map((value) => choiceOption(value, words));
  const today = within === "a" || within === "b" ? [] : countryOptions(sides?.parties ?? [], locale);
  const before = (sides ? predecessorsOf(sides, sideIn(within)) : []).map((one) => ({
    value: one.country,
    label: predecessorLabel(one, locale),
  }));
  const own = [...today, ...before, ...others];
  if (within === "world" || !sides) return { kind: "country", isSide, ...(own.length > 0 && { first: own }) };
  return { kind: "country", isSide, options: own };
}

const sideIn = (within: CountryField["within"]): SideKey | undefined =>
  within === "a" || within === "b" ? within : undefined;
