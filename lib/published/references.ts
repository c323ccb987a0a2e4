import "server-only";
import { cache } from "react";
import { referringBy } from "@/lib/database/columns";
import { besides, type CappedCount, cappedCount, COUNT_LIMIT, together } from "@/lib/domain/capped-count";
import { cacheTag } from "@/lib/domain/cache-tags";
import { kindKeyOf, kindKeys, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { database } from "@/lib/database/client";
import { facetValue } from "@/lib/domain/list-facets";
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
  /** What its kind tells beside links to it; undefined of most kinds. */
  told: string | undefined;
  dossierSlug: string;
  field: string;
}

/** What refers to a record: of each field by which any do at most `LIST_PAGE`, and how many more of each kind. */
export interface Referrers {
  shown: Referrer[];
  more: ReadonlyMap<KindKey, CappedCount>;
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
  const more = new Map<KindKey, CappedCount>();
  for (const one of found) {
    const others = more.get(one.from);
    if (one.more.count > 0) more.set(one.from, others ? together(others, one.more) : one.more);
  }
  return { shown: [...shown.values()], more };
});

type ReferringField = ReturnType<typeof referringBy>[number] & { from: KindKey };

/** Of very many the newest among those that are counted: to put all in order, all would have to be read. */
async function referrersBy({ from, field, condition }: ReferringField) {
  const where = { ...inPublicDossier, ...condition };
  const all = await database().record.findMany({
    where,
    take: COUNT_LIMIT + 1,
    select: { id: true, sortDate: true },
  });
  const newest = all.sort(newestFirst).slice(0, LIST_PAGE);
  const more = besides(cappedCount(all.length), newest.length);
  if (newest.length === 0) return { from, shown: [], more };
  const rows = await database().record.findMany({
    where: { ...where, id: { in: newest.map(({ id }) => id) } },
    orderBy: [{ sortDate: { sort: "desc", nulls: "last" } }, { id: "asc" }],
    select: {
      id: true,
      kind: true,
      slug: true,
      title: true,
      sortDate: true,
      facets: true,
      dossier: { select: { record: { select: { asDossier: { select: { slug: true } } } } } },
    },
  });
  const shown = rows.flatMap(({ id, kind, slug, title, facets, ...row }): Referrer[] => {
    // Each relation is read by a statement of its own, between which the dossier may be withdrawn.
    const dossierSlug = row.dossier?.record?.asDossier?.slug;
    if (!dossierSlug) return [];
    const sortDate = row.sortDate?.toISOString().slice(0, 10) ?? null;
    const { toldInLinks } = kindOf(from);
    const told = toldInLinks && facetValue(facets, toldInLinks);
    return [{ id, kind: kindKeyOf(kind), slug, title, sortDate, told, dossierSlug, field }];
  });
  return { from, shown, more };
}

interface Dated {
  id: string;
  sortDate: Date | null;
}

/** As the database orders them below: by date, those without one last, then by id. */
function newestFirst(one: Dated, other: Dated): number {
  const [a, b] = [one, other].map(({ sortDate }) => sortDate?.getTime() ?? -Infinity) as [number, number];
  return a === b ? (one.id < other.id ? -1 : 1) : b - a;
}
