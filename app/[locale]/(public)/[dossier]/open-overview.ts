import { chronicleKey, chronicleOf, toldKinds } from "@/components/public/history/chronicle";
import type { KindView } from "@/components/public/kind-view";
import type { Viewed } from "@/components/public/frame/setting";
import { byYear } from "@/components/public/trade/trade-figures";
import { dossierKinds, viewOf } from "@/components/public/views";
import type { DossierKindKey } from "@/lib/domain/kinds/registry";
import { chronicleCounts, countOf, hasAny } from "@/lib/domain/year-counts";
import { noteTags, wholeRecord } from "@/lib/published/note-tags";
import { recentChanges } from "@/lib/published/changes";
import { shownRecords } from "@/lib/published/shown-records";
import type { PublishedRecord } from "@/lib/domain/published";
import { dossierFields } from "@/components/public/dossier/dossier-view";
import { type Citing, filled } from "@/components/public/notes/notes";
import type { OpenDossier } from "../open-dossier";
import { glanceKey } from "./at-a-glance";
import { byKind, countedYears } from "./records";

/** As many missions of each side as are named at a glance; of more it says how many. */
const missionsNamed = 3;
/** How many of a kind's latest records the overview shows, unless its view picks them. */
const few = 3;
/** A chronicle of so many is shown whole; of a longer one the latest. */
const chronicleRoom = { whole: 12, latest: 10 };

const latestViews = dossierKinds.flatMap((kind) => {
  // The view is that of the records' kind, which a union of all cannot say. The history has no latest: the chronicle's
  // place is its own.
  const view = (viewOf(kind) as KindView<DossierKindKey>).latest;
  return view ? [{ kind, view, most: view.most ?? few }] : [];
});

/** All that the overview shows of a dossier's records: counts, and the few that it names. */
export async function openOverview(dossier: OpenDossier) {
  const { record, setting } = dossier;
  noteTags(...wholeRecord(record.id));
  const { counts, tallies, marks, lastYear } = await countedYears(dossier);
  const told = chronicleCounts(counts, toldKinds).all;
  const isWhole = told <= chronicleRoom.whole;
  const most = isWhole ? chronicleRoom.whole : chronicleRoom.latest;
  const [shown, [latestOfAll]] = await Promise.all([
    shownRecords(record.id, {
      marks,
      chronicle: { told: toldKinds, span: "all", page: 1, most },
      latest: latestViews,
      missions: { of: setting.parties, most: missionsNamed },
    }),
    recentChanges({ dossierId: record.id, limit: 1 }),
  ]);
  const latest = byKind(shown.latest);
  const oldestFirst = chronicleOf(shown.chronicle);
  const parts = latestViews.map(({ kind, view }) => {
    const newest: readonly Viewed<DossierKindKey>[] = latest[kind] ?? [];
    const has = (country: string) => hasAny(counts, kind, country);
    return { kind, view, latest: view.pick?.(newest, setting) ?? newest, count: countOf(counts, kind), has };
  });
  return {
    counts,
    lanes: { tallies, records: byKind(shown.marks), lastYear },
    chronicle: { items: isWhole ? oldestFirst : oldestFirst.reverse(), count: told, isWhole },
    parts,
    missions: embassiesFirst(byKind(shown.missions).mission ?? []),
    missionCounts: shown.missionCounts,
    trade: byYear(latest.tradeYear ?? [], setting)[0]?.records[0],
    changed: latestOfAll?.updatedAt ?? record.updatedAt,
  };
}

function embassiesFirst(missions: readonly Viewed<"mission">[]): Viewed<"mission">[] {
  const isOther = ({ values }: Viewed<"mission">) => Number(values.type !== "embassy");
  return [...missions].sort((one, other) => isOther(one) - isOther(other));
}

type Overview = Awaited<ReturnType<typeof openOverview>>;

/** What cites on the overview, in the order in which it stands there. */
export function citingIn(record: PublishedRecord<"dossier">, overview: Overview): Citing[] {
  const { trade, missions, chronicle, parts } = overview;
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
    ...citing([...(trade ? [trade] : []), ...missions], glanceKey),
    ...citing(
      chronicle.items.map((item) => item.record),
      chronicleKey,
    ),
    ...parts.flatMap(({ latest }) => citing(latest)),
  ];
}
