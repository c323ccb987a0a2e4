/** How a record kind is defined: its fields, the rules between them, and what lists and addresses make of it. */
import { type Held, isEmpty } from "../fields/field";
import type { Draft, Fields, Values } from "../fields/fields";
import { paths } from "../fields/paths/paths";
import { reference } from "../fields/reference/reference";
import { rows, type RowsField } from "../fields/rows/rows";
import { text } from "../fields/text/text";
import type { Typed } from "../fields/typed";
import { sortDay } from "../partial-date";
import type { AnyLikeness, AnyRelating, AnySeries, Likeness, Relating, Series } from "./among-others";
import { type BrokenRule, checkerOf, type KindContext, type Rule } from "./rules";

export type { BrokenRule, KindContext, Rule } from "./rules";

/** By field, the value that follows from the others; undefined where nothing does. */
export type Following<F extends Fields> = { readonly [K in keyof F]?: (values: Draft<F>) => Draft<F>[K] };

/** By field, what it holds on an ISO day where that is not what it comes to by the whole record; null where it is. */
export type TurningFields<F extends Fields> = {
  readonly [K in keyof F]?: (values: Draft<F>, day: string) => Draft<F>[K] | null;
};

interface Naming<K extends string> {
  key: K;
  /** The segment of its list's address, for readers and at the desk. */
  path: string;
  /** Belongs to a dossier; dossiers themselves and sources do not. */
  inDossier: boolean;
  /** Needs at least one citation before it can be published. */
  cited: boolean;
  /** Has a public page of its own at `/{dossier}/{path}/{slug}`. */
  ownPage: boolean;
  /** The date field by which lists are sorted, newest first. */
  sortedBy?: string;
  /** The date field that says when it ended: lists show it in each year in which it went on. */
  endedBy?: string;
  /** The choice field that says that it did not come about: such records are listed and marked, and not counted. */
  calledOffBy?: string;
  /** Fields whose values together may stand only once in a dossier (of a kind outside dossiers: once at all). */
  uniqueBy?: readonly string[];
  /** Optional fields that tell two such apart where they are filled: one reporter's calendar year and fiscal year. */
  uniqueWith?: readonly string[];
  /** The choice field by which lists narrow whose value stands beside links to a record from those that it refers to. */
  toldInLinks?: string;
  /** Optional fields of which one at least has to be filled: the first is asked for where none is. */
  oneOf?: readonly string[];
}

/** Words for an address; those that are not known are left out. */
export type SlugWords = readonly (string | number | null | undefined)[];

/** Fields of figures, each with the field that says how sure it is. */
export type Marked = Readonly<Record<string, string>>;

export interface KindSettings<K extends string, F extends Fields> extends Naming<K> {
  sortedBy?: Extract<keyof F, string>;
  endedBy?: Extract<keyof F, string>;
  calledOffBy?: Extract<keyof F, string>;
  uniqueBy?: readonly Extract<keyof F, string>[];
  uniqueWith?: readonly Extract<keyof F, string>[];
  toldInLinks?: Extract<keyof F, string>;
  oneOf?: readonly Extract<keyof F, string>[];
  fields: F;
  /** What was typed, with what one input says of another put there: "2013-14" is a year and a kind of period. */
  readsTyped?(typed: Typed): Typed;
  /** Figures whose cells in tables may carry a mark that says how sure they are, each with the field that holds it. */
  marked?: Marked;
  /** Figures with the field of each that says how its goods are valued, which the heads of tables do. */
  valued?: Marked;
  /**
   * Fields whose values follow from others unless they are stated otherwise: a draft holds of them only what was stated
   * on purpose, everything else has the value that is made here.
   */
  follows?: Following<F>;
  /** Fields whose values turn on days that the record names, as an entry into force that is still to come. */
  turns?: TurningFields<F>;
  /** The dates, EDTF, on which lists and pages tell something else of a record, such as those on which its fields turn. */
  turnsOn?(values: Draft<F>): readonly (string | undefined)[];
  rules?: readonly Rule<F>[];
  /** When two records look like the same one. */
  alike?: readonly Likeness<F>[];
  /** The series that its records make. */
  series?: Series<F>;
  /** How its records relate to each other. */
  relating?: Relating<F>;
  titledBy(values: Draft<F>): string;
  /** The words of which the last part of its address is made at first publication. */
  sluggedBy(values: Draft<F>): SlugWords;
}

/**
 * The citations that every kind but the source carries: which source, where in it, for which values (none: for all). One that
 * states something else supports nothing: of the one value that it is for it has what its source says instead, in the source's
 * own words, and why the record does not follow it.
 */
