import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { sitePath } from "@/lib/record-paths";
import { localPath, peoplePath } from "@/lib/routes";
import { PersonFacts } from "@/components/public/people/person-facts";
import { InvolvingList } from "@/components/public/people/involving-list";
import { ReportLink } from "@/components/public/report/report-link";
import { UnderReview } from "@/components/public/report/under-review";
import { MarginSection } from "@/components/public/frame/margin-section";
import { Name } from "@/components/public/frame/name";
import { Missing } from "@/components/public/frame/facts";
import { PageNav } from "@/components/public/periods/page-nav";
import { titleOfPage } from "@/components/public/periods/period-name";
import { countedWords } from "@/lib/domain/capped-count";
import { personLd } from "@/lib/exchange/json-ld-person";
import { personBySlug, recordsInvolving } from "@/lib/published/people";
import { site } from "@/lib/site";
import { readMoment } from "@/lib/domain/stood/moment";
import { Frame } from "../../frame";
import { isSlug, latestChange, movedOrNotFound } from "../../open-dossier";
import { pageMetadata } from "../../page-metadata";
import { RecordDates } from "../../record-dates";
import type { Props } from "../../props";
import { titledAt } from "../../stood";
import { PersonAsStood } from "./person-as-stood";

async function open(props: Props<"slug">) {
  const [{ locale, slug }, query] = await Promise.all([props.params, props.searchParams]);
  const person = isSlug(slug) ? await personBySlug(slug) : null;
  if (!person)
    return movedOrNotFound(
      locale,
      { dossierId: null, kind: "person", slug },
      (now) => sitePath({ kind: "person", slug: now }) ?? notFound(),
    );
  const page = typeof query.page === "string" ? Number(query.page) : 1;
  const found = await recordsInvolving(person.id, page);
  if (!(page === 1 || page <= found.pages)) notFound();
  const path = sitePath(person) ?? notFound();
  const pathOf = (number: number) => (number > 1 ? `${path}?page=${number}` : path);
  return { locale, person, page, found, pathOf, t: await getTranslations("persons") };
}

/** What the page of a person says of itself. */
export async function generateMetadata(props: Props<"slug">) {
  const [{ locale, person, page, pathOf, t }, words] = await Promise.all([
    open(props),
    getTranslations("periods"),
  ]);
  const { name } = person.values;
  const moment = readMoment((await props.searchParams).stood);
  const title = titleOfPage(t("title", { name }), page, words);
  return pageMetadata({
    locale,
    ...(moment ? await titledAt(moment, locale, title) : { title }),
    description: t("description", { name }),
    path: pathOf(page),
    type: "article",
    published: person.publishedAt,
    changed: person.updatedAt,
  });
}

/** A person: names, offices, and every published record that names them, of whichever dossier, in pages. */
export default async function PersonPage(props: Props<"slug">) {
  const { locale, person, page, found, pathOf, t } = await open(props);
  const moment = readMoment((await props.searchParams).stood);
  if (moment) return <PersonAsStood person={person} moment={moment} locale={locale} />;
  const records = found.shown.map(({ record }) => record);
  const changed = latestChange([person, ...records]);
  const { name } = person.values;
  return (
    <Frame
      locale={locale}
      trail={[
        { name: t("index.heading"), href: localPath(locale, peoplePath) },
        { name, href: localPath(locale, pathOf(page)) },
      ]}
      described={[personLd(person, { site: site(), locale })]}
      changed={changed}
      cited={{ title: name, ...(page === 1 && { since: changed }) }}
    >
      <article className="mt-10">
        <p className="eyebrow">{t("of")}</p>
        <h1 className="mt-1 mb-8 max-w-4xl text-title">
          <Name>{name}</Name>
        </h1>
        <UnderReview since={person.underReviewSince} />
        <PersonFacts record={person} />
        <MarginSection
          id="recorded"
          className="mt-12"
          heading={t("recorded")}
          beside={
            found.pages > 0 && <p className="label mt-1">{t("recordedCount", countedWords(found.all))}</p>
          }
        >
          {found.pages === 0 ? (
            <p>
              <Missing>{t("none")}</Missing>
            </p>
          ) : (
            <InvolvingList involving={found.shown} name={name} />
          )}
          <div className="mt-6">
            <PageNav page={page} pages={found.pages} href={(number) => localPath(locale, pathOf(number))} />
          </div>
        </MarginSection>
      </article>
      <p className="mt-10 flex flex-wrap gap-x-8 font-sans text-label text-muted">
        <span>
          <RecordDates of={person} />
        </span>
        <ReportLink id={person.id} locale={locale} />
      </p>
    </Frame>
  );
}
