import { countryName, isCountry } from "../../countries";
import { type Field, type FieldSettings, type IsOptional, oneLine, refuse, settled } from "../field";

export interface CountrySettings extends FieldSettings {
  /** Any country of ISO 3166-1, or only the two of the dossier. */
  within: "world" | "dossier";
  /** Values taken besides countries, such as `not-stated`; their words live in messages under `choices`. */
  also?: readonly string[];
}

export type CountryField<O extends boolean = boolean> = Field<"country", string, O> & {
  readonly within: "world" | "dossier";
  readonly also: readonly string[];
};

function countryField<const S extends CountrySettings>(settings: S): CountryField<IsOptional<S>> {
  const also = settings.also ?? [];
  return {
    kind: "country",
    ...settled<IsOptional<S>>(settings),
    within: settings.within,
    also,
    schema: ({ parties }) =>
      oneLine((typed, context) => {
        if (also.includes(typed)) return typed;
        const code = typed.toUpperCase();
        if (!isCountry(code)) return refuse(context, "country.unknown");
        if (settings.within === "dossier" && parties && !parties.includes(code))
          return refuse(context, "country.outsideDossier", { countries: parties.join(", ") });
        return code;
      }),
    type: (value) => value,
    show: (value, { locale, word }) => (also.includes(value) ? word(value) : countryName(value, locale)),
  };
}

/** Any country, as its ISO 3166-1 alpha-2 code. */
export function country<const S extends FieldSettings>(settings: S): CountryField<IsOptional<S>> {
  return countryField({ ...settings, within: "world" }) as CountryField<IsOptional<S>>;
}

/** One of the dossier's two countries, as its ISO 3166-1 alpha-2 code. */
export function party<const S extends FieldSettings & { also?: readonly string[] }>(
  settings: S,
): CountryField<IsOptional<S>> {
  return countryField({ ...settings, within: "dossier" }) as CountryField<IsOptional<S>>;
}
