import "server-only";
import { cache } from "react";
import { referringBy } from "@/lib/database/columns";
import { cacheTag } from "@/lib/domain/cache-tags";
import { kindKeyOf, kindKeys, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { database } from "@/lib/database/client";
import { LIST_PAGE } from "@/lib/domain/list-periods";
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

/** What refers to a record: of each field by which any do at most `LIST_PAGE`, and how many more of each kind. */
export interface Referrers {
  shown: Referrer[];
  more: ReadonlyMap<KindKey, number>;
}

/**
 * The published records that refer to this one other than by citing it, such as the visit during which an
 * agreement was signed, each once; by kind, newest first. What cites a source, `sourceBySlug` tells.
 */
export const referrersOf = cache(async (id: string, kind: KindKey): Promise<Referrers> => {
  noteTags(cacheTag.referring(id));
  const fields = kindKeys.flatMap((from) =>
    referringBy(kindOf(from), { id, kind }).map((one) => ({ ...one, from })),
  );
  const found = await Promise.all(fields.map(referrersBy));
  const shown = new Map(found.flatMap((one) => one.shown).map((referrer) => [referrer.id, referrer]));
  const more = new Map<KindKey, number>();
  for (const one of found) if (one.more > 0) more.set(one.from, (more.get(one.from) ?? 0) + one.more);
  return { shown: [...shown.values()], more };
});

type ReferringField = ReturnType<typeof referringBy>[number] & { from: KindKey };

async function referrersBy({ from, field, condition }: ReferringField) {
  const where = { ...inPublicDossier, ...condition };
  const rows = await database().record.findMany({
    where,
    orderBy: [{ sortDate: { sort: "desc", nulls: "last" } }, { id: "asc" }],
    take: LIST_PAGE,
    select: {
      id: true,
      kind: true,
      slug: true,
      title: true,
      sortDate: true,
      dossier: { select: { record: { select: { asDossier: { select: { slug: true } } } } } },
    },
  });
  const more = rows.length < LIST_PAGE ? 0 : (await database().record.count({ where })) - LIST_PAGE;
  const shown = rows.flatMap(({ id, kind, slug, title, ...row }): Referrer[] => {
    // Each relation is read by a statement of its own, between which the dossier may be withdrawn.
    const dossierSlug = row.dossier?.record?.asDossier?.slug;
    if (!dossierSlug) return [];
    const sortDate = row.sortDate?.toISOString().slice(0, 10) ?? null;
    return [{ id, kind: kindKeyOf(kind), slug, title, sortDate, dossierSlug, field }];
  });
  return { from, shown, more };
}
