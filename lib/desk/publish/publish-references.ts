/** What a publication refers to: it has to be published already, or is a draft source that can be published with it. */
import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/database/client";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { project } from "@/lib/domain/projection";
import { checkRecord } from "@/lib/domain/record";
import type { EntryName, Refusal } from "../outcome";
import { Overtaken } from "../write/overtaken";
import { overwriteEntry, type WorkingCopy } from "../write/write";
import type { Notice } from "./announce";
import { writeRecord } from "./record-writer";
import { slugFor } from "./slugs";

/** A source that was never published. */
export interface DraftSource {
  id: string;
  version: number;
  title: string;
  draft: Record<string, unknown>;
}

/** What a working copy refers to that is not published. */
export interface References {
  /** Complete sources that were never published (one that was taken down stays so), locked for this transaction. */
  draftSources: DraftSource[];
  /** All else: readers could not follow the record there. */
  missing: EntryName[];
}

/**
 * Finds what a working copy refers to, and locks it so that it stays as it is until the transaction ends.
 * @throws {Overtaken} where some of it was put into the trash since the working copy was checked.
 */
export async function referencesOf(
  tx: Transaction,
  { dossierId }: { dossierId: string | null },
  copy: WorkingCopy,
): Promise<References> {
  const needed = [...copy.links.map(({ to }) => to), ...(dossierId ? [dossierId] : [])];
  if (needed.length === 0) return { draftSources: [], missing: [] };
  const drafts = await lockDraftSources(tx, copy);
  const definition = kindOf("source");
  const isComplete = ({ draft }: DraftSource) =>
    checkRecord(definition, draft, { parties: null }, "publish").length === 0;
  const draftSources = drafts.filter(isComplete);
  // Shared locks keep what is referred to published until this publication is.
  const published = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Record" WHERE "id" = ANY(${needed}::uuid[]) ORDER BY "id" FOR KEY SHARE`;
  const there = new Set([...published, ...draftSources].map(({ id }) => id));
  const absent = needed.filter((id) => !there.has(id));
  if (absent.length === 0) return { draftSources, missing: [] };
  const entries = await tx.entry.findMany({
    where: { id: { in: absent } },
    select: { id: true, kind: true, title: true, state: true },
  });
  if (entries.some(({ state }) => state === "trashed")) throw new Overtaken();
  const missing = entries.map(({ id, kind, title }) => ({ id, kind: kind as KindKey, title }));
  return { draftSources, missing };
}

async function lockDraftSources(tx: Transaction, copy: WorkingCopy): Promise<DraftSource[]> {
  const cited = copy.links.filter(({ toKind }) => toKind === "source").map(({ to }) => to);
  if (cited.length === 0) return [];
  // Locked in the order of their ids, so that two publications that share sources cannot wait for each other.
  return tx.$queryRaw<DraftSource[]>`
    SELECT "id", "version", "draft", "title" FROM "Entry"
    WHERE "id" = ANY(${cited}::uuid[]) AND "kind" = 'source' AND "state" = 'draft' AND "slug" IS NULL ORDER BY "id" FOR UPDATE`;
}

/** Publishes sources that were never published, as they stand. Returns what has to be announced. */
export async function publishSources(
  tx: Transaction,
  actor: Actor,
  sources: readonly DraftSource[],
): Promise<Notice[]> {
  const notices: Notice[] = [];
  for (const { id, version, draft } of sources) {
    const target = { id, kind: "source" as const, version };
    const copy: WorkingCopy = { values: draft, projection: project(kindOf("source"), draft), links: [] };
    const publication = { ...target, dossierId: null, slug: null, copy };
    const slug = await slugFor(tx, publication);
    const saved = await overwriteEntry(tx, actor, target, copy, {
      action: "publish",
      slug,
      doubts: {},
    });
    if (!saved) throw new Error(`source ${id} changed while it was locked`);
    notices.push(await writeRecord(tx, publication, slug));
  }
  return notices;
}

/** The answer that names what has to be published first. */
export function unpublishedReferences(records: EntryName[]): Refusal {
  return { ok: false, reason: "blocked", code: "unpublishedReferences", records };
}
