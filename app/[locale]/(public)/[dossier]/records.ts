import { cache } from "react";
import type { RecordsByKind } from "@/components/public/kind-view";
import { dossierKinds } from "@/components/public/views";
import { laneKinds } from "@/components/public/lanes/lanes";
import type { DossierKindKey } from "@/lib/domain/kinds/registry";
import { markedLanes } from "@/lib/domain/lane-tallies";
import type { PublishedRecord } from "@/lib/domain/published";
import { lanesFrom } from "@/lib/domain/year-counts";
import { yearCounts } from "@/lib/published/year-counts";
import type { OpenDossier } from "../open-dossier";

/** How many records a dossier has in which years, its lanes among them, and what of these needs each dated record. */
export const countedYears = cache(async ({ record, setting: { parties } }: OpenDossier) => {
  const counts = await yearCounts(record.id, parties, laneKinds);
  const tallies = lanesFrom(counts, laneKinds, parties);
  return {
    counts,
    tallies,
    marks: { tallies: markedLanes(tallies), lanes: laneKinds },
  };
});

/** The ids of those records that are of a kind. */
export function idsOf(kind: DossierKindKey, records: readonly PublishedRecord<DossierKindKey>[]): string[] {
  return [...new Set(records.filter((one) => one.kind === kind).map(({ id }) => id))];
}

/** Records of several kinds, by kind. */
export function byKind(records: readonly PublishedRecord<DossierKindKey>[]): RecordsByKind {
  return Object.fromEntries(dossierKinds.map((kind) => [kind, records.filter((one) => one.kind === kind)]));
}
