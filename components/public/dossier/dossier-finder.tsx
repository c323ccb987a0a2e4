import { useTranslations } from "next-intl";
import { countryName } from "@/lib/domain/countries";
import { localPath } from "@/lib/routes";

interface Props {
  /** The codes of the countries that have dossiers. */
  countries: readonly string[];
  /** What was typed, what of it names no country or several, and by each which it may mean. */
  inVain?: Typed;
  locale: string;
}

interface Typed {
  typed: readonly string[];
  unknown?: readonly string[];
  meant?: readonly (readonly string[])[];
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
        const meant = inVain?.meant?.[at] ?? [];
        return (
          <div key={name} className="grid gap-1">
            <label className="grid gap-1">
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
            </label>
            {isUnknown && (
              <p id={`finder-${name}`} role="status" className="font-sans text-label">
                {t(meant.length > 0 ? "several" : "unknown", { typed })}
              </p>
            )}
            {isUnknown && meant.length > 0 && (
              <ul className="font-sans text-label">
                {meant.map((code) => (
                  <li key={code}>
                    <a href={withMeant(locale, inVain?.typed ?? [], at, code)}>{countryName(code, locale)}</a>
                  </li>
                ))}
              </ul>
            )}
          </div>
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

/** The address that finds the same with one of both names said by its code. */
function withMeant(locale: string, typed: readonly string[], at: number, code: string): string {
  const [country = "", other] = typed.map((text, place) => (place === at ? code : text));
  const asked = new URLSearchParams({ country, ...(other && { with: other }) });
  return `${localPath(locale, "/")}?${asked.toString()}`;
}
