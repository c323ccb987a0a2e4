import { glanceKey } from "@/components/public/glance/answer";
import { chronicleKey, chronicleOf, toldKinds } from "@/components/public/history/chronicle";
import { toldWithMissions } from "@/components/public/history/told-with-missions";
import type { KindView } from "@/components/public/kind-view";
import type { Viewed } from "@/components/public/frame/setting";
import { summaryOf } from "@/components/public/trade/trade-summary";
import { dossierKinds, viewOf } from "@/components/public/views";
import type { DossierKindKey } from "@/lib/domain/kinds/registry";
import { listFacet } from "@/lib/domain/list-facets";
import { chronicleCounts, countOf } from "@/lib/domain/year-counts";
import { noteTags, wholeRecord } from "@/lib/published/note-tags";
import { dayShown } from "@/lib/domain/stood/moment";
import type { PublishedRecord } from "@/lib/domain/published";
import { dossierFields } from "@/components/public/dossier/dossier-view";
import { type Citing, filled } from "@/components/public/notes/notes";
import type { OpenDossier } from "../open-dossier";
import { besideLanes, byKind, countedYears } from "./records";

/** As many missions of each side as the map marks; of more the glance says how many. */
const missionsNamed = 3;
/** As many visits by heads of state as each lane of the years may name where it is too full for marks. */
const headsNamed = 8;
/** How many of a kind's latest records the overview shows, unless its view picks them. */
const few = 3;
/** Of the history the overview has the latest events: visits and agreements stand in parts of their own below it. */
const toldHere = [{ kind: "event", onlyDated: false }] as const;
/** So many are shown, of so many: those that a mission's record tells are left out. */
const eventRoom = { shown: 4, read: 8 };

const latestViews = dossierKinds.flatMap((kind) => {
  // The view is that of the records' kind, which a union of all cannot say. The history has no latest: the chronicle's
  // place is its own.
  const view = (viewOf(kind) as KindView<DossierKindKey>).latest;
  return view ? [{ kind, view, most: view.most ?? few }] : [];
});

/** All that the overview shows of a dossier's records: counts, and the few that it names. */
export async function openOverview(dossier: OpenDossier) {
  const { record, setting, reads, stood } = dossier;
  noteTags(...wholeRecord(record.id));
  const today = dayShown(stood?.moment.spelled);
  const { counts, tallies, marks } = await countedYears(dossier);
  const counted = latestViews.filter(({ kind, view }) => view.isCounted && countOf(counts, kind) > 0);
  const [shown, facets] = await Promise.all([
    reads.shownRecords({
      marks,
      chronicle: { told: toldHere, span: "all", page: 1, most: eventRoom.read },
      latest: latestViews,
      missions: { of: setting.parties, most: missionsNamed },
      lastVisits: { of: setting.parties, heads: headsNamed, today },
      lastAgreement: { today },
      forces: { today },
    }),
    Promise.all(counted.map(async ({ kind }) => [kind, await reads.countsByFacet(kind)] as const)),
  ]);
  const { reaches, hosts, changed } = await besideLanes(dossier, shown);
  const latest = byKind(shown.latest);
  const told = new Set([
    ...toldWithMissions(shown.chronicle, [...shown.missions, ...(latest.mission ?? [])]),
    // What was announced then stands below, or the visit during which it was.
    ...[...hosts].flatMap(([event, visit]) => (latest.visit?.some(({ id }) => id === visit) ? [event] : [])),
    ...(latest.announcement ?? []).flatMap(({ values }) => values.event ?? []),
  ]);
  const events = shown.chronicle.filter(({ id }) => !told.has(id));
  // Those without a date come last whichever way they are read.
  const newestFirst = chronicleOf(events.filter(({ sortDate }) => sortDate !== null)).reverse();
  const undated = chronicleOf(events.filter(({ sortDate }) => sortDate === null));
  const byFacet = new Map(facets);
  const parts = latestViews.flatMap(({ kind, view }) => {
    const newest: readonly Viewed<DossierKindKey>[] = latest[kind] ?? [];
    const count = countOf(counts, kind);
    if (view.isLeftOutEmpty && count === 0) return [];
    const having = (field: string, value: string) => byFacet.get(kind)?.get(listFacet(field, value)) ?? 0;
    return [{ kind, view, latest: view.pick?.(newest, setting) ?? newest, having, count }];
  });
  return {
    counts,
    lanes: {
      tallies,
      records: byKind(shown.marks),
      reaches,
      hosts,
      heads: byKind(shown.headVisits).visit ?? [],
    },
    chronicle: {
      items: [...newestFirst, ...undated].slice(0, eventRoom.shown),
      count: chronicleCounts(counts, toldKinds).all,
    },
    parts,
    lastVisits: byKind(shown.lastVisits).visit ?? [],
    nextVisits: byKind(shown.nextVisits).visit ?? [],
    forces: shown.forceCounts,
    lastAgreement: byKind(shown.lastAgreement).agreement?.[0],
    missions: shown.missions,
    missionCounts: shown.missionCounts,
    trade: summaryOf(latest.tradeYear ?? [], setting),
    changed,
  };
}

/** Those that the glance names: of each side the foremost. */
function firstOfEachSide(missions: readonly Viewed<"mission">[]): Viewed<"mission">[] {
  return missions.filter(
    ({ values }, index) => missions.findIndex((one) => one.values.sending === values.sending) === index,
  );
}

type Overview = Awaited<ReturnType<typeof openOverview>>;

/** What cites on the overview, in the order in which it stands there. */
export function citingIn(record: PublishedRecord<"dossier">, overview: Overview): Citing[] {
  const { trade, missions, chronicle, parts, lastVisits, nextVisits, lastAgreement } = overview;
  const citing = (
    records: readonly { id: string; values: Pick<Citing, "citations"> }[],
    keyOf = (id: string) => id,
  ): Citing[] => records.map(({ id, values }) => ({ key: keyOf(id), citations: values.citations }));
  return [
    {
      key: record.id,
      citations: record.values.citations,
      fields: filled(record.values, dossierFields),
      spread: true,
    },
    ...citing(
      [
        ...lastVisits,
        ...nextVisits,
        ...(lastAgreement ? [lastAgreement] : []),
        ...firstOfEachSide(missions),
        ...(trade ? [trade.record] : []),
      ],
      glanceKey,
    ),
    ...citing(
      chronicle.items.map((item) => item.record),
      chronicleKey,
    ),
    ...parts.flatMap(({ latest }) => citing(latest)),
  ];
}
