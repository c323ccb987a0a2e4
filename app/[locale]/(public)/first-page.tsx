import { getTranslations } from "next-intl/server";
import { SiteChangesLink } from "@/components/public/changes/versions-link";
import { ChangeList } from "@/components/public/dossier/change-list";
import { CountryIndex } from "@/components/public/dossier/country-index";
import { DossierCards } from "@/components/public/dossier/dossier-cards";
import { DossierFinder } from "@/components/public/dossier/dossier-finder";
import { SearchForm } from "@/components/public/search/search-form";
import { countryInText } from "@/lib/domain/countries";
import { DOSSIER_PAGE } from "@/lib/domain/dossier-pages";
import { siteLd } from "@/lib/exchange/json-ld";
import { recentChanges } from "@/lib/published/changes";
import { statesOf } from "@/lib/published/country-dossiers";
import { countDossiers, listDossiers } from "@/lib/published/dossiers";
import { site, siteName } from "@/lib/site";
import { Frame } from "./frame";

/** As many of the latest changes as are shown; the feed has more. */
const changesShown = 5;

/** What was looked for in vain. */
export interface AskedInVain {
  /** As it was typed. */
  typed: readonly string[];
  /** What of it names no country, or several. */
  unknown?: readonly string[];
  /** By each that was typed, the countries that it may mean. */
  meant?: readonly (readonly string[])[];
  /** Two countries that have no dossier. */
  missing?: readonly [string, string];
}

interface Props {
  locale: string;
  inVain?: AskedInVain;
}

/** The first page: search and finder, every dossier or, where there are many, an index of their countries, and what changed lately. */
export async function FirstPage({ locale, inVain }: Props) {
  const [t, word, { all, countries }, changes] = await Promise.all([
    getTranslations("home"),
    getTranslations("site"),
    countDossiers(),
    recentChanges({ limit: changesShown }),
  ]);
  const isMany = all > DOSSIER_PAGE;
  return (
    <Frame
      locale={locale}
      trail={[]}
      described={[siteLd(site())]}
      searches={false}
      bare
      changed={changes[0]?.updatedAt}
      cited={{ title: t("title") }}
    >
      <div className="border-b border-ink pt-8 pb-10 sm:pt-12">
        <h1 className="text-display sm:text-[4.5rem] sm:leading-none">{siteName}</h1>
        <p className="mt-4 max-w-[34rem] text-lead">{word("tagline")}.</p>
        <div className="mt-8">
          <SearchForm locale={locale} />
        </div>
        {(countries.length > 0 || inVain) && (
          <div className="mt-6">
            {inVain?.missing && (
              <p className="mb-4" role="status">
                {t("finder.none", {
                  one: countryInText(inVain.missing[0], locale),
                  other: countryInText(inVain.missing[1], locale),
                })}
              </p>
            )}
            <DossierFinder countries={countries.map(({ code }) => code)} inVain={inVain} locale={locale} />
          </div>
        )}
      </div>
      <div className="mt-10 grid grid-cols-1 gap-14">
        <section aria-labelledby="dossiers">
          <h2 id="dossiers" className="mb-4 text-section">
            {isMany ? t("byCountry", { count: all }) : t("dossiers")}
          </h2>
          {all === 0 && <p>{t("noDossiers")}</p>}
          {isMany ? <CountryIndex countries={countries} /> : <Cards locale={locale} />}
        </section>
        <section aria-labelledby="changes">
          <h2 id="changes" className="mb-4 text-section">
            {t("changes")}
          </h2>
          {changes.length === 0 ? <p>{t("noChanges")}</p> : <ChangeList changes={changes} />}
          <SiteChangesLink locale={locale} />
        </section>
      </div>
    </Frame>
  );
}

async function Cards({ locale }: { locale: string }) {
  const listed = await listDossiers();
  const states = await statesOf(listed.map(({ id }) => id));
  const changed = new Map(listed.map(({ id, updatedAt }) => [id, updatedAt]));
  const cards = states.map((state) => ({ ...state, updatedAt: changed.get(state.id) ?? "" }));
  return <DossierCards dossiers={cards} locale={locale} />;
}
