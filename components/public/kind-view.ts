/** What readers see of a record kind: its page, its list, and its places on the overview, in the history and the years. */
import type { ReactNode } from "react";
import type { DossierKindKey, KindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import type { ShownFile } from "./files/shown-files";
import type { Around, Linked } from "./frame/linked";
import type { Setting, Viewed } from "./frame/setting";
import type { Notes } from "./notes/notes";

/** What the address of a page asks for, as Next gives it. */
export type Query = Record<string, string | string[] | undefined>;

/** Words by their keys: those of the kind's own pages, and those of choices. */
export interface ViewWords {
  say(key: string, values?: Record<string, string>): string;
  choice(key: string): string;
}

type Values<K extends KindKey> = Viewed<K>["values"];

/** One record, shown whole. */
export interface WholeProps<K extends KindKey> {
  record: Viewed<K>;
  setting: Setting;
  notes: Notes;
  /** The records that it refers to and that refer to it, by kind. */
  linked: (kind: KindKey) => readonly Linked[];
  around: Around;
  /** The files that are attached to it. */
  files: readonly ShownFile[];
}

/** What the page of one record says of itself, besides the record. */
export interface PageView<K extends KindKey> {
  /** What stands over the record. */
  heading(record: PublishedRecord<K>, words: ViewWords, setting: Setting): string;
  /** A short title, which heads the page and its way in place of the heading; that stands below, whole. */
  short?(values: Values<K>): string | undefined;
  description(record: PublishedRecord<K>, words: ViewWords, setting: Setting): string;
}

/** How many records of the kind a dossier has, whatever a page of them shows. */
export interface ListTally {
  all: number;
  /** How many of them fit what the address narrows the list to. */
  fitting: number;
  /** The years that have records, newest first. */
  years: readonly number[];
  /** How many have this value in a field that lists narrow by. */
  having(field: string, value: string): number;
  /** The page shows a few of each group of a long list. */
  isFolded: boolean;
}

export interface ListProps<K extends KindKey> {
  /** The records of the page, newest first: all that fit what the address asks for, or one page of them. */
  records: readonly Viewed<K>[];
  tally: ListTally;
  query: Query;
  setting: Setting;
  notes: Notes;
}

/** Values of one field that lists narrow by: a record has to have one of them. */
export interface FacetValues {
  field: string;
  values: readonly string[];
}

/** A dossier's list of the kind. */
export interface ListView<K extends KindKey> {
  /** The records in the order in which the body shows them: their notes are numbered so. */
  shown(records: readonly Viewed<K>[], query: Query, setting: Setting): readonly Viewed<K>[];
  /** To what the address narrows the list; to nothing unless told. */
  narrowedTo?(query: Query, setting: Setting): readonly FacetValues[];
  /** By what a list that has no room on one page is folded into groups; opened at its newest period unless told. */
  foldedBy?(query: Query, setting: Setting): FacetValues;
  /** Readers choose a year of it: one without records is an answer, and machines are told which there are. */
  offersYears?: true;
  Body(props: ListProps<K>): ReactNode;
}

export interface LatestProps<K extends KindKey> {
  /** Those few that are shown. */
  latest: readonly Viewed<K>[];
  /** How many of all have this value in a field that lists narrow by; of kinds that are counted so. */
  having: ListTally["having"];
  setting: Setting;
  notes: Notes;
}

/** The latest few of a dossier's records, on its overview. */
export interface LatestView<K extends KindKey> {
  /** How many are looked at, newest first; three unless told. */
  most?: number;
  /** Which of these are shown; all unless told. */
  pick?(newest: readonly Viewed<K>[], setting: Setting): readonly Viewed<K>[];
  /** Its body says how many have which values. */
  isCounted?: true;
  /** Has no place on the overview of a dossier that has none. */
  isLeftOutEmpty?: true;
  Body(props: LatestProps<K>): ReactNode;
}

interface OneRecord<K extends KindKey> {
  record: Viewed<K>;
  setting: Setting;
}

/** A record as the chronicle tells of it. */
export interface ToldView<K extends KindKey> {
  /** EDTF. */
  date(values: Values<K>): string | undefined;
  /** Left out where it has no date. */
  onlyDated?: boolean;
  /** The country whose side it is on, of kinds that have one. */
  country?(values: Values<K>): string | undefined;
  /** With an empty dot on the rule. */
  isHollow?: boolean;
  Title(props: OneRecord<K>): ReactNode;
  Label(props: OneRecord<K>): ReactNode;
  /** What stands below, where the chronicle is told whole. */
  Text?(props: OneRecord<K>): ReactNode;
}

/** The kind's lane among the years, or one for each side. */
export interface LaneView<K extends KindKey> {
  /** The field that says in which country's lane a record lies, one that lists narrow by; one lane for all without. */
  countryField?: Extract<keyof Values<K>, string>;
  /** EDTF: when it was, or while it lasted. */
  date(values: Values<K>): string | undefined;
  /** EDTF: when else it is known to have lasted. */
  lasted?(values: Values<K>): (string | undefined)[];
  title(values: Values<K>, words: ViewWords): string | undefined;
}

export interface KindView<K extends KindKey> {
  /** The fields that carry marks of their own where a record is shown whole. */
  fields: readonly string[];
  /** Sets the marks of the record as a whole itself; else they stand beside its title. */
  citesItself: boolean;
  Whole(props: WholeProps<K>): ReactNode;
  /** Null for kinds without a page of their own, and where app/ has one made by hand. */
  page: PageView<K> | null;
  /** Null as above. */
  list: ListView<K> | null;
  latest: LatestView<K> | null;
  told: ToldView<K> | null;
  lane: LaneView<K> | null;
}

/** A dossier's published records of each kind. */
export type RecordsByKind = { [K in DossierKindKey]?: readonly Viewed<K>[] };

/** A kind that readers see nowhere but where its own records are shown whole. */
export const nowhereElse = { page: null, list: null, latest: null, told: null, lane: null } as const;
