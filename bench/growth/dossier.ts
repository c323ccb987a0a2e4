/** One dossier's made-up records, in the order in which they are made. */
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { slugify, slugOf } from "@/lib/domain/slugify";
import { countryName } from "@/lib/domain/countries";
import type { Rows } from "./copy";
import { idAt } from "./ids";
import type { Counts, GrownKind } from "./plan";
import { addRecord, type MadeRecord } from "./record-rows";
import { madeUp, type Setting, type Values } from "./values";

/** What all dossiers share while they are made. */
export interface Making {
  rows: Rows;
  /** Gives the next record of the site its number, from 0, and when it was made in milliseconds since 1970. */
  next(): { number: number; madeAt: number };
  /** The source that every dossier cites, made with the first of them. */
  shared?: string;
  sourceSlugs: Set<string>;
}

export interface MadeDossier {
  id: string;
  slug: string;
}

/** Which dossier it is, from 0, of which countries, and how many records it has. */
export interface Wanted {
  nth: number;
  parties: readonly [string, string];
  counts: Counts;
}

// What is referred to comes before what refers to it.
const order: readonly (keyof Counts)[] = [
  "source",
  "agreement",
  "visit",
  "event",
  "tradeYear",
  "tradeProducts",
  "mission",
];

/** Makes a dossier and its records, a step at a time, so that others may have their turn between two. */
export function* makeDossier(making: Making, { nth, parties, counts }: Wanted): Generator<void, MadeDossier> {
  const { rows } = making;
  const slugs = new Map<KindKey, Set<string>>();
  const numbers = new Map<string, number>();
  const id = idAt(Date.now());
  const cite = (values: Values) => {
    for (const { source } of (values.citations ?? []) as { source: string }[]) {
      if (numbers.has(source)) continue;
      numbers.set(source, numbers.size + 1);
      rows.add("SourceNumber", { dossierId: id, sourceId: source, number: numbers.size });
    }
  };
  const add = (
    kind: "dossier" | GrownKind,
    setting: Omit<Setting, "number" | "parties">,
    more: Partial<MadeRecord> = {},
  ) => {
    const { number, madeAt } = making.next();
    const values = { ...madeUp(kind, { ...setting, number, parties }), ...more.values };
    const taken = kind === "source" ? making.sourceSlugs : (slugs.get(kind) ?? new Set());
    slugs.set(kind, taken);
    const { inDossier } = kindOf(kind);
    const record: MadeRecord = {
      id: idAt(madeAt),
      kind,
      dossierId: inDossier ? id : null,
      slug: freeSlug(kind, values, taken),
      madeAt,
      // One of a hundred was changed since.
      saves: number % 100 === 99 ? 1 : 0,
      ...more,
      values,
    };
    addRecord(rows, record);
    if (record.slug !== null) cite(values);
    return record;
  };
  making.shared ??= add("source", { nth: 0, sources: [], agreements: [] }).id;
  const sources = [making.shared];
  const { slug } = add("dossier", { nth, sources, agreements: [] }, { id });
  const reversed = slugify(
    [...parties]
      .reverse()
      .map((code) => countryName(code))
      .join(" "),
  );
  rows.add("SlugAlias", { slug: reversed, dossierId: id });
  const agreements: string[] = [];
  for (const kind of order)
    for (let one = 0; one < counts[kind]; one += 1) {
      const isLong = nth === 1 && kind === "visit" && one === 1;
      const record = add(kind, { nth: one, sources, agreements }, isLong ? longForm() : {});
      if (kind === "source") sources.push(record.id);
      if (kind === "agreement") agreements.push(record.id);
      // One of a hundred was made and never published.
      if (one % 100 === 50) add("event", { nth: one, sources, agreements }, { slug: null, saves: 0 });
      yield;
    }
  return { id, slug: slug! };
}

/** The visit whose form has 200 rows, and 500 revisions. */
function longForm(): Partial<MadeRecord> {
  const meetings = Array.from({ length: 200 }, (_, at) => ({
    id: idAt(Date.now()),
    host: `Host no. ${at}`,
    office: "Minister",
    manner: "official",
  }));
  return { values: { meetings }, saves: 498 };
}

function freeSlug(kind: KindKey, values: Values, taken: Set<string>): string {
  const definition = kindOf(kind);
  const wanted = slugOf(definition, values);
  if (definition.uniqueBy) return wanted;
  let free = wanted;
  for (let number = 2; taken.has(free); number += 1) free = `${wanted}-${number}`;
  taken.add(free);
  return free;
}
