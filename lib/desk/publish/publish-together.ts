/** Publishing several records in one transaction: what bulk work does with all that nothing stands in the way of. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { database, type Transaction } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { typedCopy } from "@/lib/domain/kept-copy";
import { kindOf } from "@/lib/domain/kinds/registry";
import type { AskedDoubt, Target, Written } from "../outcome";
import { reviewedDetail, reviewsBefore } from "../review/reviewed";
import { contextIn, currentEntries, type CurrentEntry, hasSeen } from "../write/context";
import { lockEntries } from "../write/lock-entries";
import { Overtaken } from "../write/overtaken";
import { workingCopies } from "../write/working-copy";
import type { WorkingCopy } from "../write/write";
import { announce } from "./announce";
import { areConfirmed, asConfirmed, openDoubts } from "./doubts";
import { numberSources } from "./number-sources";
import type { PublishNotes } from "./publish";
import { publishEntries } from "./publish-entries";
import { writeRecords } from "./record-writer";
import { slugsFor } from "./slugs";
import { takenBack } from "./taken-back";

/** A record that can be published as it stands. */
interface Fit extends Pick<CurrentEntry, "id" | "kind" | "version" | "slug" | "state"> {
  dossierId: string;
  context: ReturnType<typeof contextIn>;
  copy: WorkingCopy;
  doubts: AskedDoubt[];
}

/** What a caller notes of records that were done together, in the same transaction. */
export type NoteTogether = (tx: Transaction, written: readonly Written[]) => Promise<void>;

/** Fewer are published one by one as fast. */
const fewest = 2;

/**
 * Publishes those of these records, as they stand and over the versions that were seen, that take no more than that: each with its
 * own revision, event and notice, as `publish` does it, and all of them or none. `note` is told of these, if any. The others are
 * left to `publish`, which says what stands in their way, or does what they take besides: sources to be published with them, a
 * review to be settled.
 * @throws whatever keeps the transaction from its end, as a record that another writes meanwhile: then none is published.
 */
export async function publishTogether(
  actor: Actor,
  targets: readonly Target[],
  { confirmed = [], changeNote = null }: PublishNotes,
  note: NoteTogether,
): Promise<void> {
  demand(actor, "publish");
  const seen = await fitBefore(actor, targets);
  const fit = seen.filter(({ doubts }) => areConfirmed(doubts, confirmed));
  if (fit.length < fewest) return;
  await database().$transaction(async (tx) => {
    await lockEntries(
      tx,
      fit.map(({ id }) => id),
    );
    const shown = await withReferences(tx, fit);
    const reviews = await reviewsBefore(tx, shown);
    const plain = shown.filter((_, place) => !reviews[place]!.waiting);
    if (plain.length === 0) return;
    const slugs = await slugsFor(tx, plain);
    const entries = plain.map((one, place) => ({
      ...{ ...one, slug: slugs[place]!, doubts: asConfirmed(one.doubts) },
      detail: reviewedDetail(actor, reviews[shown.indexOf(one)]!),
    }));
    const written = await publishEntries(tx, actor, entries, changeNote);
    if (written.length < plain.length) throw new Overtaken();
    const placed = plain.map((one, place) => ({ ...one, newSlug: slugs[place]!, changeNote }));
    const notices = await writeRecords(tx, placed);
    for (const dossierId of [...new Set(plain.map((one) => one.dossierId))].sort()) {
      const own = plain.filter((one) => one.dossierId === dossierId);
      await numberSources(
        tx,
        dossierId,
        own.flatMap(({ copy }) => copy.links),
      );
    }
    await note(
      tx,
      written.map((one) => ({ ok: true, ...one, publicPath: null, warnings: [] })),
    );
    await announce(tx, notices);
  });
}

/** Those of the records that can be published by all that can be read before, with the doubts that they leave. */
async function fitBefore(actor: Actor, targets: readonly Target[]): Promise<Fit[]> {
  const db = database();
  const found = new Map(
    (
      await currentEntries(
        db,
        actor,
        targets.map(({ id }) => id),
      )
    ).map((current) => [current.id, current]),
  );
  const currents = targets.flatMap((target) => {
    const current = found.get(target.id);
    return current?.kind === target.kind && hasSeen(target, current) && isPlain(current) ? [current] : [];
  });
  const copies = await workingCopies(
    db,
    currents.map((current) => ({
      subject: { ...current, current },
      typed: typedCopy(kindOf(current.kind), current.draft),
    })),
    "publish",
  );
  const read = currents.flatMap(({ dossier, dossierId, ...current }, place) => {
    const copy = copies[place]?.copy;
    if (!copy || copy.predecessors?.named || dossierId === null) return [];
    return [{ ...current, dossierId, context: contextIn(dossier), copy }];
  });
  const back = await takenBack(db, read);
  const changed = read.filter(({ id }) => !back.has(id));
  const doubts = await openDoubts(db, actor, changed);
  return changed.map((one, place) => ({ ...one, doubts: doubts[place]! }));
}

/** A record of a dossier that has something to publish, all of it saved and readable. */
function isPlain({ kind, state, isAutosaved, unreadable }: CurrentEntry): boolean {
  const isOpen = state === "draft" || state === "changed";
  return kindOf(kind).inDossier && isOpen && !isAutosaved && unreadable === null;
}

/** Those of the records all of whose references are published, which are locked so that they stay that. */
async function withReferences(tx: Transaction, records: readonly Fit[]): Promise<Fit[]> {
  const needed = ({ copy, dossierId }: Fit) => [...copy.links.map(({ to }) => to), dossierId];
  const ids = [...new Set(records.flatMap(needed))];
  const rows = await tx.$queryRaw<{ id: string }[]>(
    Prisma.sql`SELECT "id" FROM "Record" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR KEY SHARE`,
  );
  const there = new Set(rows.map(({ id }) => id));
  return records.filter((one) => needed(one).every((id) => there.has(id)));
}
