import type { CountryField } from "@/lib/domain/fields/country/country";
import type { Option } from "../../form/form-spec";
import { choiceOption, countryOptions, type Making } from "../making";

export interface CountrySpec {
  kind: "country";
  /** Without options of its own, any country of the form's list. */
  options?: Option[];
  /** Offered before the form's list: the dossier's two countries, and what is taken besides countries. */
  first?: Option[];
  /** Holds one of the dossier's two countries and nothing else. */
  isSide: boolean;
}

/**
 * A field of countries as its control needs it: the dossier's two, or all of them with those two before, and what is taken
 * besides.
 */
export function countrySpec({ within, also }: CountryField, { parties, locale, words }: Making): CountrySpec {
  const isSide = within === "dossier" && also.length === 0;
  const others = also.map((value) => choiceOption(value, words));
  const own = [...countryOptions(parties ?? [], locale), ...others];
  if (within === "world" || !parties)
    return { kind: "country", isSide, ...(own.length > 0 && { first: own }) };
  return { kind: "country", isSide, options: own };
}
