import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Missing } from "@/components/public/frame/facts";
import { SearchForm } from "@/components/public/search/search-form";
import { TableLinks } from "@/components/public/frame/table-links";
import { PageNav } from "@/components/public/periods/page-nav";
import { titleOfPage } from "@/components/public/periods/period-name";
import { StoodHead } from "@/components/public/stood/stood-head";
import { PeopleList } from "@/components/public/people/people-list";
import { localPath, peoplePath, tablePath } from "@/lib/routes";
import { readMoment } from "@/lib/domain/stood/moment";
import { latestChangeOfPeople } from "@/lib/published/changes";
import { peoplePage } from "@/lib/published/people-index";
import { peopleAt } from "@/lib/published/stood/pages-at";
import { Frame } from "../frame";
import { pageMetadata } from "../page-metadata";
import type { Props } from "../props";
import { titledAt } from "../stood";

/** The page of the index that the address asks for: as it is now, or as it stood at a moment. */
async function open(props: Props<never>) {
  const [{ locale }, query] = await Promise.all([props.params, props.searchParams]);
  const page = typeof query.page === "string" ? Number(query.page) : 1;
  const moment = readMoment(query.stood);
  const { stood, ...found } = moment
    ? await peopleAt(moment, page)
    : { ...(await peoplePage(page)), stood: undefined };
  if (!(page === 1 || page <= found.pages)) notFound();
  const pathOf = (number: number) => {
    const asked = new URLSearchParams({
      ...(moment && { stood: moment.spelled }),
      ...(number > 1 && { page: String(number) }),
    }).toString();
    return peoplePath + (asked && `?${asked}`);
  };
  return { locale, page, found, stood, pathOf, t: await getTranslations("persons.index") };
}

/** What the index of people says of itself. */
export async function generateMetadata(props: Props<never>) {
  const [{ locale, page, stood, t }, words] = await Promise.all([open(props), getTranslations("periods")]);
  const title = titleOfPage(t("title"), page, words);
  return pageMetadata({
    locale,
    ...(stood ? await titledAt(stood.moment, locale, title) : { title }),
    description: t("description"),
    path: page > 1 ? `${peoplePath}?page=${page}` : peoplePath,
  });
}

/** Everyone of whom the site has a page, by name. */
export default async function PeoplePage(props: Props<never>) {
  const { locale, page, found, stood, pathOf, t } = await open(props);
  const changed = stood?.changed ?? (await latestChangeOfPeople());
  const since = stood || page > 1 ? undefined : changed;
  return (
    <Frame
      locale={locale}
      trail={[{ name: t("heading"), href: localPath(locale, pathOf(page)) }]}
      {...(changed !== undefined && { changed })}
      cited={stood?.nothing ? undefined : { title: t("heading"), since }}
    >
      <h1 className="mt-10 text-title">{t("heading")}</h1>
      {stood && <StoodHead {...stood} today={localPath(locale, peoplePath)} />}
      {!stood?.nothing && (
        <>
          <p className="mt-3 mb-8 max-w-measure text-lead">{t("lead", { count: found.all })}</p>
          {found.all === 0 ? (
            <p>
              <Missing>{t("none")}</Missing>
            </p>
          ) : (
            <PeopleList people={found.people} {...(stood && { stood: stood.moment.spelled })} />
          )}
          <div className="mt-6">
            <PageNav
              page={page}
              pages={found.pages}
              href={(number) => localPath(locale, pathOf(number))}
              by="number"
            />
          </div>
        </>
      )}
      {!stood && page === Math.max(1, found.pages) && (
        <section aria-labelledby="others" className="screen-only mt-12 border-t border-ink pt-6">
          <h2 id="others" className="text-section">
            {t("others")}
          </h2>
          <p className="mt-2 mb-4 max-w-measure">{t("othersNamed")}</p>
          <SearchForm locale={locale} />
        </section>
      )}
      {!stood && (
        <p className="screen-only mt-12 border-t border-rule pt-4 font-sans text-label">
          <span className="text-muted">{t("file")}</span>{" "}
          <span className="inline-flex flex-wrap gap-x-6">
            <TableLinks pathOf={(format) => tablePath("person", null, format)} />
          </span>
        </p>
      )}
    </Frame>
  );
}
