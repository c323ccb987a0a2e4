/** What a kind says of its records among others: when two look like the same one, and when one falls out of its series. */
import type { Draft, Fields } from "../fields/fields";
import type { Held } from "../fields/field";
import { isEmpty } from "../fields/field";

/** When another record of the dossier (of a kind outside dossiers: any) looks like the same one. */
export type Likeness<F extends Fields> = {
  /** The field beside which it is said. */
  on: Extract<keyof F, string>;
  /** The code of its words, which can name the other by `title`. */
  says: string;
} & (
  | {
      /** Fields whose values are the same, whatever their case and accents. */
      same: readonly Extract<keyof F, string>[];
      /** The fields of a first and last day: both records went on, on some day. */
      days?: readonly [Extract<keyof F, string>, Extract<keyof F, string>];
      /** With days: a reference to a person; records of these days are alike as well where they are about the same person. */
      person?: Extract<keyof F, string>;
    }
  /** Titles that differ by no more than a slip. */
  | { nearlySame: "title" }
  /** A name of a person, or one of their other names, is one of another person's, in whatever spelling. */
  | { sameName: "name" }
);

/** Records that go on from each other, such as years: a value far off its neighbours is asked about. */
export interface Series<F extends Fields> {
  /** The number by which they follow each other. */
  along: Extract<keyof F, string>;
  /** The fields in which records of one series agree. All of them stand in lists, by which they are found. */
  same: readonly Extract<keyof F, string>[];
  /** The amounts that are compared. */
  values: readonly Extract<keyof F, string>[];
  says: string;
}

/** Something doubtful about a record beside one that it relates to: the field beside which it is said, its code, what it speaks of. */
export interface RelatingDoubt {
  on: string;
  says: string;
  about: unknown;
}

/** Records of one kind that relate to each other by rows with a reference. */
export interface Relating<F extends Fields> {
  rows: Extract<keyof F, string>;
  /** The field of a row that refers to the other. */
  reference: string;
  /** The doubts about a record beside another to which it relates, or that relates to it; `own` is null for one that is not saved. */
  asked(own: Draft<F>, other: Draft<F>, ids: { own: string | null; other: string }): readonly RelatingDoubt[];
}

/** The same without the types of the kind's fields. */
export interface AnyRelating {
  rows: string;
  reference: string;
  asked(own: Held, other: Held, ids: { own: string | null; other: string }): readonly RelatingDoubt[];
}

export type AnyLikeness = { on: string; says: string } & (
  | { same: readonly string[]; days?: readonly [string, string]; person?: string }
  | { nearlySame: "title" }
  | { sameName: "name" }
);
export type AnySeries = Readonly<Record<"same" | "values", readonly string[]>> & {
  along: string;
  says: string;
};

/** Longer values are hardly typed twice alike by chance. */
const longestKey = 300;

/** Equal for two records that look like the same one by their values; null while these are not all filled in. */
export function likenessKey(fields: Fields, same: readonly string[], values: Held): string | null {
  if (same.some((key) => isEmpty(values[key]))) return null;
  return same
    .map((key) => fields[key]!.likeness(values[key]))
    .join("|")
    .slice(0, longestKey);
}

/** Where a record's list words keep the key of a likeness. */
export const likenessFacet = ({ on }: AnyLikeness) => `alike.${on}`;
