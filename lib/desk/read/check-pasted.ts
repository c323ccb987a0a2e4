/** What the records of a pasted table are, before they are saved: new or standing, with their mistakes and doubts. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { type Doubt, doubtsOf } from "@/lib/domain/doubts";
import { type Held, isEmpty } from "@/lib/domain/fields/field";
import type { Field, Fields } from "@/lib/domain/fields/fields";
import { type Typed, typedRows } from "@/lib/domain/fields/typed";
import type { Kind, KindContext } from "@/lib/domain/kinds/define-kind";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import type { ChoiceWord } from "@/lib/domain/pasted/cells";
import { citationsField } from "@/lib/domain/pasted/columns";
import { laidOver } from "@/lib/domain/pasted/laid-over";
import { outOfSeriesIn } from "@/lib/domain/pasted/out-of-series";
import {
  type ForEveryLine,
  type PastedRecord,
  recordsIn,
  type TableOfKind,
} from "@/lib/domain/pasted/records";
import { withoutValuesOfDay } from "@/lib/domain/pasted/values-of-day";
import { below } from "@/lib/domain/paths";
import { project, uniqueKeyOf } from "@/lib/domain/projection";
import { parseRecord, type Problem, readableIn } from "@/lib/domain/record";
import { contextOf, type Sides } from "@/lib/domain/sides";
import { todaysDay } from "@/lib/domain/today";
import { type Recognised, recognised } from "./recognised";

/** A value that a pasted record puts in the place of another. */
export interface PastedChange {
  path: string;
  /** What stands there now, as its form shows it. */
  was: string;
}

export interface CheckedRecord extends PastedRecord {
  title: string;
  /** The record that stands already and that this one is laid over; null for one that is added. */
  standing: Recognised | null;
  /** A record that stands already although this one is to be added besides. */
  besides: Recognised | null;
  changes: PastedChange[];
  /** What keeps it from being saved or published, and the doubts about it. */
  problems: Problem[];
  doubts: Doubt[];
  /** Those of the doubts that only the other records of the table show. */
  amongLines: Doubt[];
  /** The first line of another record of the table that is the same; null where there is none. */
  twin: number | null;
  /** Something has to be told before all that its cells say can be kept: it is saved by no one until then. */
  isUnclear: boolean;
}

export interface PastedTable extends TableOfKind {
  kind: KindKey;
  dossierId: string | null;
  sides: Sides | null;
  every: ForEveryLine;
  /** Lines that are left out, and those whose record is to be added although it seems to stand already. */
  skipped: ReadonlySet<number>;
  added: ReadonlySet<number>;
}

/** The records of a table with all that is to be said of them. One statement. */
export async function checkPasted(
  actor: Actor,
  table: PastedTable,
  word: ChoiceWord,
): Promise<CheckedRecord[]> {
  demand(actor, "read");
  const { kind, sides, every, skipped, added } = table;
  const context = contextOf(sides);
  const definition = kindOf(kind);
  const records = recordsIn(definition, table, every, word, skipped);
  const readable = records.map(({ typed }) => readableIn(definition, typed, context));
  const found = await recognised(actor, table, readable);
  const keyOf = keysWithin(definition, readable);
  const firstBy = new Map<string, number>();
  const checked = records.map((record, at) => {
    const [line = 0] = record.lines;
    const known = found[at] ?? null;
    const isAdded = added.has(line);
    const standing = isAdded ? null : known;
    const over = standing ? laidOver(definition, standing.typed, record, context) : record;
    const laid = { ...over, typed: withoutToday(definition, over.typed, context, standing) };
    const values = readableIn(definition, laid.typed, context);
    const { title } = project(definition, values);
    const key = standing?.id ?? keyOf(values);
    const twin = key === null ? null : (firstBy.get(key) ?? null);
    if (key !== null && twin === null) firstBy.set(key, line);
    const own: Omit<CheckedRecord, "amongLines"> = {
      ...laid,
      title,
      standing,
      besides: isAdded ? known : null,
      changes: standing ? changesIn(definition.fields, standing, laid, context) : [],
      problems: withoutTwice([
        ...laid.problems,
        ...parseRecord(definition, laid.typed, context, "publish").problems,
      ]),
      doubts: doubtsOf(definition, values, { ...context, today: todaysDay() }).filter(
        ({ isOfUnfinished }) => !isOfUnfinished,
      ),
      twin,
      isUnclear: record.problems.length > 0,
    };
    return { own, title, values };
  });
  const judged = checked.filter(({ own }) => own.twin === null);
  const ofSeries = new Map(outOfSeriesIn(definition, judged).map((doubts, at) => [judged[at], doubts]));
  return checked.map((one): CheckedRecord => {
    const amongLines = ofSeries.get(one) ?? [];
    return { ...one.own, doubts: [...one.own.doubts, ...amongLines], amongLines };
  });
}

/** What was typed without what only holds today, as the product's own files have it. */
function withoutToday(kind: Kind, typed: Typed, context: KindContext, standing: Recognised | null): Typed {
  if (!kind.isTurning) return typed;
  const values = readableIn(kind, typed, context);
  return withoutValuesOfDay(kind, typed, values, { day: todaysDay(), stood: standing?.typed ?? {} });
}

/**
 * By what records of one table are the same: by the kind's unique rule. What none of them says, as who reports all the years, is asked
 * once for all of them, and so is the same in each.
 */
function keysWithin(kind: Kind, all: readonly Held[]): (values: Held) => string | null {
  const unsaid = (kind.uniqueBy ?? []).filter((key) => all.every((values) => values[key] === undefined));
  if (unsaid.length === 0 || unsaid.length === kind.uniqueBy?.length)
    return (values) => uniqueKeyOf(kind, values);
  const same = Object.fromEntries(unsaid.map((key) => [key, "as all others"]));
  return (values) => uniqueKeyOf(kind, { ...values, ...same });
}

/** The first problem at each path that a cell can be unclear at: what its field says then is the same. */
function withoutTwice(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ path }, at) => problems.findIndex((one) => one.path === path) === at);
}

/** The values that differ from those that stand, of the record's own fields and of its rows. */
function changesIn(
  fields: Fields,
  standing: Recognised,
  laid: PastedRecord,
  context: KindContext,
): PastedChange[] {
  return Object.entries(fields).flatMap(([key, field]): PastedChange[] => {
    const [was, typed] = [standing.typed[key] ?? "", laid.typed[key] ?? ""];
    if (field.kind !== "rows") return changedValue(field, key, was, typed, context);
    if (key === citationsField) return [];
    const before = new Map(typedRows(was).map((row) => [row.id, row]));
    return typedRows(typed).flatMap((row) => {
      const stood = before.get(row.id);
      if (!stood) return [];
      return Object.entries(field.of).flatMap(([inner, one]) =>
        changedValue(one, below(key, String(row.id), inner), stood[inner] ?? "", row[inner] ?? "", context),
      );
    });
  });
}

function changedValue(
  field: Field,
  path: string,
  was: unknown,
  typed: unknown,
  context: KindContext,
): PastedChange[] {
  if (typeof typed !== "string" || typeof was !== "string" || typed === was) return [];
  const read = (text: string) => field.schema(context).safeParse(text).data;
  const [before, after] = [read(was), read(typed)];
  if (JSON.stringify(before) === JSON.stringify(after) || (isEmpty(before) && isEmpty(after))) return [];
  return [{ path, was }];
}
