/** A page's numbered notes: which marks stand beside which fact, and what each note says. */
import { type Held, isEmpty } from "@/lib/domain/fields/field";
import { below, isField, pathsUpFrom } from "@/lib/domain/paths";
import type { DraftOf } from "@/lib/domain/kinds/define-kind";
import type { Kinds } from "@/lib/domain/kinds/registry";
import { statesOtherwise } from "@/lib/domain/supports";
import type { Viewed } from "../frame/setting";

type Citation = NonNullable<DraftOf<Kinds["visit"]>["citations"]>[number];

/** A source as the notes need it. */
export type NotedSource = Viewed<"source">;

/** A source with its number in the dossier. */
export interface NumberedSource<S extends NotedSource = NotedSource> {
  number: number;
  source: S;
}

/** Something on the page that cites: a record, with those of its values that carry marks of their own. */
export interface Citing {
  /** Names it in `marksOf`; a record shown twice on a page needs two keys. */
  key: string;
  citations?: readonly Citation[];
  /** The paths of these values, as `filled` finds them; not stated where the page only names the record, as a list does. */
  fields?: readonly string[];
  /** Sets the marks of the record as a whole beside each of those fields that has no citation of its own; beside all where each has. */
  spread?: boolean;
}

/** What a source states otherwise than a record, beside the value of which it does. */
export interface Claim {
  /** In the source's own words. */
  states: string;
  /** Why the record does not follow it. */
  reason: string | undefined;
  mark: Mark;
}

export interface Mark {
  /** The source's number in the dossier. */
  number: number;
  /** The panel that it opens: one for each place in a source. */
  panel: string;
}

/** One use of a source on the page. */
export interface NoteUse {
  mark: Mark;
  /** Where in the source, and what it says there. */
  places: string[];
  quotations: string[];
}

export interface Note<S extends NotedSource = NotedSource> {
  number: number;
  source: S;
  uses: NoteUse[];
}

export interface Notes<S extends NotedSource = NotedSource> {
  marks: Record<string, Mark[]>;
  /** What sources state otherwise, by what it stands beside. */
  claims: Record<string, Claim[]>;
  /** The records that the page only names, by their keys: it says of them only that there are claims. */
  inShort: ReadonlySet<string>;
  list: Note<S>[];
  /** Of a page of one record: whether sources are cited for some of its values alone, and say nothing of the rest. */
  isInPart: boolean;
}

/**
 * The notes of a page on which these records stand, in this order.
 * A citation for a value that carries no marks of its own counts for what holds it: its row, its field, or the record
 * as a whole.
 */
export function notesFor<S extends NotedSource>(
  sources: readonly NumberedSource<S>[],
  citing: readonly Citing[],
): Notes<S> {
  const numbered = new Map(sources.map((one) => [one.source.id, one]));
  const notes = new Map<number, Note<S>>();
  const marks: Notes["marks"] = {};
  const claims: Notes["claims"] = {};
  for (const { key, citations = [], fields = [], spread = false } of citing) {
    for (const { slot, citation } of slotted(key, citations, fields, spread)) {
      const { source: sourceId, place, quotation } = citation;
      const found = numbered.get(sourceId);
      if (!found) continue;
      const { number, source } = found;
      const note: Note<S> = notes.get(number) ?? { number, source, uses: [] };
      notes.set(number, note);
      const isClaim = statesOtherwise(citation);
      const beside = (marks[slot] ??= []);
      let mark = isClaim ? undefined : beside.find((one) => one.number === number);
      if (!mark) {
        mark = { number, panel: "" };
        note.uses.push({ mark, places: [], quotations: [] });
        if (isClaim)
          (claims[slot] ??= []).push({ states: citation.states ?? "", reason: citation.reason, mark });
        else beside.push(mark);
      }
      const use = note.uses.find((one) => one.mark === mark);
      if (place && !use?.places.includes(place)) use?.places.push(place);
      if (quotation) use?.quotations.push(quotation);
    }
  }
  for (const beside of Object.values(marks)) beside.sort((one, other) => one.number - other.number);
  for (const note of notes.values()) namePanels(note);
  const list = [...notes.values()].sort((one, other) => one.number - other.number);
  // A list says of all its records together what they rest on; each says it of its values on its own page.
  const [only, ...others] = citing;
  const inShort = new Set(citing.flatMap(({ key, fields }) => (fields === undefined ? [key] : [])));
  return {
    marks,
    claims,
    inShort,
    list,
    isInPart: only !== undefined && others.length === 0 && isCitedInPart(only),
  };
}

