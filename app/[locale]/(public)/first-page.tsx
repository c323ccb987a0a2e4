import { getTranslations } from "next-intl/server";
import { ChangeList } from "@/components/public/dossier/change-list";
import { CountryIndex } from "@/components/public/dossier/country-index";
import { DossierTable } from "@/components/public/dossier/dossier-table";
import { SearchForm } from "@/components/public/search/search-form";
import { DOSSIER_PAGE } from "@/lib/domain/dossier-pages";
import { siteLd } from "@/lib/exchange/json-ld";
import { recentChanges } from "@/lib/published/changes";
import { countDossiers, listDossiers } from "@/lib/published/dossiers";
import { site, siteName } from "@/lib/site";
import { Frame } from "./frame";

/** The first page: the search, every dossier or, where there are many, an index of their countries, and what changed lately. */
export async function FirstPage({ locale }: { locale: string }) {
  const [t, word, { all }, changes] = await Promise.all([
    getTranslations("home"),
    getTranslations("site"),
    countDossiers(),
    recentChanges({ limit: 10 }),
  ]);
  return (
    <Frame
      locale={locale}
      trail={[]}
      described={[siteLd(site())]}
      searches={false}
      bare
      changed={changes[0]?.updatedAt}
    >
      <div className="border-b border-ink pt-8 pb-12 sm:pt-14 sm:pb-16">
        <h1 className="text-display sm:text-[4.5rem] sm:leading-none">{siteName}</h1>
        <p className="mt-4 max-w-[34rem] text-lead">{word("tagline")}.</p>
        <div className="mt-8">
          <SearchForm locale={locale} />
        </div>
      </div>
      <div className="mt-12 grid grid-cols-1 gap-16">
        <section aria-labelledby="dossiers">
          <h2 id="dossiers" className="mb-4 text-section">
            {all > DOSSIER_PAGE ? t("byCountry", { count: all }) : t("dossiers")}
          </h2>
          <Dossiers all={all} />
        </section>
        <section aria-labelledby="changes">
          <h2 id="changes" className="mb-4 text-section">
            {t("changes")}
          </h2>
          {changes.length === 0 ? <p>{t("noChanges")}</p> : <ChangeList changes={changes} />}
        </section>
      </div>
    </Frame>
  );
}

async function Dossiers({ all }: { all: number }) {
  const t = await getTranslations("home");
  if (all === 0) return <p>{t("noDossiers")}</p>;
  if (all <= DOSSIER_PAGE) return <DossierTable dossiers={await listDossiers()} />;
  const { countries } = await countDossiers();
  return <CountryIndex countries={countries} />;
}
