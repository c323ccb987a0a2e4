import { useTranslations } from "next-intl";
import { countryName } from "@/lib/domain/countries";
import { localPath } from "@/lib/routes";

interface Props {
  /** The codes of the countries that have dossiers. */
  countries: readonly string[];
  /** What was typed, and what of it names no country. */
  inVain?: { typed: readonly string[]; unknown?: readonly string[] };
  locale: string;
}

const offeredId = "finder-countries";

/** Finds the dossier of two countries, or all of one, by their names as they are typed: a plain form whose answer is an address. */
export function DossierFinder({ countries, inVain, locale }: Props) {
  const t = useTranslations("home.finder");
  const names = countries
    .map((code) => countryName(code, locale))
    .sort((one, other) => one.localeCompare(other, locale));
  return (
    <form
      action={localPath(locale, "/")}
      aria-label={t("label")}
      className="screen-only grid max-w-2xl items-start gap-4 sm:grid-cols-[1fr_1fr_auto]"
    >
      {(["country", "with"] as const).map((name, at) => {
        const typed = inVain?.typed[at] ?? "";
        const isUnknown = inVain?.unknown?.includes(typed) ?? false;
        return (
          <label key={name} className="grid gap-1">
            <span className="label">{t(name === "country" ? "one" : "other")}</span>
            <input
              name={name}
              defaultValue={typed}
              list={offeredId}
              maxLength={60}
              autoComplete="off"
              aria-invalid={isUnknown || undefined}
              aria-describedby={isUnknown ? `finder-${name}` : undefined}
              className="field"
            />
            {isUnknown && (
              <span id={`finder-${name}`} role="status" className="font-sans text-label">
                {t("unknown", { typed })}
              </span>
            )}
          </label>
        );
      })}
      <datalist id={offeredId}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <button className="button sm:mt-[1.625rem]">{t("find")}</button>
    </form>
  );
}
