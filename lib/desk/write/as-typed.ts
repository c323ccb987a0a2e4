/** Working copies of what cannot all be read: half a date while it is typed, a text that is too long, a reference to what is gone. */
import "server-only";
import type { Transaction } from "@/lib/database/client";
import { sameTyped } from "@/lib/domain/compare-rows";
import { type Typed, type TypedValue, typedRows } from "@/lib/domain/fields/typed";
import { typedCopy } from "@/lib/domain/kept-copy";
import { kindOf } from "@/lib/domain/kinds/registry";
import { fieldOf, partsOf } from "@/lib/domain/paths";
import type { Problem } from "@/lib/domain/record";
import { sideFields } from "@/lib/domain/sides";
import type { Refusal } from "../outcome";
import { orRefusal, Refused } from "./refused";
import { type ReadCopy, type Subject, workingCopy } from "./working-copy";

/** A working copy of what was typed, with what a save only tells, and every problem of what of it cannot be read. */
interface AsTyped extends ReadCopy {
  problems: Problem[];
}

/**
 * What was typed as a working copy of all that can be read, with the rest as it was typed beside it (`unreadable`). A value
 * that cannot be read has in the copy the value that stood there before.
 * @throws {Refused} where its dossier is in the trash; for a draft that is saved also where records speak of what it would remove.
 */
export async function asTyped(
  db: Transaction,
  subject: Subject,
  typed: Typed,
  whose: "draft" | "autosave",
): Promise<AsTyped> {
  const standing = subject.current ? typedCopy(kindOf(subject.kind), subject.current.draft) : {};
  let readable = typed;
  const problems: Problem[] = [];
  // First single values give way, then whole fields, then all.
  for (const giveWay of [valuesAt, fieldsAt, allOf]) {
    const read = await orRefusal(workingCopy(db, subject, readable, "draft"));
    if (!("ok" in read)) return { ...beside(read, typed, readable), problems };
    // What refers to nothing that is there is found once all can be read.
    if (read.reason === "invalid") problems.push(...read.problems.filter((one) => !isNamed(problems, one)));
    readable = giveWay(readable, standing, keptFrom(read, whose));
  }
  const read = await workingCopy(db, subject, readable, "draft");
  return { ...beside(read, typed, readable), problems };
}

/** Whether a problem is among others. */
export function isNamed(problems: readonly Problem[], { path, code }: Problem): boolean {
  return problems.some((one) => one.path === path && one.code === code);
}

function beside({ copy, warnings }: ReadCopy, typed: Typed, readable: Typed): ReadCopy {
  return { copy: { ...copy, unreadable: differing(typed, readable) }, warnings };
}

/**
 * The paths of what a refusal keeps from being a working copy: all that cannot be read, or, of what is autosaved, the sides of a
 * dossier of which records speak.
 * @throws {Refused} for any other.
 */
function keptFrom(refusal: Refusal, whose: "draft" | "autosave"): string[] {
  if (refusal.reason === "invalid")
    return refusal.problems.filter(({ isMistake }) => !isMistake).map(({ path }) => path);
  if (whose === "autosave" && refusal.reason === "blocked" && refusal.code === "predecessorNamed")
    return ["predecessors", ...Object.values(sideFields)];
  throw new Refused(refusal);
}

/** The fields of what was typed that are not those of what could be read; undefined where all are. */
function differing(typed: Typed, readable: Typed): Typed | undefined {
  const kept = Object.entries(typed).filter(([key, value]) => !isSame(value, readable[key]));
  return kept.length > 0 ? storable(Object.fromEntries(kept)) : undefined;
}

/** What was typed with the sign of a lost character for what PostgreSQL's JSON cannot hold: NUL, and half a character. */
function storable(typed: Typed): Typed {
  const text = JSON.stringify(typed, (_, value: unknown) =>
    typeof value === "string" ? value.replaceAll("\0", "\uFFFD").toWellFormed() : value,
  );
  return JSON.parse(text) as Typed;
}

function isSame(typed: TypedValue, readable: TypedValue | undefined): boolean {
  return typed === readable || (readable !== undefined && sameTyped(typed, readable));
}

type GiveWay = (typed: Typed, standing: Typed, paths: readonly string[]) => Typed;

const valuesAt: GiveWay = (typed, standing, paths) =>
  paths.reduce((before, path) => withStandingAt(before, standing, path), typed);

const fieldsAt: GiveWay = (typed, standing, paths) => valuesAt(typed, standing, paths.map(fieldOf));

const allOf: GiveWay = (typed, standing) => ({ ...typed, ...emptied(typed), ...standing });

function emptied(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, emptyLike(value)]));
}

function withStandingAt(typed: Typed, standing: Typed, path: string): Typed {
  const [field = "", row, key] = partsOf(path);
  const value = typed[field];
  const rows = typedRows(value);
  const stood = typedRows(standing[field]).find(({ id }) => id === row);
  if (row === undefined || key === undefined || !rows.some(({ id }) => id === row))
    return { ...typed, [field]: standing[field] ?? emptyLike(value) };
  return {
    ...typed,
    [field]: rows.map((one) =>
      one.id === row ? { ...one, [key]: stood?.[key] ?? emptyLike(one[key]) } : one,
    ),
  };
}

function emptyLike(value: TypedValue | undefined): TypedValue {
  return Array.isArray(value) ? [] : "";
}
