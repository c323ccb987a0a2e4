import type { AgreementRelation } from "@/lib/domain/kinds/agreement-terms";

/** Which people a record names, by their ids, and what else is part of the same trip or forum, by the field that says so. */
export interface Around {
  people: ReadonlyMap<string, Linked>;
  joined: ReadonlyMap<string, readonly Linked[]>;
}

export const nothingAround: Around = { people: new Map(), joined: new Map() };

/** A link to another record, ready to be set. */
export interface Linked {
  /** The record's id, where it is one. */
  id?: string;
  href: string;
  title: string;
  /** Of what kind it is, in words. */
  kind?: string;
  /** What it is to the record that it is linked from, of agreements that say how they relate. */
  relations?: readonly AgreementRelation[];
  /** What its kind tells beside links to it, of a record that refers to the one that it is linked from. */
  told?: string | undefined;
}
