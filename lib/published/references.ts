import "server-only";
import { cache } from "react";
import { referringBy } from "@/lib/database/columns";
import { cacheTag } from "@/lib/domain/cache-tags";
import { kindKeyOf, kindKeys, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { database } from "@/lib/database/client";
import { noteTags } from "./note-tags";
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
 * agreement was signed, each once; by kind, newest first. What cites a source, `sourcesOf` tells.
 */
export const referrersOf = cache(async (id: string, kind: KindKey): Promise<Referrer[]> => {
  noteTags(cacheTag.referring(id));
  const fields = kindKeys.flatMap((from) => referringBy(kindOf(from), { id, kind }));
  const found = await Promise.all(fields.map(referrersBy));
  return [...new Map(found.flat().map((referrer) => [referrer.id, referrer])).values()];
});

async function referrersBy({
  field,
  condition,
}: ReturnType<typeof referringBy>[number]): Promise<Referrer[]> {
  const rows = await database().record.findMany({
    where: { ...inPublicDossier, ...condition },
    orderBy: { sortDate: { sort: "desc", nulls: "last" } },
    select: {
      id: true,
      kind: true,
      slug: true,
      title: true,
      sortDate: true,
      dossier: { select: { record: { select: { asDossier: { select: { slug: true } } } } } },
    },
  });
  return rows.flatMap(({ id, kind, slug, title, ...row }) => {
    // Each relation is read by a statement of its own, between which the dossier may be withdrawn.
    const dossierSlug = row.dossier?.record?.asDossier?.slug;
    if (!dossierSlug) return [];
    const sortDate = row.sortDate?.toISOString().slice(0, 10) ?? null;
    return { id, kind: kindKeyOf(kind), slug, title, sortDate, dossierSlug, field };
  });
}
