/** A list's address: what is searched for, filtered, sorted and paged. */
import { z } from "zod";
import type { ListQuery } from "@/lib/desk/read/list";
import { listSorts } from "@/lib/desk/read/list-cursor";
import { isPublic } from "@/lib/domain/lifecycle";
import type { Kind } from "@/lib/domain/kinds/define-kind";

export type Asked = Record<string, string | string[] | undefined>;

/** What a list can be filtered by, in the order of the choice. */
export const listStates = ["draft", "published", "changed", "waiting", "trashed"] as const;

const isWellFormed = (text: string) => text.isWellFormed();

const shape = z.object({
  q: z.string().trim().max(200).refine(isWellFormed).catch(""),
  dossier: z.uuid().optional().catch(undefined),
  state: z.enum(listStates).optional().catch(undefined),
  sort: z.enum(listSorts).catch("updated"),
  direction: z.enum(["asc", "desc"]).optional().catch(undefined),
  cursor: z.string().max(1200).optional().catch(undefined),
  // Not called by a field's name: visits have a `from` of their own to filter by.
  page: z.enum(["first", "last"]).catch("first"),
});

/** The query that an address asks for. What it says wrongly counts as not said. */
export function readListQuery(kind: Kind, asked: Asked): ListQuery {
  const { dossier, direction, page, ...read } = shape.parse(asked);
  const { state } = read;
  // Of what readers do not see none is to be verified.
  if (read.sort === "verified" && state && (state === "waiting" || !isPublic(state))) read.sort = "updated";
  const facets = Object.fromEntries(
    facetKeys(kind).flatMap((key) => {
      const { data } = kind.fields[key]!.schema({ parties: null }).safeParse(asked[key]);
      return typeof data === "string" ? [[key, data]] : [];
    }),
  );
  const sourced = kind.cited ? { no: false, yes: true }[String(asked.sourced)] : undefined;
  return {
    ...read,
    dossierId: dossier,
    from: page === "last" ? "end" : "start",
    direction: direction ?? naturalDirection(read.sort),
    facets: typeof sourced === "boolean" ? { ...facets, sourced } : facets,
  };
}

/** How a list begins that is sorted by this: titles from A, what was not verified for longest first, else the newest. */
export function naturalDirection(sort: ListQuery["sort"]): ListQuery["direction"] {
  return sort === "title" || sort === "verified" ? "asc" : "desc";
}

/** The fields that a kind's list can be filtered by. */
export function facetKeys(kind: Kind): string[] {
  return Object.entries(kind.fields).flatMap(([key, field]) => (field.facet ? [key] : []));
}

/** The columns of a kind's list besides the title: what the definition lists, without texts that the title says. */
export function columnKeys(kind: Kind): string[] {
  const inTitle = new Set<string>();
  const watched = new Proxy({}, { get: (_, key) => void inTitle.add(String(key)) });
  kind.titledBy(watched);
  return Object.entries(kind.fields).flatMap(([key, field]) =>
    field.inList && !(field.isFreeText && inTitle.has(key)) ? [key] : [],
  );
}

/** The address of the list with some parts of the query changed; null or "" takes a part out. */
export function listHref(path: string, asked: Asked, change: Record<string, string | null>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...asked, ...change }))
    if (typeof value === "string" && value !== "") params.set(key, value);
  const query = params.toString();
  return query ? `${path}?${query}` : path;
}
