import { cache } from "react";
import type { RecordsByKind } from "@/components/public/kind-view";
import { dossierKinds, viewOf } from "@/components/public/views";
import type { DossierKindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { recordsOf } from "@/lib/published/records";

/** A dossier's published records of the kinds that stand among others: on the overview, in the history, in the years. */
export const recordsTogether = cache(
  async (dossierId: string): Promise<RecordsByKind & { [K in DossierKindKey]?: PublishedRecord<K>[] }> => {
    const shown = dossierKinds.filter((kind) => {
      const { told, lane, latest } = viewOf(kind);
      return told ?? lane ?? latest;
    });
    const read = shown.map(async (kind) => [kind, await recordsOf(dossierId, kind)] as const);
    return Object.fromEntries(await Promise.all(read));
  },
);
