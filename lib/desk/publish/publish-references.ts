/** What a publication refers to: it is published already, or a draft of a shared kind that can be published with it. */
import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/database/client";
import { isShared, kindOf, type KindKey, type SharedKindKey, sharedKinds } from "@/lib/domain/kinds/registry";
import { project, withWords } from "@/lib/domain/projection";
import { checkRecord } from "@/lib/domain/record";
import type { EntryName, Refusal } from "../outcome";
import { attachedFiles } from "../write/attached-files";
import { Overtaken } from "../write/overtaken";
import type { WorkingCopy } from "../write/write";
import type { Notice } from "./announce";
import { publishEntry } from "./publish-entries";
import { writeRecords } from "./record-writer";
import { slugFor } from "./slugs";

/** A record that all dossiers share, as a source or a person, and that was never published. */
export interface SharedDraft {
  id: string;
  kind: SharedKindKey;
  version: number;
  title: string;
  draft: Record<string, unknown>;
  /** What was typed that the draft cannot hold: it is not complete then. */
  unreadable: unknown;
}

/** What a working copy refers to that is not published. */
export interface References {
  /** Complete shared records that were never published (one taken down stays so), locked for this transaction. */
  sharedDrafts: SharedDraft[];
  /** All else: readers could not follow the record there. */
  missing: EntryName[];
}

/**
 * Finds what a working copy refers to, and locks it so that it stays as it is until the transaction ends, as the record itself:
 * what is read of either afterwards, its review among it, stands.
 * @throws {Overtaken} where some of it was put into the trash since the working copy was checked.
 */
export async function referencesOf(
  tx: Transaction,
  { id, dossierId }: { id: string; dossierId: string | null },
  copy: WorkingCopy,
): Promise<References> {
  const needed = [...copy.links.map(({ to }) => to), ...(dossierId ? [dossierId] : [])];
  const drafts = await lockWithSharedDrafts(tx, id, copy);
  if (needed.length === 0) return { sharedDrafts: [], missing: [] };
  const isComplete = ({ kind, draft, unreadable }: SharedDraft) =>
    unreadable === null && checkRecord(kindOf(kind), draft, { parties: null }, "publish").length === 0;
  const sharedDrafts = drafts.filter(isComplete);
  // Shared locks keep what is referred to published until this publication is.
  const published = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Record" WHERE "id" = ANY(${needed}::uuid[]) ORDER BY "id" FOR KEY SHARE`;
  const there = new Set([...published, ...sharedDrafts].map(({ id }) => id));
  const absent = needed.filter((id) => !there.has(id));
  if (absent.length === 0) return { sharedDrafts, missing: [] };
  const entries = await tx.entry.findMany({
    where: { id: { in: absent } },
    select: { id: true, kind: true, title: true, state: true },
  });
  if (entries.some(({ state }) => state === "trashed")) throw new Overtaken();
  const missing = entries.map(({ id, kind, title }) => ({ id, kind: kind as KindKey, title }));
  return { sharedDrafts, missing };
}

/** Locks a record, and those shared drafts that it refers to, which are returned. */
async function lockWithSharedDrafts(tx: Transaction, id: string, copy: WorkingCopy): Promise<SharedDraft[]> {
  const shared = copy.links.filter(({ toKind }) => isShared(toKind)).map(({ to }) => to);
  // One statement, in the order of their ids, so that two publications that share some cannot wait for each other.
  const locked = await tx.$queryRaw<SharedDraft[]>`
    SELECT "id", "kind", "version", "draft", "unreadable", "title" FROM "Entry"
    WHERE "id" = ANY(${[id, ...shared]}::uuid[])
      AND ("id" = ${id}::uuid OR "kind" = ANY(${[...sharedKinds]}) AND "state" = 'draft' AND "slug" IS NULL)
    ORDER BY "id" FOR NO KEY UPDATE`;
  return locked.filter((one) => one.id !== id);
}

/** Publishes shared records that were never published, as they stand. Returns what has to be announced. */
export async function publishShared(
  tx: Transaction,
  actor: Actor,
  drafts: readonly SharedDraft[],
): Promise<Notice[]> {
  const notices: Notice[] = [];
  for (const { id, kind, version, draft } of drafts) {
    const target = { id, kind, version };
    // None of them refers to another record.
    const { words } = await attachedFiles(tx, draft);
    const projection = withWords(project(kindOf(kind), draft), words);
    const copy: WorkingCopy = { values: draft, projection, links: [] };
    const publication = {
      ...target,
      dossierId: null,
      context: { parties: null },
      slug: null,
      copy,
      changeNote: null,
    };
    const slug = await slugFor(tx, publication);
    const saved = await publishEntry(tx, actor, { ...target, copy, slug, doubts: {}, detail: {} }, null);
    if (!saved) throw new Error(`${kind} ${id} changed while it was locked`);
    notices.push(...(await writeRecords(tx, [{ ...publication, newSlug: slug }])));
  }
  return notices;
}

/** The answer that names what has to be published first. */
export function unpublishedReferences(records: EntryName[]): Refusal {
  return { ok: false, reason: "blocked", code: "unpublishedReferences", records };
}
