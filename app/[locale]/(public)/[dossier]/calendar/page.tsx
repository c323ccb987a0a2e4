import { getTranslations } from "next-intl/server";
import { DossierHead } from "@/components/public/dossier/dossier-head";
import { pairName } from "@/components/public/frame/setting";
import { calendarPath, localPath } from "@/lib/routes";
import { askedOf, CalendarBody } from "../../calendar-body";
import { Frame } from "../../frame";
import { openDossier } from "../../open-dossier";
import { pageMetadata } from "../../page-metadata";
import type { Props } from "../../props";

async function open({ params, searchParams }: Props<"dossier">) {
  const [{ locale, dossier: slug }, query] = await Promise.all([params, searchParams]);
  const [dossier, t, { shown, inWords }] = await Promise.all([
    openDossier(locale, slug, "calendar"),
    getTranslations("calendar"),
    askedOf("dossier", locale, query),
  ]);
  const within = (title: string) =>
    shown === null ? title : t("titleIn", { title, period: inWords(shown) });
  const name = within(t("titleOf", { pair: pairName(dossier.setting) }));
  // The names of the two stand above.
  const heading = within(t("heading"));
  return { locale, query, dossier, t, name, heading, shown, isOfYear: shown !== null };
}

/** What a dossier's calendar says of itself; only the coming months are found by search engines. */
export async function generateMetadata(props: Props<"dossier">) {
  const { locale, dossier, t, name, isOfYear } = await open(props);
  const path = calendarPath(dossier.setting.slug);
  return pageMetadata({ locale, title: name, description: t("description"), path, unlisted: isOfYear });
}

/** What falls on the coming days, or on those of a year, between the two countries of a dossier. */
export default async function DossierCalendarPage(props: Props<"dossier">) {
  const { locale, query, dossier, t, name, heading, shown } = await open(props);
  const { setting, record } = dossier;
  const view = shown === null ? "" : `?year=${shown}`;
  const href = localPath(locale, calendarPath(setting.slug)) + view;
  return (
    <Frame locale={locale} trail={[...dossier.trail, { name: t("heading"), href }]} cited={{ title: name }}>
      <DossierHead setting={setting} />
      <h1 className="mt-10 text-title">{heading}</h1>
      <p className="mt-2 mb-4 max-w-measure text-muted">{t("lead")}</p>
      <CalendarBody locale={locale} of={{ id: record.id, slug: setting.slug }} query={query} />
    </Frame>
  );
}
