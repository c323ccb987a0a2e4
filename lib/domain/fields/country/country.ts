import { choiceSign, countrySign } from "../../code-signs";
import { countriesAlike } from "../../countries-alike";
import { countryName, isCountry } from "../../countries";
import { countriesOf, predecessorsOf, type SideKey } from "../../sides";
import { type FieldOf, type FieldSettings, type IsOptional, makeField, oneLine, refuse } from "../field";
import { exported } from "./export";
import { storage } from "./storage";

export interface CountrySettings extends FieldSettings {
  /** Values taken besides countries, such as `not-stated`; their words live in messages under `choices`. */
  also?: readonly string[];
  /** Names a party to the record, though it may be any country: it can be a side's predecessor. */
  isParty?: true;
}

/** Any country; the dossier's two and their predecessors; or the predecessors of one side alone. */
type Within = "world" | "dossier" | SideKey;

export interface CountryField<O extends boolean = boolean> extends FieldOf<
  "country",
  string,
  O,
  typeof storage
> {
  readonly within: Within;
  /** It says which country the record is about. */
  readonly isParty: boolean;
  readonly also: readonly string[];
}

function countryField<O extends boolean>(within: Within, settings: CountrySettings): CountryField<O> {
  const also = settings.also ?? [];
  const field = makeField<"country", string, O, typeof storage>("country", settings, {
    storage,
    exported,
    schema: ({ parties, predecessors }) =>
      oneLine((typed, context) => {
        if (also.includes(typed)) return typed;
        const code = typed.length <= 4 ? typed.toUpperCase() : "";
        const alike = countriesAlike(typed);
        if (alike.length > 0) return refuse(context, "country.several", { countries: alike.join(", ") });
        if (!isCountry(code)) return refuse(context, "country.unknown");
        if (within === "world" || !parties) return code;
        const sides = { parties, predecessors };
        const taken =
          within === "dossier" ? countriesOf(sides) : predecessorsOf(sides, within).map((one) => one.country);
        if (!taken.includes(code))
          return refuse(context, "country.outsideDossier", { countries: taken.join(", ") });
        return code;
      }),
    type: (value) => value,
    likeness: (value) => value.toLowerCase(),
    show: (value, { locale, word }) => (also.includes(value) ? word(value) : countryName(value, locale)),
    // What it is called from now on is not known yet: a search asks for its sign.
    otherWords: (value) => [also.includes(value) ? choiceSign(value) : countrySign(value)],
    // Few dossiers have predecessors, and no record need name one.
    sample: ({ countries }) =>
      within === "a" || within === "b" ? undefined : (countries.shift() ?? also[0]),
  });
  return { ...field, within, also, isParty: settings.isParty ?? within !== "world" };
}

/** Any country, as its ISO 3166-1 alpha-2 code. */
export function country<const S extends CountrySettings>(settings: S): CountryField<IsOptional<S>> {
  return countryField("world", settings);
}

/** One of the dossier's two countries or of their predecessors, by its code. */
export function party<const S extends CountrySettings>(settings: S): CountryField<IsOptional<S>> {
  return countryField("dossier", settings);
}

/** A predecessor of one side, which the record is about in place of the side's country of today; by its code. */
export function predecessor<const S extends CountrySettings>(
  side: SideKey,
  settings: S,
): CountryField<IsOptional<S>> {
  return countryField(side, settings);
}
