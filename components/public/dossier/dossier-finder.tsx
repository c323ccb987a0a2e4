import { useTranslations } from "next-intl";
import { countryName } from "@/lib/domain/countries";
import { localPath } from "@/lib/routes";

interface Props {
  /** The codes of the countries that have dossiers. */
  countries: readonly string[];
  /** What was asked for, where there was no such dossier. */
  asked?: readonly [string, string];
  locale: string;
}

/** Finds the dossier of two countries, or all of one: a plain form whose answer is an address. */
export function DossierFinder({ countries, asked, locale }: Props) {
  const t = useTranslations("home.finder");
  const named = countries
    .map((code) => ({ code, name: countryName(code, locale) }))
    .sort((one, other) => one.name.localeCompare(other.name, locale));
  const choices = [
    { name: "country", label: t("one"), value: asked?.[0] },
    { name: "with", label: t("other"), value: asked?.[1] },
  ];
  return (
    <form
      action={localPath(locale, "/")}
      aria-label={t("label")}
      className="screen-only grid max-w-2xl items-end gap-4 sm:grid-cols-[1fr_1fr_auto]"
    >
      {choices.map(({ name, label, value }) => (
        <label key={name} className="grid gap-1">
          <span className="label">{label}</span>
          <select name={name} defaultValue={value ?? ""} className="field">
            <option value="">{t("any")}</option>
            {named.map((country) => (
              <option key={country.code} value={country.code}>
                {country.name}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button className="button">{t("find")}</button>
    </form>
  );
}