export const citation = {
  source: reference({ to: "source" }),
  supports: paths(),
  place: text({ max: 200, optional: true }),
  quotation: text({ max: 2000, optional: true, prose: true }),
  states: text({ max: 300, optional: true }),
  reason: text({ max: 1000, optional: true }),
};
export type CitationFields = typeof citation;

/** A kind with its fields. What it makes of values it makes of any that its own fields gave. */
export interface Kind<K extends string = string, F extends Fields = Fields> extends Readonly<Naming<K>> {
  readonly fields: F;
  /** The fields whose values follow from others unless they are stated. */
  readonly following: readonly string[];
  /** What follows for these fields, whatever is stated in them. */
  followed(values: Held): Held;
  /** The values with what follows in each such field that states nothing itself: what readers see and lists sort by. */
  completed(values: Held): Held;
  /** Whether its records name days on which lists and pages tell something else of them. */
  readonly isTurning: boolean;
  /** The completed values as they are on an ISO day: with what each field holds then that turns on a later one. */
  onDay(completed: Held, day: string): Held;
  /** The first of those days after this ISO day; null where there is none. */
  turnsOn(completed: Held, day: string): string | null;
  titledBy(values: Held): string;
  sluggedBy(values: Held): SlugWords;
  readsTyped?(typed: Typed): Typed;
  readonly marked?: Marked;
  readonly valued?: Marked;
  /** The mistakes that values make by the rules between its fields. */
  broken(values: Held, context: KindContext): BrokenRule[];
  /** What values leave in doubt by these rules. */
  doubtful(values: Held, context: KindContext): BrokenRule[];
  readonly alike: readonly AnyLikeness[];
  readonly series: AnySeries | null;
  readonly relating: AnyRelating | null;
}

type WithCitations<F extends Fields, C extends boolean> = C extends true
  ? F & { citations: RowsField<CitationFields> }
  : F;

/** Defines a record kind. Everything else (form, checks, list, citations, CSV, JSON) reads the definition. */
export function defineKind<const K extends string, F extends Fields, const C extends boolean>(
  settings: KindSettings<K, F> & { cited: C },
): Kind<K, WithCitations<F, C>> {
  const {
    fields,
    follows = {},
    turns = {},
    turnsOn,
    rules = [],
    alike = [],
    series = null,
    relating = null,
    titledBy,
    sluggedBy,
    ...naming
  } = settings;
  // Whether there are citations is known to the types by `C` alone, which no expression can follow.
  const all = (settings.cited ? { ...fields, citations: rows({ of: citation }) } : fields) as WithCitations<
    F,
    C
  >;
  // The one place where values are taken to be those of the kind's own fields: its schema and columns made them.
  const own = (values: Held) => values as Draft<F>;
  const makers = Object.entries(follows) as [string, (values: Draft<F>) => unknown][];
  const followed = (values: Held): Held =>
    Object.fromEntries(makers.map(([key, make]) => [key, make(own(values))]));
  const completed = (values: Held): Held => {
    const silent = makers.filter(([key]) => isEmpty(values[key]));
    if (silent.length === 0) return values;
    const made = silent.map(([key, make]) => [key, make(own(values))] as const);
    return { ...values, ...Object.fromEntries(made.filter(([, value]) => value !== undefined)) };
  };
  const turners = Object.entries(turns) as [string, (values: Draft<F>, day: string) => unknown][];
  const [mistakes, doubts] = [checkerOf(rules, "mistake"), checkerOf(rules, "doubt")];
  return {
    ...naming,
    fields: all,
    following: makers.map(([key]) => key),
    followed,
    completed,
    isTurning: turnsOn !== undefined,
    onDay: (values, day) => {
      const held = turners.map(([key, turn]) => [key, turn(own(values), day)] as const);
      return { ...values, ...Object.fromEntries(held.filter(([, value]) => value !== null)) };
    },
    turnsOn: (values, day) => {
      const days = (turnsOn?.(own(values)) ?? []).map((date) => sortDay(date));
      return (
        days
          .filter((one) => one !== null && one > day)
          .sort()
          .at(0) ?? null
      );
    },
    titledBy: (values) => titledBy(own(completed(values))),
    sluggedBy: (values) => sluggedBy(own(completed(values))),
    broken: (values, context) => mistakes(completed(values), context),
    doubtful: (values, context) => doubts(completed(values), context),
    alike,
    series,
    relating: relating && {
      ...relating,
      asked: (one, other, ids) => relating.asked(own(one), own(other), ids),
    },
  };
}

/** What a published record of a kind holds. */
export type RecordOf<T extends { fields: Fields }> = Values<T["fields"]>;
export type DraftOf<T extends { fields: Fields }> = Draft<T["fields"]>;