function isCitedInPart({ citations = [] }: Citing): boolean {
  const supporting = citations.filter((citation) => !statesOtherwise(citation));
  return supporting.length > 0 && supporting.every(({ supports = [] }) => supports.length > 0);
}

function namePanels(note: Note) {
  for (const [index, { uses }] of usesByPlace(note).entries())
    for (const { mark } of uses) mark.panel = panelOf(note, index);
}

/** The id of the panel for a place in a note's source, by its index. */
export function panelOf({ number }: Pick<Note, "number">, index: number): string {
  return `note-${number}-${index + 1}`;
}

/** Whether all of a page rests on one source, which it then says once rather than beside each fact. */
export function isOfOneSource({ list, isInPart }: Notes): boolean {
  return list.length === 1 && !isInPart;
}

/** The marks that stand beside a record, or beside the value at a path in it. */
export function marksOf(notes: Notes, key: string, path?: string): Mark[] {
  return notes.marks[slotOf(key, path)] ?? [];
}

/** What sources state otherwise than a record, as far as it stands beside the record or the value at a path in it. */
export function claimsOf(notes: Notes, key: string, path?: string): Claim[] {
  return notes.claims[slotOf(key, path)] ?? [];
}

/** Each citation with the place on the page where its mark goes; one mark may be wanted in several. */
function slotted(key: string, citations: readonly Citation[], fields: readonly string[], spread: boolean) {
  const shown = new Set(fields);
  const placed = citations.map((citation) => ({ citation, at: placesOf(citation, shown) }));
  const isSupport = ({ citation }: (typeof placed)[number]) => !statesOtherwise(citation);
  const general = placed.filter((one) => one.at.has("") && isSupport(one));
  const otherwise = placed.filter((one) => one.at.has("") && !isSupport(one));
  const besides = spread ? fields.filter(isField) : [];
  const uncited = besides.filter((path) => !placed.some((one) => one.at.has(path) && isSupport(one)));
  // Where each has citations of its own, those of the whole still stand somewhere.
  const bare = uncited.length > 0 ? uncited : besides;
  return [
    ...(bare.length > 0 ? [] : general).map(({ citation }) => ({ slot: slotOf(key), citation })),
    ...otherwise.map(({ citation }) => ({ slot: slotOf(key, besides[0]), citation })),
    ...bare.flatMap((path) => general.map(({ citation }) => ({ slot: slotOf(key, path), citation }))),
    ...placed.flatMap(({ citation, at }) =>
      [...at].filter(Boolean).map((path) => ({ slot: slotOf(key, path), citation })),
    ),
  ];
}

/** Beside which of the values shown a citation's marks stand; "" for the record as a whole. */
function placesOf({ supports = [] }: Citation, shown: ReadonlySet<string>): Set<string> {
  const paths = supports.length > 0 ? supports : [""];
  return new Set(paths.map((path) => pathsUpFrom(path).find((one) => shown.has(one)) ?? ""));
}

/**
 * The paths of what those of the fields hold that hold something, with their rows and the fields of these: only what is
 * shown can carry marks.
 */
export function filled(values: object, fields: readonly string[]): string[] {
  return fields.flatMap((field) => {
    const value = (values as Held)[field];
    if (isEmpty(value)) return [];
    const rows = Array.isArray(value) ? value.filter(isRow) : [];
    return [field, ...rows.flatMap(({ id, ...row }) => pathsIn(below(field, id), row))];
  });
}

function pathsIn(path: string, row: Held): string[] {
  const keys = Object.keys(row).filter((key) => !isEmpty(row[key]));
  return [path, ...keys.map((key) => below(path, key))];
}

function isRow(value: unknown): value is Held & { id: string } {
  return typeof value === "object" && value !== null && "id" in value && typeof value.id === "string";
}

/** A note's uses by what they say of it, so that a place in the source is named once however often it is cited. */
export function usesByPlace(note: Note): { places: string[]; quotations: string[]; uses: NoteUse[] }[] {
  const groups = new Map<string, { places: string[]; quotations: string[]; uses: NoteUse[] }>();
  for (const use of note.uses) {
    const { places, quotations } = use;
    const key = JSON.stringify([places, quotations]);
    const group = groups.get(key) ?? { places, quotations, uses: [] };
    group.uses.push(use);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function slotOf(key: string, path?: string): string {
  return path ? `${key} ${path}` : key;
}
