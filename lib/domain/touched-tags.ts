/** Which cache tags a publication or removal touches: what it changes of that which pages show. */
import { cacheTag, type ListSpan } from "./cache-tags";
import type { Held } from "./fields/field";
import { joinedWords } from "./joins";
import type { Kind } from "./kinds/define-kind";
import { isShared, kindOf, type DossierKindKey, type KindKey } from "./kinds/registry";
import { endDay, listFacets } from "./list-facets";
import { sidesIn } from "./sides";
import { project } from "./projection";
import { todaysDay } from "./today";

/** A record as it is published: what pages other than its own show of it. */
export interface Standing {
  slug: string;
  title: string;
  /** The ISO day by which lists are sorted, null where none is known. */
  sortDate: string | null;
  facets: Readonly<Record<string, string | number | boolean>>;
  /** What else belongs to its name: a dossier's countries and their predecessors, which all of its pages show. */
  named: string;
  /** The words of what it is part of together with records of any dossier, as a trip. */
  joins: readonly string[];
  /** By each record that it refers to other than by citing it, by which fields, and what is said beside it and there. */
  references: ReadonlyMap<string, string>;
  /** By each source that it cites, for which values. */
  citations: ReadonlyMap<string, string>;
}

/** How a record of a kind stands with these values under this slug. */
export function standingOf(kind: KindKey, slug: string, values: Held): Standing {
  const definition = kindOf(kind);
  const { title, sortDate, facets } = project(definition, values);
  const completed = definition.completed(values);
  const today = todaysDay();
  const { citations, ...own } = values;
  const cited = (Array.isArray(citations) ? citations : []) as Held[];
  return {
    slug,
    title,
    sortDate,
    facets: {
      ...facets,
      // Lists show a record in each year in which it went on.
      endDay: endDay(definition, completed) ?? "",
      onDay: JSON.stringify(listFacets(definition, completed, null, today)),
      turnsOn: definition.turnsOn(completed, today) ?? "",
    },
    named: kind === "dossier" ? JSON.stringify(sidesIn(values)) : "",
    joins: joinedWords(definition, values),
    references: grouped(referencesOf(definition, own)),
    citations: grouped(
      cited.map(({ source, supports }) => [String(source), [supports ?? []].flat().join(" ")]),
    ),
  };
}

/** Each reference with the field that holds it, what else its row says, as how it relates, and what stands beside its link there. */
function referencesOf(kind: Kind, values: Held): [string, string][] {
  const told = kind.toldInLinks ? String(kind.completed(values)[kind.toldInLinks]) : "";
  return Object.entries(kind.fields).flatMap(([key, field]) =>
    values[key] === undefined
      ? []
      : field
          .links(values[key], { field: key, path: key })
          .map(({ to, field: at, beside = "" }): [string, string] => [to, at + beside + told]),
  );
}

/** What a publication or removal touches, and what only the database can say. */
export interface Touched {
  tags: string[];
  /** Sources that the record began or ceased to cite: the dossier's set of sources changes where no other does. */
  sources: string[];
}

/** What it touches that a record comes to stand as `after` where it stood as `before`; null where it does not stand. */
export function touchedBy(
  { id, kind, dossierId }: { id: string; kind: KindKey; dossierId: string | null },
  before: Standing | null,
  after: Standing | null,
): Touched {
  const tags = new Set([cacheTag.record(id)]);
  const isNamedAnew = !before || !after || nameOf(before) !== nameOf(after);
  // Links stand in the order of their dates.
  const isLinkedAnew = isNamedAnew || before.sortDate !== after.sortDate;
  if (isLinkedAnew) tags.add(cacheTag.name(id));
  for (const to of differing(before?.references, after?.references, isLinkedAnew))
    tags.add(cacheTag.referring(to));
  for (const words of joinedAnew(before, after, isLinkedAnew)) tags.add(cacheTag.joined(words));
  if (kind === "person") tags.add(cacheTag.everyPerson());
  if (kind === "person" && isNamedAnew) tags.add(cacheTag.people());
  // What changes of a source its own tags say; where it is cited, those who publish it know.
  if (isShared(kind)) return { tags: [...tags], sources: [] };
  const dossier = dossierId ?? id;
  tags.add(cacheTag.changes(dossier)).add(cacheTag.changes(null));
  if (!before || !after || (kind === "dossier" && isNamedAnew)) tags.add(cacheTag.dossiers());
  for (const source of differing(before?.citations, after?.citations, isNamedAnew))
    tags.add(cacheTag.citing(dossier, source));
  if (kind !== "dossier") for (const tag of listsOf(dossier, kind, before, after)) tags.add(tag);
  const sources = differing(before?.citations, after?.citations, true).filter(
    (source) => before?.citations.has(source) !== after?.citations.has(source),
  );
  return { tags: [...tags], sources };
}

/** What shows of a record in a dossier that is sorted by this day how it stands on a day, which another has come to be. */
export function turnedTags(
  { id, kind, dossierId }: { id: string; kind: DossierKindKey; dossierId: string },
  sortDate: string | null,
): string[] {
  return [
    cacheTag.record(id),
    cacheTag.everything(dossierId, kind),
    ...spansOf(sortDate).map((span) => cacheTag.list(dossierId, kind, span)),
  ];
}

function listsOf(
  dossierId: string,
  kind: DossierKindKey,
  before: Standing | null,
  after: Standing | null,
): string[] {
  const everything = cacheTag.everything(dossierId, kind);
  if (before && after && listed(before) === listed(after)) return [everything];
  const spans = [before, after].flatMap((standing) => (standing ? spansOf(standing.sortDate) : []));
  return [everything, ...spans.map((span) => cacheTag.list(dossierId, kind, span))];
}

/** The spans in whose lists a record of this sort date stands. */
function spansOf(sortDate: string | null): ListSpan[] {
  if (sortDate === null) return ["all", "undated"];
  const year = Number(sortDate.slice(0, 4));
  return ["all", { decade: year - (year % 10) }, { year }];
}

/** What a record joins or leaves; with `all` whatever it is part of. */
function joinedAnew(before: Standing | null, after: Standing | null, all: boolean): string[] {
  const [was, is] = [before?.joins ?? [], after?.joins ?? []];
  const both = [...new Set([...was, ...is])];
  return all ? both : both.filter((words) => was.includes(words) !== is.includes(words));
}

const nameOf = ({ title, slug, named }: Standing) => JSON.stringify([title, slug, named]);

/** What lists show, link to, sort, group and narrow a record by, in whichever order its facets are written. */
function listed({ title, slug, sortDate, facets }: Standing): string {
  const ordered = Object.entries(facets).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([title, slug, sortDate, ordered]);
}

/** The keys whose values differ; with `all` every key there is. */
function differing(
  before: ReadonlyMap<string, string> | undefined,
  after: ReadonlyMap<string, string> | undefined,
  all: boolean,
): string[] {
  const keys = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  return [...keys].filter((key) => all || before?.get(key) !== after?.get(key));
}

/** The fields by each target, in their order. */
function grouped(pairs: readonly [string, string][]): Map<string, string> {
  const found = new Map<string, string>();
  for (const [to, field] of pairs) found.set(to, `${found.get(to) ?? ""}${field} `);
  return found;
}
