import { useTranslations } from "next-intl";
import { AsOfForm } from "@/components/public/as-of/as-of-form";
import { CalendarLink } from "@/components/public/calendar/calendar-link";
import { ChangesLink } from "@/components/public/changes/versions-link";
import { ChronicleList } from "@/components/public/history/chronicle-list";
import { Cite } from "@/components/public/sources/cite";
import { PredecessorLines } from "@/components/public/dossier/predecessor-lines";
import { Footnotes } from "@/components/public/notes/footnotes";
import { LatestPart } from "@/components/public/dossier/latest-part";
import { NotRecorded } from "@/components/public/frame/not-recorded";
import { ReciprocityLink } from "@/components/public/reciprocity/reciprocity-link";
import { PairMap } from "@/components/public/map/pair-map";
import { Prose } from "@/components/public/frame/prose";
import { partiesInText } from "@/components/public/frame/setting";
import { YearLanes } from "@/components/public/lanes/year-lanes";
import { kinds } from "@/lib/domain/kinds/registry";
import { countOf } from "@/lib/domain/year-counts";
import { AtAGlance, StandingFacts } from "./at-a-glance";
import type { Notes } from "@/components/public/notes/notes";
import type { PublishedRecord } from "@/lib/domain/published";
import type { OpenDossier } from "../open-dossier";
import type { openOverview } from "./open-overview";

interface Props {
  dossier: OpenDossier;
  overview: Awaited<ReturnType<typeof openOverview>>;
  notes: Notes<PublishedRecord<"source">>;
}

/** What an overview shows below its head: answers, map and summary, the years, and the latest few of each part. */
export function Overview(props: Props) {
  const { dossier, notes } = props;
  return (
    <>
      <Answers {...props} />
      <Years {...props} />
      <LatestParts {...props} />
      <Footnotes notes={notes} setting={dossier.setting} />
    </>
  );
}

function Answers({ dossier: { record, setting }, overview, notes }: Props) {
  const { counts, missions, missionCounts, trade, lastVisits, nextVisits, lastAgreement, forces } = overview;
  return (
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
      <div className="grid content-start gap-6 lg:col-start-1 lg:row-start-1 print:block print:space-y-5">
        <Prose
          text={record.values.summary}
          className="text-lead"
          after={<Cite notes={notes} of={record.id} field="summary" />}
        />
        <PredecessorLines
          values={record.values}
          locale={setting.locale}
          cite={(field) => <Cite notes={notes} of={record.id} field={field} />}
        />
      </div>
      <div className="grid content-start gap-6 lg:col-start-1">
        <PairMap setting={setting} missions={missions} />
        <StandingFacts record={record} notes={notes} />
      </div>
    </div>
  );
}

function Years({ dossier, overview: { lanes, changed } }: Props) {
  const t = useTranslations();
  const { setting } = dossier;
  return (
    <section aria-labelledby="chronicle" className="mt-16 print:mt-8">
      <h2 id="chronicle" className="mb-6 text-section">
        {t("dossier.timeline")}
      </h2>
      <YearLanes {...lanes} setting={setting} now={changed} />
      {/* What these lead to is not kept as it stood. */}
      {!dossier.stood && (
        <div className="mt-6 flex flex-wrap items-center gap-x-8 gap-y-2">
          <AsOfForm setting={setting} />
          <ReciprocityLink setting={setting} />
          <CalendarLink setting={setting} />
          <ChangesLink setting={setting} />
        </div>
      )}
    </section>
  );
}

function LatestParts({ dossier: { setting }, overview: { chronicle, parts }, notes }: Props) {
  const t = useTranslations();
  const [a, b] = partiesInText(setting);
  return (
    <div className="parts mt-14 grid gap-12">
      <LatestPart part="history" setting={setting} count={chronicle.count}>
        {chronicle.items.length > 0 ? (
          <ChronicleList items={chronicle.items} setting={setting} notes={notes} />
        ) : (
          <NotRecorded setting={setting}>{t("history.none", { a, b })}</NotRecorded>
        )}
      </LatestPart>
      {parts.map(({ kind, view, count, ...part }) => (
        <LatestPart key={kind} part={kinds[kind].path} setting={setting} count={count}>
          <view.Body {...part} setting={setting} notes={notes} />
        </LatestPart>
      ))}
    </div>
  );
}
