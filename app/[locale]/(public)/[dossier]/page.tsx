import { getTranslations } from "next-intl/server";
import { AsOfForm } from "@/components/public/as-of/as-of-form";
import { CalendarLink } from "@/components/public/calendar/calendar-link";
import { ChangesLink } from "@/components/public/changes/versions-link";
import { ChronicleList } from "@/components/public/history/chronicle-list";
import { Cite } from "@/components/public/sources/cite";
import { DataLinks } from "@/components/public/frame/data-links";
import { Day } from "@/components/public/frame/date-text";
import { PredecessorLines } from "@/components/public/dossier/predecessor-lines";
import { DossierHead } from "@/components/public/dossier/dossier-head";
import { Footnotes } from "@/components/public/notes/footnotes";
import { LatestPart } from "@/components/public/dossier/latest-part";
import { NotRecorded } from "@/components/public/frame/not-recorded";
import { ReciprocityLink } from "@/components/public/reciprocity/reciprocity-link";
import { ReportLink } from "@/components/public/report/report-link";
import { UnderReview } from "@/components/public/report/under-review";
import { PairMap } from "@/components/public/map/pair-map";
import { Prose } from "@/components/public/frame/prose";
import { partiesInText, partyNames } from "@/components/public/frame/setting";
import { YearLanes } from "@/components/public/lanes/year-lanes";
import { kindKeys, kinds } from "@/lib/domain/kinds/registry";
import { countOf } from "@/lib/domain/year-counts";
import { dossierLd } from "@/lib/exchange/json-ld";
import { Frame } from "../frame";
import { described, notesOf, openDossier } from "../open-dossier";
import { pageMetadata } from "../page-metadata";
import type { Props } from "../props";
import { asOfMetadata, AsOfPage, dayAsked } from "./as-of-page";
import { AtAGlance, StandingFacts } from "./at-a-glance";
import { citingIn, openOverview } from "./open-overview";

/** What the overview of a dossier says of itself. */
export async function generateMetadata({ params, searchParams }: Props<"dossier">) {
  const { locale, dossier: slug } = await params;
  const day = await dayAsked({ searchParams });
  if (day) return asOfMetadata({ locale, slug, day });
  const [{ setting }, t] = await Promise.all([openDossier(locale, slug), getTranslations("dossier")]);
  const [a, b] = partyNames(setting);
  const inText = partiesInText(setting);
  return pageMetadata({
    locale,
    title: t("heading", { a, b }),
    description: t("description", { a: inText[0], b: inText[1] }),
    path: `/${setting.slug}`,
    feed: `/${setting.slug}/feed.atom`,
  });
}

/** The overview of a dossier: facts at a glance, map, summary, the years, and the latest of each kind. */
export default async function DossierPage({ params, searchParams }: Props<"dossier">) {
  const { locale, dossier: slug } = await params;
  const day = await dayAsked({ searchParams });
  if (day) return <AsOfPage locale={locale} slug={slug} day={day} />;
  const [dossier, t] = await Promise.all([openDossier(locale, slug), getTranslations("dossier")]);
  const { setting, record } = dossier;
  const [a, b] = partyNames(setting);
  const overview = await openOverview(dossier);
  const { counts, lanes, chronicle, parts, missions, missionCounts, trade, changed } = overview;
  const { lastVisits, nextVisits, lastAgreement, forces } = overview;
  const notes = await notesOf(dossier, citingIn(record, overview));
  const words = await getTranslations();
  return (
    <Frame
      locale={locale}
      trail={dossier.trail}
      changed={changed}
      cited={{ title: record.title }}
      described={[dossierLd(record, described(dossier, notes))]}
    >
      <DossierHead
        setting={setting}
        asHeading
        updated={t.rich("updated", { day: () => <Day instant={changed} /> })}
      />
      <UnderReview since={record.underReviewSince} />
      <div className="mt-8 grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
        {/* First also where one column follows the other: answers before prose. */}
        <AtAGlance
          record={record}
          setting={setting}
          notes={notes}
          visits={{
            last: lastVisits,
            next: nextVisits,
            from: (country) => countOf(counts, "visit", country),
          }}
          agreements={{ count: countOf(counts, "agreement"), forces, last: lastAgreement }}
          missions={{ named: missions, of: (country) => missionCounts.get(country) ?? 0 }}
          trade={trade}
        />
        <div className="grid content-start gap-6 lg:col-start-1 lg:row-start-1">
          <Prose
            text={record.values.summary}
            className="text-lead"
            after={<Cite notes={notes} of={record.id} field="summary" />}
          />
          <PredecessorLines
            values={record.values}
            locale={locale}
            cite={(field) => <Cite notes={notes} of={record.id} field={field} />}
          />
        </div>
        <div className="grid content-start gap-6 lg:col-start-1">
          <PairMap setting={setting} missions={missions} />
          <StandingFacts record={record} notes={notes} />
        </div>
      </div>
      <section aria-labelledby="chronicle" className="mt-16 print:mt-8">
        <h2 id="chronicle" className="mb-6 text-section">
          {t("timeline")}
        </h2>
        <YearLanes {...lanes} setting={setting} now={changed} />
        <div className="mt-6 flex flex-wrap items-center gap-x-8 gap-y-2">
          <AsOfForm setting={setting} />
          <ReciprocityLink setting={setting} />
          <CalendarLink setting={setting} />
          <ChangesLink setting={setting} />
        </div>
      </section>
      <div className="parts mt-14 grid gap-12">
        <LatestPart part="history" setting={setting} count={chronicle.count}>
          {chronicle.items.length > 0 ? (
            <ChronicleList items={chronicle.items} setting={setting} notes={notes} />
          ) : (
            <NotRecorded setting={setting}>{words("history.none", { a, b })}</NotRecorded>
          )}
        </LatestPart>
        {parts.map(({ kind, view, count, ...part }) => (
          <LatestPart key={kind} part={kinds[kind].path} setting={setting} count={count}>
            <view.Body {...part} setting={setting} notes={notes} />
          </LatestPart>
        ))}
      </div>
      <Footnotes notes={notes} setting={setting} />
      <p className="mt-10 flex flex-wrap gap-x-8 font-sans text-label text-muted">
        {record.verifiedAt && (
          <span>{t.rich("verified", { day: () => <Day instant={record.verifiedAt!} /> })}</span>
        )}
        <ReportLink id={record.id} locale={locale} />
      </p>
      <DataLinks
        setting={setting}
        lists={kindKeys
          .filter((key) => kinds[key].inDossier || key === "source")
          .map((key) => kinds[key].path)}
      />
    </Frame>
  );
}
