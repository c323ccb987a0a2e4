import { getTranslations } from "next-intl/server";
import { AgreementList } from "@/components/public/agreements/agreement-list";
import { chronicleKey, dossierChronicle } from "@/components/public/history/chronicle";
import { ChronicleList } from "@/components/public/history/chronicle-list";
import { Cite } from "@/components/public/sources/cite";
import { DataLinks } from "@/components/public/frame/data-links";
import { Day } from "@/components/public/frame/date-text";
import { DossierHead } from "@/components/public/dossier/dossier-head";
import { dossierFields } from "@/components/public/dossier/dossier-view";
import { Footnotes } from "@/components/public/notes/footnotes";
import { LatestPart } from "@/components/public/dossier/latest-part";
import { MissionList } from "@/components/public/missions/mission-list";
import { NotRecorded } from "@/components/public/frame/not-recorded";
import { type Citing, filled, notesFor } from "@/components/public/notes/notes";
import { PairMap } from "@/components/public/map/pair-map";
import { Prose } from "@/components/public/frame/prose";
import { partyNames } from "@/components/public/frame/setting";
import { byYear } from "@/components/public/trade/trade-figures";
import { TradeTable } from "@/components/public/trade/trade-table";
import { VisitList } from "@/components/public/visits/visit-list";
import { YearLanes } from "@/components/public/lanes/year-lanes";
import { dossierLd } from "@/lib/exchange/json-ld";
import { recordsOf } from "@/lib/published/records";
import { Frame } from "../frame";
import { described, openDossier } from "../open-dossier";
import { pageMetadata } from "../page-metadata";
import type { Props } from "../props";
import { AtAGlance, currentMissions, glanceKey } from "./at-a-glance";

/** What the overview of a dossier says of itself. */
export async function generateMetadata({ params }: Props<"dossier">) {
  const { locale, dossier: slug } = await params;
  const [{ setting }, t] = await Promise.all([openDossier(locale, slug), getTranslations("dossier")]);
  const [a, b] = partyNames(setting);
  return pageMetadata({
    locale,
    title: t("heading", { a, b }),
    description: t("description", { a, b }),
    path: `/${setting.slug}`,
    feed: `/${setting.slug}/feed.atom`,
  });
}

const most = 3;

