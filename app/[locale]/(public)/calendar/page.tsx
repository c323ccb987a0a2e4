import { getTranslations } from "next-intl/server";
import { calendarPath, localPath } from "@/lib/routes";
import { askedOf, CalendarBody } from "../calendar-body";
import { Frame } from "../frame";
import { pageMetadata } from "../page-metadata";
import type { Props } from "../props";

async function named({ params, searchParams }: Props) {
  const [{ locale }, query, t] = await Promise.all([params, searchParams, getTranslations("calendar")]);
  const { shown, inWords } = await askedOf("site", locale, query);
  const name = shown === null ? t("title") : t("titleIn", { title: t("title"), period: inWords(shown) });
  return { locale, query, t, name, shown, isOfMonth: shown !== null };
}

/** What the site's calendar says of itself; only the coming months are found by search engines. */
export async function generateMetadata(props: Props) {
  const { locale, t, name, isOfMonth } = await named(props);
  return pageMetadata({
    ...{ locale, title: name, description: t("description"), path: calendarPath(), unlisted: isOfMonth },
  });
}

/** What falls on the coming days, or on those of a month, in all dossiers. */
export default async function CalendarPage(props: Props) {
  const { locale, query, t, name, shown } = await named(props);
  const view = shown === null ? "" : `?month=${shown}`;
  return (
    <Frame
      locale={locale}
      trail={[{ name: t("heading"), href: localPath(locale, calendarPath()) + view }]}
      cited={{ title: name }}
    >
      <h1 className="mt-10 text-title">{name}</h1>
      <p className="mt-2 mb-4 max-w-measure text-muted">{t("lead")}</p>
      <CalendarBody locale={locale} of={null} query={query} />
    </Frame>
  );
}
