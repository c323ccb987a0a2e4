/** A list's address: what is searched for, filtered, sorted and paged. */
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import type { ListQuery } from "@/lib/desk/read/list";
import { listSorts, readCursor } from "@/lib/desk/read/list-cursor";
import { isPublic } from "@/lib/domain/lifecycle";
import type { Kind } from "@/lib/domain/kinds/define-kind";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";

export type Asked = Record<string, string | string[] | undefined>;

/** What a list can be filtered by, in the order of the choice. */
export const listStates = ["draft", "published", "changed", "waiting", "trashed"] as const;

/** Whose list it is, and when that person's visit before this one ended: an ISO instant, null where it is not known. */
export interface ListReader {
  actor: Pick<Actor, "id">;
  visit: string | null;
}

const isWellFormed = (text: string) => text.isWellFormed();

const shape = z.object({
  q: z.string().trim().max(200).refine(isWellFormed).catch(""),
  dossier: z.uuid().optional().catch(undefined),
  state: z.enum(listStates).optional().catch(undefined),
  since: z.literal("visit").optional().catch(undefined),
  sort: z.enum(listSorts).catch("updated"),
  direction: z.enum(["asc", "desc"]).optional().catch(undefined),
  cursor: z.string().max(1200).optional().catch(undefined),
  // Not called by a field's name: visits have a `from` of their own to filter by.
  page: z.enum(["first", "last"]).catch("first"),
});

/** The query that an address asks for. What it says wrongly counts as not said, and so does a visit that is not known. */
export function readListQuery(kind: Kind, asked: Asked, { actor, visit }: ListReader): ListQuery {
  const { dossier, direction, page, since, ...read } = shape.parse(asked);
  const { state } = read;
  // Of what readers do not see none is to be verified.
  if (read.sort === "verified" && state && (state === "waiting" || !isPublic(state))) read.sort = "updated";
  return {
    ...read,
    dossierId: dossier,
    ...(since && visit !== null && { changedSince: { at: visit, notBy: actor.id } }),
    from: page === "last" ? "end" : "start",
    direction: direction ?? naturalDirection(read.sort),
    facets: facetsAsked(kind, asked),
  };
}

/**
 * What an address says of a list that means nothing there, by the parts' names: it counts as not said, and is told. Parts that no list
 * has are another page's or program's, and are passed over.
 */
export function notUnderstood(of: KindKey, asked: Asked): string[] {
  const kind = kindOf(of);
  const read = shape.parse(asked);
  const { sourced, ...facets } = facetsAsked(kind, asked);
  const isRead: Record<string, (text: string) => boolean> = {
    ...Object.fromEntries(facetKeys(kind).map((key) => [key, () => facets[key] !== undefined])),
    ...(kind.cited && { sourced: () => sourced !== undefined }),
    q: () => read.q !== "",
    dossier: () => read.dossier !== undefined,
    state: () => read.state !== undefined,
    since: () => read.since !== undefined,
    sort: (text) => text === read.sort,
    direction: () => read.direction !== undefined,
    page: (text) => text === read.page,
    cursor: (text) => readCursor(text, of, read.sort) !== null,
    columns: (text) => text.split(",").some((key) => offeredColumns(kind).includes(key)),
  };
  return Object.entries(asked).flatMap(([key, value]) => {
    const text = [value ?? ""].flat().join(",").trim();
    // Not what every object has besides: an address may name any of it.
    const isMeant = Object.hasOwn(isRead, key) ? isRead[key] : undefined;
    return text === "" || isMeant?.(text) !== false ? [] : [key];
  });
}

/** By what of a kind's fields an address narrows its list, as their own parsers take it. */
function facetsAsked(kind: Kind, asked: Asked): Record<string, string | boolean> {
  const facets = facetKeys(kind).flatMap((key) => {
    const { data } = kind.fields[key]!.schema({ parties: null }).safeParse(asked[key]);
    return typeof data === "string" ? [[key, data] as const] : [];
  });
  const sourced = kind.cited ? { no: false, yes: true }[String(asked.sourced)] : undefined;
  return { ...Object.fromEntries(facets), ...(typeof sourced === "boolean" && { sourced }) };
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
  const some = "Any words";
  const isInTitle = (key: string) => kind.titledBy({ [key]: some }).includes(some);
  return Object.entries(kind.fields).flatMap(([key, field]) =>
    field.inList && !(field.isFreeText && isInTitle(key)) ? [key] : [],
  );
}

/** Columns that every list has besides those of its kind's fields. */
const ownColumns = { first: ["state"], last: ["dossier", "verified", "updated"] };

/** The columns that a kind's list has besides the title where none are chosen. */
export function usualColumns(kind: Kind): string[] {
  const last = ownColumns.last.filter((key) => key !== "dossier" || kind.inDossier);
  return [...ownColumns.first, ...columnKeys(kind), ...last];
}

/** The columns that can be chosen for a kind's list, in the order in which they stand. */
export function offeredColumns(kind: Kind): string[] {
  const usual = usualColumns(kind);
  const further = facetKeys(kind).filter((key) => !usual.includes(key));
  const at = ownColumns.first.length + columnKeys(kind).length;
  return [...usual.slice(0, at), ...further, ...usual.slice(at)];
}

/** The columns that an address asks for; where it names none of the kind's, the usual ones. */
export function readColumns(kind: Kind, { columns }: Asked): string[] {
  const named = new Set([columns ?? ""].flat().flatMap((part) => part.slice(0, 2000).split(",")));
  const chosen = offeredColumns(kind).filter((key) => named.has(key));
  return chosen.length > 0 ? chosen : usualColumns(kind);
}

/** An address with its columns as one text, as a form sends each of them by itself. */
export function withOneText(asked: Asked): Asked {
  const { columns } = asked;
  return Array.isArray(columns) ? { ...asked, columns: columns.join(",") } : asked;
}

/** What of an address makes a list, behind its question mark: filters, order and columns, in one spelling; not the page of it. */
export function listAddress(kind: Kind, asked: Asked): string {
  const { q, dossier, state, since, sort, direction } = shape.parse(asked);
  const { sourced, ...facets } = facetsAsked(kind, asked);
  const columns = readColumns(kind, asked).join(",");
  const query = {
    ...{ q, dossier, state, since, ...facets },
    sourced: typeof sourced === "boolean" ? (sourced ? "yes" : "no") : undefined,
    sort: sort === "updated" ? undefined : sort,
    direction: direction === naturalDirection(sort) ? undefined : direction,
    columns: columns === usualColumns(kind).join(",") ? undefined : columns,
  };
  const texts = Object.entries(query).map(([key, value]) => [key, String(value ?? "")] as const);
  return listHref("", Object.fromEntries(texts), {}).slice(1);
}

/** The address of the list with some parts of the query changed; null or "" takes a part out. */
export function listHref(path: string, asked: Asked, change: Record<string, string | null>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...asked, ...change }))
    if (typeof value === "string" && value !== "") params.set(key, value);
  const query = params.toString();
  return query ? `${path}?${query}` : path;
}
