import { getTranslations } from "next-intl/server";
import { AnnouncementLines } from "@/components/public/as-of/announcement-lines";
import { AgreementLines } from "@/components/public/as-of/agreement-lines";
import { AsOfForm } from "@/components/public/as-of/as-of-form";
import { DayBar } from "@/components/public/as-of/day-bar";
import { MissionLines } from "@/components/public/as-of/mission-lines";
import { ToldDate } from "@/components/public/as-of/told-date";
import { TradeOnDay } from "@/components/public/as-of/trade-on-day";
import { VisitLines } from "@/components/public/as-of/visit-lines";
import { DossierHead } from "@/components/public/dossier/dossier-head";
import { dateWords } from "@/components/public/frame/date-text";
import { MarginSection } from "@/components/public/frame/margin-section";
import { pairName, partiesInText, pathTo } from "@/components/public/frame/setting";
import { asOf } from "@/lib/domain/as-of/as-of";
import { readDay } from "@/lib/domain/as-of/as-of-day";
import { showPartialDate } from "@/lib/domain/date-words";
import { todaysDay } from "@/lib/domain/today";
import { factsBefore, mostWeighed } from "@/lib/published/dated-facts";
import { notKeptTag } from "@/lib/domain/cache-tags";
import { noteTags, wholeRecord } from "@/lib/published/note-tags";
import { tradeFigures } from "@/lib/published/trade-figures";
import { Frame } from "../frame";
import { latestChange, openDossier } from "../open-dossier";
import { pageMetadata } from "../page-metadata";
import type { Props } from "../props";

/** The day whose view an address of a dossier asks for; null where it asks for none. */
export async function dayAsked({ searchParams }: Pick<Props, "searchParams">): Promise<string | null> {
  return readDay((await searchParams).on);
}

interface Asked {
  locale: string;
  slug: string;
  day: string;
}

async function named({ locale, slug, day }: Asked) {
  const [dossier, t, words] = await Promise.all([
    openDossier(locale, slug),
    getTranslations("asOf"),
    getTranslations("dates"),
  ]);
  const shown = showPartialDate(day, locale, dateWords(words.raw.bind(words)));
  return { dossier, t, shown, heading: t("heading", { pair: pairName(dossier.setting), day: shown }) };
}

/** What the view of a day says of itself: machines are told of the overview, of which it is a view. */
export async function asOfMetadata(asked: Asked) {
  const { dossier, t, shown, heading } = await named(asked);
  const [a, b] = partiesInText(dossier.setting);
  return pageMetadata({
    locale: asked.locale,
    title: heading,
    description: t("description", { a, b, day: shown }),
    path: `/${dossier.setting.slug}`,
    feed: `/${dossier.setting.slug}/feed.atom`,
    unlisted: true,
  });
}

/** What of a dossier is shown in the view of a day. */
export async function openAsOf(dossier: Awaited<ReturnType<typeof openDossier>>, day: string) {
  const { record, setting } = dossier;
  noteTags(...wholeRecord(record.id));
  // Once it comes it is a day like any other.
  if (day > todaysDay()) noteTags(notKeptTag);
  const [facts, trade] = await Promise.all([factsBefore(record.id, day, setting), tradeFigures(record.id)]);
  const { missions, agreements, visits, announcements } = facts;
  return {
    view: asOf({ established: record.values.established, ...facts, trade }, day, setting),
    changed: latestChange([record, ...missions, ...agreements, ...visits, ...announcements]),
    isCut: agreements.length === mostWeighed.agreement,
  };
}

/** How a dossier stood at the end of a day. */
export async function AsOfPage(asked: Asked) {
  const { locale, day } = asked;
  const { dossier, t, shown, heading } = await named(asked);
  const { setting, record } = dossier;
  const { view, changed, isCut } = await openAsOf(dossier, day);
  const sides = ["a", "b"] as const;
  return (
    <Frame
      locale={locale}
      trail={[...dossier.trail, { name: shown, href: `${pathTo(setting)}?on=${day}` }]}
      changed={changed}
      cited={{ title: heading }}
    >
      <DossierHead setting={setting} />
      <h1 className="mt-10 text-title">{heading}</h1>
      <DayBar setting={setting} day={day} today={todaysDay()} />
      <div className="mt-5">
        <AsOfForm setting={setting} day={day} />
      </div>
      <div className="mt-10 grid gap-12">
        <MarginSection id="relations" heading={t("relations")}>
          <p className="max-w-measure">
            {t.rich(`established.${view.established ?? "unknown"}`, {
              date: () => <ToldDate value={record.values.established} />,
            })}
          </p>
        </MarginSection>
        <MarginSection id="missions" heading={t("missions")}>
          <div className="grid gap-8 sm:grid-cols-2">
            {sides.map((side) => (
              <MissionLines key={side} side={side} missions={view.missions} day={day} setting={setting} />
            ))}
          </div>
        </MarginSection>
        <MarginSection id="visits" heading={t("visits")}>
          <div className="grid gap-8 sm:grid-cols-2">
            {sides.map((side) => (
              <VisitLines key={side} side={side} visits={view.visits[side]} setting={setting} />
            ))}
          </div>
        </MarginSection>
        <MarginSection id="agreements" heading={t("agreements")}>
          <AgreementLines agreements={view.agreements} day={day} setting={setting} />
          {isCut && <p className="label mt-3">{t("onlyNewest", { count: mostWeighed.agreement })}</p>}
        </MarginSection>
        {view.announcements.length > 0 && (
          <MarginSection id="announcements" heading={t("announcements")}>
            <AnnouncementLines announcements={view.announcements} setting={setting} />
          </MarginSection>
        )}
        <MarginSection id="trade" heading={t("trade")}>
          <TradeOnDay trade={view.trade} setting={setting} />
        </MarginSection>
      </div>
      <p className="mt-12 border-t border-rule pt-4 font-sans text-label text-muted">{t("sources")}</p>
    </Frame>
  );
}
