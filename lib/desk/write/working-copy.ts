/** From what was typed to a working copy, and all that is wrong with it. */
import "server-only";
import type { Transaction } from "@/lib/database/client";
import type { Held, Typed } from "@/lib/domain/fields/field";
import type { Kind } from "@/lib/domain/kinds/define-kind";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { project, withWords } from "@/lib/domain/projection";
import { parseRecord, type Problem } from "@/lib/domain/record";
import { linksFrom } from "@/lib/domain/references";
import { attachedFiles } from "./attached-files";
import { contextIn, type CurrentEntry, type CurrentDossier } from "./context";
import { areSubjects } from "../settings/subjects";
import { type HeldAgainst, heldAgainst } from "./held-against";
import { problemsOfPair } from "./pair";
import { Refused } from "./refused";
import { predecessorsNamed } from "./named-predecessors";
import { demandKeptPredecessors } from "./removed-predecessors";
import type { WorkingCopy } from "./write";

/** The record that was typed; `id` and `current` are null for one that is not there yet. */
export interface Subject {
  kind: KindKey;
  id: string | null;
  dossierId: string | null;
  dossier: CurrentDossier | null;
  current: CurrentEntry | null;
}

/** A working copy as it was read, with what a save only tells. */
export interface ReadCopy {
  copy: WorkingCopy;
  warnings: Problem[];
}

type Strictness = "draft" | "publish";

/**
 * What was typed, read into a working copy, with what a save only tells: a draft may contradict itself.
 * For publication nothing may be missing, and no published record be the same.
 * @throws {Refused} with every problem that keeps it from being a working copy, or where its dossier is in the trash.
 */
export async function workingCopy(
  db: Transaction,
  subject: Subject,
  typed: Typed,
  strictness: Strictness,
): Promise<ReadCopy> {
  const parsed = parse(subject, typed, strictness);
  const [held] = await heldAgainst(db, [heldCopy(parsed)], amongWhich[strictness]);
  return checked(db, parsed, held!, strictness);
}

/** The working copies of several records, in their order; null for one that has to be refused. */
export async function workingCopies(
  db: Transaction,
  sent: readonly { subject: Subject; typed: Typed }[],
  strictness: Strictness,
): Promise<(ReadCopy | null)[]> {
  const parsed = await Promise.all(
    sent.map(({ subject, typed }) => unlessRefused(async () => parse(subject, typed, strictness))),
  );
  const readable = parsed.filter((one) => one !== null);
  const held = await heldAgainst(db, readable.map(heldCopy), amongWhich[strictness]);
  const heldOf = new Map(readable.map((one, index) => [one, held[index]!]));
  return Promise.all(
    parsed.map((one) => one && unlessRefused(() => checked(db, one, heldOf.get(one)!, strictness))),
  );
}

async function unlessRefused<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

const amongWhich = { draft: "Entry", publish: "Record" } as const;

type Parsed = ReturnType<typeof parse>;

function parse(subject: Subject, typed: Typed, strictness: Strictness) {
  const definition = kindOf(subject.kind);
  const read = parseRecord(definition, typed, contextIn(subject.dossier), strictness);
  const [links, projection] = [linksFrom(definition, read.values), project(definition, read.values)];
  return { ...read, subject, links, projection };
}

const heldCopy = ({ subject: { id, kind, dossierId }, links, projection: { uniqueKey } }: Parsed) => ({
  ...{ id, kind, dossierId, links, uniqueKey },
});

async function checked(
  db: Transaction,
  { subject, values, problems, mistakes, notices, links, projection }: Parsed,
  { broken, duplicates }: HeldAgainst,
  strictness: Strictness,
): Promise<ReadCopy> {
  const { kind, id, dossier, current } = subject;
  const { unknown, words } = await attachedFiles(db, values);
  const all = [
    ...problems,
    ...broken,
    ...unknown,
    ...(current ? problemsOfPair(kind, current, values) : []),
    ...(await unknownChoices(kindOf(kind), values)),
    ...(strictness === "publish" ? duplicates : []),
  ];
  if (all.length > 0) throw new Refused({ ok: false, reason: "invalid", problems: all });
  const removed = await demandKeptPredecessors(db, { kind, id }, current, values);
  const named = predecessorsNamed(kind, dossier, values);
  return {
    copy: { values, projection: withWords(projection, words), links, predecessors: { named, removed } },
    warnings: [...notices, ...mistakes, ...duplicates],
  };
}

/** A problem for each choice from a list that the desk keeps which is not in it. */
async function unknownChoices({ fields }: Kind, values: Held): Promise<Problem[]> {
  const keys = Object.entries(fields).flatMap(([key, field]) => {
    const value = values[key];
    return field.kind === "choice" && field.kept && typeof value === "string" ? [[key, value] as const] : [];
  });
  const found = await Promise.all(
    keys.map(async ([key, value]) => ({ key, isThere: await areSubjects([value]) })),
  );
  return found.filter(({ isThere }) => !isThere).map(({ key }) => ({ path: key, code: "choice.unknown" }));
}
