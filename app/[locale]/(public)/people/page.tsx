import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Missing } from "@/components/public/frame/facts";
import { TableLinks } from "@/components/public/frame/table-links";
import { PageNav } from "@/components/public/periods/page-nav";
import { titleOfPage } from "@/components/public/periods/period-name";
import { PeopleList } from "@/components/public/people/people-list";
import { localPath, peoplePath, tablePath } from "@/lib/routes";
import { peoplePage } from "@/lib/published/people-index";
import { Frame } from "../frame";
import { pageMetadata } from "../page-metadata";
import type { Props } from "../props";

async function open(props: Props<never>) {
  const [{ locale }, query] = await Promise.all([props.params, props.searchParams]);
  const page = typeof query.page === "string" ? Number(query.page) : 1;
  const found = await peoplePage(page);
  if (!(page === 1 || page <= found.pages)) notFound();
  const pathOf = (number: number) => (number > 1 ? `${peoplePath}?page=${number}` : peoplePath);
  return { locale, page, found, pathOf, t: await getTranslations("persons.index") };
}

/** What the index of people says of itself. */
export async function generateMetadata(props: Props<never>) {
  const [{ locale, page, pathOf, t }, words] = await Promise.all([open(props), getTranslations("periods")]);
  return pageMetadata({
    locale,
    title: titleOfPage(t("title"), page, words),
    description: t("description"),
    path: pathOf(page),
  });
}

/** Everyone of whom the site has a page, by name. */
export default async function PeoplePage(props: Props<never>) {
  const { locale, page, found, pathOf, t } = await open(props);
  return (
    <Frame
      locale={locale}
      trail={[{ name: t("heading"), href: localPath(locale, pathOf(page)) }]}
      cited={{ title: t("heading") }}
    >
      <h1 className="mt-10 text-title">{t("heading")}</h1>
      <p className="mt-3 mb-8 max-w-measure text-lead">{t("lead", { count: found.all })}</p>
      {found.all === 0 ? (
        <p>
          <Missing>{t("none")}</Missing>
        </p>
      ) : (
        <PeopleList people={found.people} />
      )}
      <div className="mt-6">
        <PageNav
          page={page}
          pages={found.pages}
          href={(number) => localPath(locale, pathOf(number))}
          by="number"
        />
      </div>
      <p className="screen-only mt-12 border-t border-rule pt-4 font-sans text-label">
        <span className="text-muted">{t("file")}</span>{" "}
        <span className="inline-flex flex-wrap gap-x-6">
          <TableLinks pathOf={(format) => tablePath("person", null, format)} />
        </span>
      </p>
    </Frame>
  );
}
