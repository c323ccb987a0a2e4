import { getMessages, getTranslations } from "next-intl/server";
import { HitList } from "@/components/public/search/hit-list";
import { MarginSection } from "@/components/public/frame/margin-section";
import { SearchForm } from "@/components/public/search/search-form";
import { choiceLabels } from "@/lib/domain/signs-called";
import { localPath } from "@/lib/routes";
import { searchPublished, type SearchResult } from "@/lib/published/search";
import { keptSubjects } from "@/lib/published/subjects";
import { Frame } from "../frame";
import { pageMetadata } from "../page-metadata";
import type { Props } from "../props";
import { askedOf } from "./asked";

const hitLimit = 50;
/** So much of what was asked for is said again. */
const longestSaid = 200;

const asked = async ({ searchParams }: Props) => askedOf((await searchParams).q);

const said = (q: string) => (q.length > longestSaid ? `${q.slice(0, longestSaid)}…` : q);

/** What a page of results says of itself; engines need not keep it. */
export async function generateMetadata(props: Props) {
  const { locale } = await props.params;
  const [t, q] = [await getTranslations("search"), await asked(props)];
  return pageMetadata({
    locale,
    title: q ? t("titleFor", { q: said(q) }) : t("title"),
    description: t("description"),
    path: "/search",
    unlisted: true,
  });
}

/** The search: its form, and what it found. */
export default async function SearchPage(props: Props) {
  const { locale } = await props.params;
  const [t, q] = [await getTranslations("search"), await asked(props)];
  const found = q ? await searched(q, locale) : null;
  return (
    <Frame
      locale={locale}
      trail={[{ name: t("title"), href: localPath(locale, "/search") }]}
      searches={false}
    >
      <h1 className="mt-6 mb-6 text-title">{t("title")}</h1>
      <SearchForm locale={locale} q={q} />
      {found ? (
        <Results q={said(q)} locale={locale} {...found} />
      ) : (
        <p className="mt-6 max-w-measure text-muted">{t("empty")}</p>
      )}
    </Frame>
  );
}

async function searched(q: string, locale: string): Promise<SearchResult> {
  const [{ choices }, kept] = await Promise.all([getMessages(), keptSubjects()]);
  return searchPublished(q, { limit: hitLimit, locale, choices: choiceLabels(choices, kept) });
}

async function Results({ q, locale, hits, hasMore, isCutOff }: SearchResult & { q: string; locale: string }) {
  const t = await getTranslations("search");
  const count = hits.length;
  const heading =
    isCutOff && count === 0 ? t("cutOff", { q }) : t(hasMore ? "resultsMany" : "results", { count, q });
  return (
    <MarginSection id="results" className="mt-10" heading={heading}>
      {isCutOff && <p className="mb-6 max-w-measure">{t(count > 0 ? "cutOffAmong" : "cutOffHelp")}</p>}
      {count > 0 && <HitList hits={hits} />}
      {count === 0 && (
        <>
          {!isCutOff && <p className="max-w-measure">{t("nothing")}</p>}
          <p className="mt-4">
            <a href={localPath(locale, "/")}>{t("dossiers")}</a>
          </p>
        </>
      )}
    </MarginSection>
  );
}
