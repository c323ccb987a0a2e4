import "server-only";
import { cache } from "react";
import { cacheTag } from "@/lib/domain/cache-tags";
import type { DossierKindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { noteTags, wholeRecord } from "./note-tags";
import { newestFirst } from "./record-order";
import { recordsWhere } from "./read-records";

/** The records of the dossier that is the first parameter, as long as that is published. */
const inDossier = `r."dossierId" = $1::uuid AND EXISTS (SELECT FROM "Dossier" d WHERE d."id" = $1::uuid)`;

/** A dossier's published records of a kind: newest first, those without a date last. */
export const recordsOf: <K extends DossierKindKey>(
  dossierId: string,
  kind: K,
) => Promise<PublishedRecord<K>[]> = cache(
  async <K extends DossierKindKey>(dossierId: string, kind: K): Promise<PublishedRecord<K>[]> => {
    noteTags(cacheTag.everything(dossierId, kind));
    const found = await recordsWhere(kind, inDossier, [dossierId]);
    return found.sort(newestFirst);
  },
);

/** The published record of a kind at an address within a dossier, null where there is none. */
export const recordBySlug: <K extends DossierKindKey>(
  dossierId: string,
  kind: K,
  slug: string,
) => Promise<PublishedRecord<K> | null> = cache(
  async <K extends DossierKindKey>(
    dossierId: string,
    kind: K,
    slug: string,
  ): Promise<PublishedRecord<K> | null> => {
    const [found] = await recordsWhere(kind, `${inDossier} AND r."kind" = $2 AND r."slug" = $3`, [
      dossierId,
      kind,
      slug,
    ]);
    // That there is none is true until the list changes.
    noteTags(...(found ? wholeRecord(found.id) : [cacheTag.list(dossierId, kind)]));
    return found ?? null;
  },
);

/** What each reporter states of a dossier's trade in one year; empty where none states anything. */
export const tradeYearsAt = cache(
  async (dossierId: string, year: number): Promise<PublishedRecord<"tradeYear">[]> => {
    const found = await recordsWhere("tradeYear", `${inDossier} AND t."year" = $2`, [dossierId, year]);
    noteTags(cacheTag.list(dossierId, "tradeYear", { year }), ...found.flatMap(({ id }) => wholeRecord(id)));
    return found.sort((a, b) => a.values.reporter.localeCompare(b.values.reporter, "en"));
  },
);
