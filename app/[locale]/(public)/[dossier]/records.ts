import { cache } from "react";
import type { RecordsByKind } from "@/components/public/kind-view";
import { dossierKinds } from "@/components/public/views";
import { goingOn, laneKinds } from "@/components/public/lanes/lanes";
import type { DossierKindKey } from "@/lib/domain/kinds/registry";
import { markedLanes } from "@/lib/domain/lane-tallies";
import type { PublishedRecord } from "@/lib/domain/published";
import { lanesFrom } from "@/lib/domain/year-counts";
import type { OpenDossier } from "../open-dossier";

/** How many records a dossier has in which years, its lanes among them, and what of these needs each dated record. */
export const countedYears = cache(async ({ reads, setting: { parties } }: OpenDossier) => {
  const counts = await reads.yearCounts(parties, laneKinds);
  const tallies = lanesFrom(counts, laneKinds, parties);
  return {
    counts,
    tallies,
    marks: { tallies: markedLanes(tallies), lanes: laneKinds },
  };
});

/**
 * What the years say besides the records of their lanes, the same on each page that shows them: how far the sources of what goes on
 * reach, with which visits events are told, and the instant of the dossier's last change, up to which all is drawn.
 */
export async function besideLanes(
  { record, reads }: OpenDossier,
  shown: Record<"marks" | "chronicle", PublishedRecord<DossierKindKey>[]>,
) {
  const events = [...shown.marks, ...shown.chronicle].filter(({ kind }) => kind === "event");
  const [reaches, hosts, latest] = await Promise.all([
    reads.sourceReaches(goingOn(shown.marks)),
    reads.eventHosts([...new Set(events.map(({ id }) => id))]),
    reads.latestChange(),
  ]);
  return { reaches, hosts, changed: latest ?? record.updatedAt };
}

/** Records of several kinds, by kind. */
export function byKind(records: readonly PublishedRecord<DossierKindKey>[]): RecordsByKind {
  return Object.fromEntries(dossierKinds.map((kind) => [kind, records.filter((one) => one.kind === kind)]));
}
