import "server-only";
import { cache } from "react";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { database } from "@/lib/database/client";
import { isStillThere } from "@/lib/database/tables";
import { inPublicDossier } from "./visible";

/** A published record that refers to another, and by which of its fields. */
export interface Referrer {
  id: string;
  kind: KindKey;
  slug: string;
  title: string;
  sortDate: string | null;
  dossierSlug: string;
  field: string;
}

/**
 * The published records that refer to this one other than by citing it, such as the visit during which an
 * agreement was signed; newest first. What cites a source, `sourcesOf` tells.
 */
export const referrersOf = cache(async (recordId: string): Promise<Referrer[]> => {
  const rows = await database().visitAgreement.findMany({
    where: { agreementId: recordId, visit: { record: inPublicDossier } },
    orderBy: { visit: { record: { sortDate: { sort: "desc", nulls: "last" } } } },
    select: {
      visit: {
        select: {
          record: {
            select: {
              id: true,
              slug: true,
              title: true,
              sortDate: true,
              dossier: { select: { record: { select: { asDossier: { select: { slug: true } } } } } },
            },
          },
        },
      },
    },
  });
  return rows.flatMap(({ visit }) => {
    if (!isStillThere(visit) || !isStillThere(visit.record)) return [];
    const { record } = visit;
    const dossierSlug = record.dossier?.record?.asDossier?.slug;
    if (!dossierSlug) return [];
    const sortDate = record.sortDate?.toISOString().slice(0, 10) ?? null;
    const { id, slug, title } = record;
    return { id, kind: "visit" as const, slug, title, sortDate, dossierSlug, field: "agreements" };
  });
});
