import { countryName, isCountry } from "../../countries";
import { type FieldOf, type FieldSettings, type IsOptional, makeField, oneLine, refuse } from "../field";
import { exported } from "./export";
import { storage } from "./storage";

export interface CountrySettings extends FieldSettings {
  /** Values taken besides countries, such as `not-stated`; their words live in messages under `choices`. */
  also?: readonly string[];
}

type Within = "world" | "dossier";

export interface CountryField<O extends boolean = boolean> extends FieldOf<
  "country",
  string,
  O,
  typeof storage
> {
  /** Any country of ISO 3166-1, or only the two of the dossier. */
  readonly within: Within;
  readonly also: readonly string[];
}

function countryField<O extends boolean>(within: Within, settings: CountrySettings): CountryField<O> {
  const also = settings.also ?? [];
  const field = makeField<"country", string, O, typeof storage>("country", settings, {
    storage,
    exported,
    schema: ({ parties }) =>
      oneLine((typed, context) => {
        if (also.includes(typed)) return typed;
        const code = typed.length <= 4 ? typed.toUpperCase() : "";
        if (!isCountry(code)) return refuse(context, "country.unknown");
        if (within === "dossier" && parties && !parties.includes(code))
          return refuse(context, "country.outsideDossier", { countries: parties.join(", ") });
        return code;
      }),
    type: (value) => value,
    likeness: (value) => value.toLowerCase(),
    show: (value, { locale, word }) => (also.includes(value) ? word(value) : countryName(value, locale)),
    sample: ({ countries }) => countries.shift() ?? also[0],
  });
  return { ...field, within, also };
}

/** Any country, as its ISO 3166-1 alpha-2 code. */
export function country<const S extends CountrySettings>(settings: S): CountryField<IsOptional<S>> {
  return countryField("world", settings);
}

/** One of the dossier's two countries, as its ISO 3166-1 alpha-2 code. */
export function party<const S extends CountrySettings>(settings: S): CountryField<IsOptional<S>> {
  return countryField("dossier", settings);
}
