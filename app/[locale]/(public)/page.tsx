import { getTranslations } from "next-intl/server";
import { ChangeList } from "@/components/public/dossier/change-list";
import { DossierTable } from "@/components/public/dossier/dossier-table";
import { SearchForm } from "@/components/public/search/search-form";
import { recentChanges } from "@/lib/published/changes";
import { listDossiers } from "@/lib/published/dossiers";
import { siteLd } from "@/lib/exchange/json-ld";
import { site, siteName } from "@/lib/site";
import { Frame } from "./frame";
import { pageMetadata } from "./page-metadata";
import type { Props } from "./props";

/** What the first page says of itself. */
export async function generateMetadata({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations("home");
  return pageMetadata({ locale, title: t("title"), description: t("description"), path: "/" });
}

/** The first page: every dossier, the search, and what changed lately. */
export default async function HomePage({ params }: Props) {
  const { locale } = await params;
  const [t, word, dossiers, changes] = await Promise.all([
    getTranslations("home"),
    getTranslations("site"),
    listDossiers(),
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
      <div className="mt-12 grid gap-16">
        <section aria-labelledby="dossiers">
          <h2 id="dossiers" className="mb-4 text-section">
            {t("dossiers")}
          </h2>
          {dossiers.length === 0 ? <p>{t("noDossiers")}</p> : <DossierTable dossiers={dossiers} />}
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
