import { getTranslations } from "next-intl/server";
import { chronicleKey, dossierChronicle } from "@/components/public/history/chronicle";
import { ChronicleList } from "@/components/public/history/chronicle-list";
import { Cite } from "@/components/public/sources/cite";
import { DataLinks } from "@/components/public/frame/data-links";
import { Day } from "@/components/public/frame/date-text";
import { DossierHead } from "@/components/public/dossier/dossier-head";
import { dossierFields } from "@/components/public/dossier/dossier-view";
import { Footnotes } from "@/components/public/notes/footnotes";
import type { KindView, RecordsByKind } from "@/components/public/kind-view";
import { LatestPart } from "@/components/public/dossier/latest-part";
import { NotRecorded } from "@/components/public/frame/not-recorded";
import { type Citing, filled } from "@/components/public/notes/notes";
import { PairMap } from "@/components/public/map/pair-map";
import { Prose } from "@/components/public/frame/prose";
import { partyNames, type Setting, type Viewed } from "@/components/public/frame/setting";
import { byYear } from "@/components/public/trade/trade-figures";
import { YearLanes } from "@/components/public/lanes/year-lanes";
import { dossierKinds, viewOf } from "@/components/public/views";
import { type DossierKindKey, kindKeys, kinds } from "@/lib/domain/kinds/registry";
import { cacheTag } from "@/lib/domain/cache-tags";
import { noteTags } from "@/lib/published/note-tags";
import { recentChanges } from "@/lib/published/changes";
import { dossierLd } from "@/lib/exchange/json-ld";
import { Frame } from "../frame";
import { described, notesOf, openDossier } from "../open-dossier";
import { pageMetadata } from "../page-metadata";
import type { Props } from "../props";
import { AtAGlance, currentMissions, glanceKey } from "./at-a-glance";
import { recordsTogether } from "./records";

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

/** How many of a kind's latest records the overview shows, unless its view picks them. */
const few = 3;

/** The latest of each kind, in the dossier's order. The history's place is the chronicle's: it has no latest. */
function latestOfEach(records: RecordsByKind, setting: Setting) {
  return dossierKinds.flatMap((kind) => {
    // The view is that of the records' kind, which a union of all cannot say.
    const view = (viewOf(kind) as KindView<DossierKindKey>).latest;
    const all: readonly Viewed<DossierKindKey>[] = records[kind] ?? [];
    if (!view) return [];
    return { kind, view, records: all, latest: view.pick?.(all, setting) ?? all.slice(0, few) };
  });
}

/** The overview of a dossier: facts at a glance, map, summary, the years, and the latest of each kind. */
export default async function DossierPage({ params }: Props<"dossier">) {
  const { locale, dossier: slug } = await params;
  const [dossier, t] = await Promise.all([openDossier(locale, slug), getTranslations("dossier")]);
  const { setting, record } = dossier;
  noteTags(cacheTag.record(record.id));
  const [a, b] = partyNames(setting);
  const [records, [latestOfAll]] = await Promise.all([
    recordsTogether(record.id),
    recentChanges({ dossierId: record.id, limit: 1 }),
  ]);
  const changed = latestOfAll?.updatedAt ?? record.updatedAt;
  const { visit: visits = [], agreement: agreements = [], mission: missions = [] } = records;
  const chronicle = dossierChronicle(records);
  const parts = latestOfEach(records, setting);
  const [latestTrade] = byYear(records.tradeYear ?? [], setting.parties)[0]?.records ?? [];
  const citing = (some: readonly { id: string; values: Pick<Citing, "citations"> }[]): Citing[] =>
    some.map(({ id, values }) => ({ key: id, citations: values.citations }));
  const notes = await notesOf(dossier, [
    {
      key: record.id,
      citations: record.values.citations,
      fields: filled(record.values, dossierFields),
      spread: true,
    },
    ...[...citing(latestTrade ? [latestTrade] : []), ...citing(currentMissions(missions))].map((one) => ({
      ...one,
      key: glanceKey(one.key),
    })),
    ...citing(chronicle.map((item) => item.record)).map((one) => ({ ...one, key: chronicleKey(one.key) })),
    ...parts.flatMap(({ latest }) => citing(latest)),
  ]);
  const words = await getTranslations();
  return (
    <Frame
      locale={locale}
      trail={dossier.trail}
      changed={changed}
      described={[dossierLd(record, described(dossier, notes))]}
    >
      <DossierHead
        setting={setting}
        asHeading
        updated={t.rich("updated", { day: () => <Day instant={changed} /> })}
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
          trade={latestTrade}
        />
      </div>
      <section aria-labelledby="chronicle" className="mt-16">
        <h2 id="chronicle" className="mb-6 text-section">
          {t("timeline")}
        </h2>
        <YearLanes records={records} setting={setting} />
      </section>
      <div className="mt-16 grid gap-16">
        <LatestPart part="history" setting={setting}>
          {chronicle.length > 0 ? (
            <ChronicleList items={chronicle} setting={setting} notes={notes} />
          ) : (
            <NotRecorded setting={setting}>{words("history.none", { a, b })}</NotRecorded>
          )}
        </LatestPart>
        {parts.map(({ kind, view, records: ofKind, latest }) => (
          <LatestPart key={kind} part={kinds[kind].path} setting={setting}>
            <view.Body records={ofKind} latest={latest} setting={setting} notes={notes} />
          </LatestPart>
        ))}
      </div>
      <Footnotes notes={notes} setting={setting} />
      <DataLinks
        setting={setting}
        lists={kindKeys.filter((key) => key !== "dossier").map((key) => kinds[key].path)}
      />
    </Frame>
  );
}