/** The overview of a dossier: facts at a glance, map, summary, the years, and the latest of each kind. */
export default async function DossierPage({ params }: Props<"dossier">) {
  const { locale, dossier: slug } = await params;
  const [dossier, t] = await Promise.all([openDossier(locale, slug), getTranslations("dossier")]);
  const { setting, record, sources } = dossier;
  const [a, b] = partyNames(setting);
  const [events, visits, agreements, missions, tradeYears] = await Promise.all([
    recordsOf(record.id, "event"),
    recordsOf(record.id, "visit"),
    recordsOf(record.id, "agreement"),
    recordsOf(record.id, "mission"),
    recordsOf(record.id, "tradeYear"),
  ]);
  const chronicle = dossierChronicle({ events, visits, agreements });
  const latestTrade = byYear(tradeYears, setting.parties)
    .slice(0, most)
    .flatMap((year) => year.records);
  const latest = {
    visits: visits.slice(0, most),
    agreements: agreements.slice(0, most),
    missions: missions.slice(0, most),
  };
  const citing = (records: readonly { id: string; values: Pick<Citing, "citations"> }[]): Citing[] =>
    records.map(({ id, values }) => ({ key: id, citations: values.citations }));
  const notes = notesFor(sources, [
    {
      key: record.id,
      citations: record.values.citations,
      fields: filled(record.values, dossierFields),
      spread: true,
    },
    ...[...citing(latestTrade.slice(0, 1)), ...citing(currentMissions(missions))].map((one) => ({
      ...one,
      key: glanceKey(one.key),
    })),
    ...citing(chronicle.map((item) => item.record)).map((one) => ({ ...one, key: chronicleKey(one.key) })),
    ...citing(latest.visits),
    ...citing(latest.agreements),
    ...citing(latestTrade),
    ...citing(latest.missions),
  ]);
  const words = await getTranslations();
  return (
    <Frame
      locale={locale}
      trail={dossier.trail}
      changed={setting.checkedAt}
      described={[dossierLd(record, described(dossier, notes))]}
    >
      <DossierHead
        setting={setting}
        asHeading
        updated={t.rich("updated", { day: () => <Day instant={setting.checkedAt} /> })}
      />
      <div className="mt-10 grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="grid content-start gap-10">
          <Prose
            text={record.values.summary}
            className="text-lead"
            after={<Cite notes={notes} of={record.id} field="summary" />}
          />
          <PairMap setting={setting} />
        </div>
        <AtAGlance
          record={record}
          setting={setting}
          notes={notes}
          visits={visits}
          agreements={agreements}
          missions={missions}
          trade={latestTrade[0]}
        />
      </div>
      <section aria-labelledby="chronicle" className="mt-16">
        <h2 id="chronicle" className="mb-6 text-section">
          {t("timeline")}
        </h2>
        <YearLanes records={{ events, visits, agreements, missions }} setting={setting} />
      </section>
      <div className="mt-16 grid gap-16">
        <LatestPart part="history" heading={t("chronicle")} all={t("all.history")} setting={setting}>
          {chronicle.length > 0 ? (
            <ChronicleList items={chronicle} setting={setting} notes={notes} />
          ) : (
            <NotRecorded setting={setting}>{words("history.none", { a, b })}</NotRecorded>
          )}
        </LatestPart>
        <LatestPart part="visits" heading={t("latestVisit")} all={t("all.visits")} setting={setting}>
          {latest.visits.length > 0 && <VisitList visits={latest.visits} setting={setting} notes={notes} />}
          {[
            { code: setting.parties[0], from: a, to: b },
            { code: setting.parties[1], from: b, to: a },
          ].map(
            ({ code, from, to }) =>
              !visits.some(({ values }) => values.from === code) && (
                <div key={code} className="mt-4">
                  <NotRecorded setting={setting}>{words("visits.none", { from, to })}</NotRecorded>
                </div>
              ),
          )}
        </LatestPart>
        <LatestPart
          part="agreements"
          heading={t("latestAgreements")}
          all={t("all.agreements")}
          setting={setting}
        >
          {latest.agreements.length > 0 ? (
            <AgreementList agreements={latest.agreements} setting={setting} notes={notes} />
          ) : (
            <NotRecorded setting={setting}>{words("agreements.none", { a, b })}</NotRecorded>
          )}
        </LatestPart>
        <LatestPart part="trade" heading={t("latestTradeHeading")} all={t("all.trade")} setting={setting}>
          {latestTrade.length > 0 ? (
            <TradeTable records={latestTrade} setting={setting} notes={notes} />
          ) : (
            <NotRecorded setting={setting}>{words("trade.none", { a, b })}</NotRecorded>
          )}
        </LatestPart>
        <LatestPart part="missions" heading={t("latestMissions")} all={t("all.missions")} setting={setting}>
          {latest.missions.length > 0 && (
            <MissionList missions={latest.missions} setting={setting} notes={notes} />
          )}
          {[
            { code: setting.parties[0], sending: a, receiving: b },
            { code: setting.parties[1], sending: b, receiving: a },
          ].map(
            ({ code, sending, receiving }) =>
              !missions.some(({ values }) => values.sending === code) && (
                <div key={code} className="mt-4">
                  <NotRecorded setting={setting}>
                    {words("missions.none", { sending, receiving })}
                  </NotRecorded>
                </div>
              ),
          )}
        </LatestPart>
      </div>
      <Footnotes notes={notes} setting={setting} />
      <DataLinks
        setting={setting}
        lists={["history", "visits", "agreements", "trade", "products", "missions", "sources"]}
      />
    </Frame>
  );
}
