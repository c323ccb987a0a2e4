import { notFound } from "next/navigation";
import type { FacetValues, KindView, ListTally, Query } from "@/components/public/kind-view";
import { dossierKinds, viewOf } from "@/components/public/views";
import { notKeptTag } from "@/lib/domain/cache-tags";
import { type DossierKindKey, kindAtPath } from "@/lib/domain/kinds/registry";
import { listFacet } from "@/lib/domain/list-facets";
import { LIST_PAGE, openPeriod, readPeriod } from "@/lib/domain/list-periods";
import type { PublishedRecord } from "@/lib/domain/published";
import { noteTags } from "@/lib/published/note-tags";
import { emptyAt, emptyPeriod, withSubjects } from "../../open-dossier";
import { openPart } from "../../open-part";
import type { Props } from "../../props";

/** At most so many of each group stand for it where a long list is folded. */
const few = 5;

/** The list that an address asks for: which period of it, how many records it has, and what it is narrowed to. */
export async function openList(props: Props<"dossier" | "part">) {
  const { part } = await props.params;
  const kind = dossierKinds.find((one) => one === kindAtPath(part));
  // The view is that of the kind asked for, which a union of all cannot say.
  const view = kind && (viewOf(kind) as KindView<DossierKindKey>).list;
  if (!kind || !view) notFound();
  const [found, query] = await Promise.all([openPart(props, part, [kind]), props.searchParams]);
  const opened = { ...found, dossier: await withSubjects(found.dossier, kind) };
  const { reads } = opened.dossier;
  const narrowed = view.narrowedTo?.(query, opened.dossier.setting) ?? [];
  // One value of each field that has one; of a field that is narrowed to several, any of them.
  const groups = narrowed.map(allFacets);
  const facets = groups.filter(({ length }) => length === 1).flat();
  const anyOf = groups.filter(({ length }) => length > 1);
  const [all, counts, byFacet] = await Promise.all([
    reads.countsByYear({ kinds: [kind] }),
    reads.countsByYear({ kinds: [kind], facets, anyOf }),
    reads.countsByFacet(kind),
  ]);
  const asked = readPeriod(query);
  const isNarrowed = groups.length > 0;
  // Of what a form was filled in for there may be none; any other period without records is no page.
  const isYear = typeof asked.span === "object" && asked.span !== null && "year" in asked.span;
  const mayBeEmpty = asked.page === 1 && (isNarrowed || (isYear && view.offersYears));
  const period =
    openPeriod(counts, asked) ?? (mayBeEmpty ? emptyPeriod(asked) : emptyAt(opened.dossier, asked));
  if (!period) notFound();
  // Of periods without records there are thousands of addresses.
  if (period.count === 0 && asked.span !== null) noteTags(notKeptTag);
  const folds =
    asked.span === null && !isNarrowed && counts.all > LIST_PAGE
      ? view.foldedBy?.(query, opened.dossier.setting)
      : undefined;
  const tally: ListTally = {
    all: all.all,
    fitting: asked.span === null ? counts.all : period.count,
    years: all.years.filter(({ began }) => began > 0).map(({ year }) => year),
    having: (field, value) => byFacet.get(listFacet(field, value)) ?? 0,
    isFolded: folds !== undefined,
  };
  const listed = { kinds: [kind], facets, anyOf };
  return { ...opened, part, kind, view, query, counts, asked, period, isNarrowed, folds, tally, listed };
}

type OpenList = Awaited<ReturnType<typeof openList>>;

/** The records of the page: those of its period, or a few of each group of a list that is folded. */
export async function recordsOfList({ dossier: { reads }, folds, tally, listed, period }: OpenList) {
  if (!folds) return reads.recordsIn(listed, period.span, period.page);
  const groups = allFacets(folds).filter(
    (_facet, index) => tally.having(folds.field, folds.values[index]!) > 0,
  );
  const each = Math.max(1, Math.min(few, Math.floor(LIST_PAGE / groups.length)));
  const found = await reads.newestOfEach(listed, groups, each);
  return groups.flatMap((facet): PublishedRecord<DossierKindKey>[] => found.get(facet) ?? []);
}

const allFacets = ({ field, values }: FacetValues) => values.map((value) => listFacet(field, value));

/** What else than a period an address asks for, as its links to other periods repeat it; the moment, each address has itself. */
export function otherQuery(query: Query): Record<string, string> {
  const { decade: _decade, year: _year, page: _page, stood: _stood, ...others } = query;
  return Object.fromEntries(
    Object.entries(others).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
