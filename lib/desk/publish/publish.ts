/** Publishing and unpublishing: strict checks, then one transaction that moves the draft and the record together. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { database, type Transaction } from "@/lib/database/client";
import { publicPathOf } from "@/lib/published/public-path";
import type { Typed } from "@/lib/domain/fields/field";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { project } from "@/lib/domain/projection";
import { checkRecord, type Problem } from "@/lib/domain/record";
import type { EntryName, Outcome, Target } from "../outcome";
import { problemsOfPair } from "../write/pair";
import { announce, type Notice, removeRecord, writeRecord } from "./record-writer";
import { blockedByReferrers, publishedReferrers } from "../read/referrers";
import { brokenConstraint, isAboutSlug, orRefusal, Refused } from "../write/refused";
import { workingCopy } from "../write/save";
import { explainMiss } from "../write/stale";
import { moveEntry, overwriteEntry, type WorkingCopy } from "../write/write";

/** Saves what was typed and publishes it, together with complete draft sources that it cites. */
export async function publish(actor: Actor, target: Target, typed: Typed): Promise<Outcome> {
  demand(actor, "publish");
  const db = database();
  const entry = await db.entry.findUnique({ where: { id: target.id, kind: target.kind } });
  if (!entry) return { ok: false, reason: "missing" };
  const read = await orRefusal(workingCopy(target.kind, entry.dossierId, typed, "publish"));
  if ("ok" in read) return read;
  const { copy, problems } = read;
  problems.push(...(await problemsOfPair(db, target, copy.values)));
  problems.push(...(await takenBy(db, target, entry.dossierId, copy)));
  if (problems.length > 0) return { ok: false, reason: "invalid", problems };

  const refused = async (error: unknown): Promise<Outcome> => {
    if (error instanceof Refused) return error.refusal;
    const taken =
      brokenConstraint(error) === "unique" ? await takenBy(db, target, entry.dossierId, copy) : [];
    if (taken.length > 0) return { ok: false, reason: "invalid", problems: taken };
    throw error;
  };
  const write = () =>
    db.$transaction(async (tx): Promise<Outcome> => {
      const saved = await overwriteEntry(tx, actor, target, copy, { action: "publish", state: "published" });
      if (!saved) throw new Refused(await explainMiss(tx, target));
      const sources = await publishDraftSources(tx, actor, copy);
      await demandPublishedReferences(tx, target.kind, entry.dossierId, copy);
      const own = await writeRecord(tx, {
        ...target,
        dossierId: entry.dossierId,
        version: saved.version,
        slug: entry.slug,
        copy,
      });
      const publicPath = await publicPathOf(target.id, tx);
      await announce(tx, [...sources, own]);
      return { ok: true, id: target.id, ...saved, publicPath, warnings: [] };
    });
  return writeApart(write).catch(refused);
}

/** Another publication may take the address that this one was about to have: then the next free one is looked for. */
async function writeApart(write: () => Promise<Outcome>, tries = 5): Promise<Outcome> {
  try {
    return await write();
  } catch (error) {
    if (tries > 1 && brokenConstraint(error) === "unique" && isAboutSlug(error))
      return writeApart(write, tries - 1);
    throw error;
  }
}

/** The problem that another published record is the same by the kind's unique rule. */
export async function takenBy(
  db: Transaction,
  { id, kind }: Pick<Target, "id" | "kind">,
  dossierId: string | null,
  { projection }: WorkingCopy,
): Promise<Problem[]> {
  const path = kindOf(kind).uniqueBy?.[0];
  if (projection.uniqueKey === null || path === undefined) return [];
  const other = await db.record.findFirst({
    where: { kind, dossierId, uniqueKey: projection.uniqueKey, id: { not: id } },
    select: { title: true },
  });
  return other ? [{ path, code: "unique.taken", params: { title: other.title } }] : [];
}

/** Publishes the cited sources that never were (one that was taken down stays so); refuses, naming them, where one is not complete. */
async function publishDraftSources(tx: Transaction, actor: Actor, copy: WorkingCopy): Promise<Notice[]> {
  const cited = copy.links.filter((link) => link.toKind === "source").map((link) => link.to);
  if (cited.length === 0) return [];
  // Locked in the order of their ids, so that two publications that share sources cannot wait for each other.
  const drafts = await tx.$queryRaw<
    { id: string; version: number; slug: string | null; draft: Record<string, unknown>; title: string }[]
  >`
    SELECT "id", "version", "slug", "draft", "title" FROM "Entry"
    WHERE "id" = ANY(${cited}::uuid[]) AND "kind" = 'source' AND "state" = 'draft' AND "slug" IS NULL ORDER BY "id" FOR UPDATE`;
  const definition = kindOf("source");
  const incomplete = drafts.filter(
    ({ draft }) => checkRecord(definition, draft, { parties: null }, "publish").length > 0,
  );
  if (incomplete.length > 0)
    throw unpublished(incomplete.map(({ id, title }) => ({ id, kind: "source", title })));
  const notices: Notice[] = [];
  for (const { id, version, slug, draft } of drafts) {
    const source: WorkingCopy = { values: draft, projection: project(definition, draft), links: [] };
    const saved = await overwriteEntry(tx, actor, { id, kind: "source", version }, source, {
      action: "publish",
      state: "published",
    });
    if (!saved) throw new Error(`source ${id} changed while it was locked`);
    const published = { id, kind: "source" as const, dossierId: null, version: saved.version, slug };
    notices.push(await writeRecord(tx, { ...published, copy: source }));
  }
  return notices;
}

/** Refuses, naming them, where the record refers to others that readers could not follow it to. */
async function demandPublishedReferences(
  tx: Transaction,
  kind: KindKey,
  dossierId: string | null,
  copy: WorkingCopy,
): Promise<void> {
  const needed = [...copy.links.map((link) => link.to), ...(dossierId ? [dossierId] : [])];
  // Shared locks keep what is referred to published until this publication is.
  const published = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Record" WHERE "id" = ANY(${needed}::uuid[]) ORDER BY "id" FOR KEY SHARE`;
  const there = new Set(published.map((record) => record.id));
  const absent = needed.filter((id) => !there.has(id));
  if (absent.length === 0) return;
  const entries = await tx.entry.findMany({
    where: { id: { in: absent } },
    select: { id: true, kind: true, title: true },
  });
  throw unpublished(entries.map((entry) => ({ ...entry, kind: entry.kind as KindKey })));
}

function unpublished(records: EntryName[]): Refused {
  return new Refused({ ok: false, reason: "blocked", code: "unpublishedReferences", records });
}

/** Takes a record from the public site; its draft stays. Refused while published records refer to it. */
export async function unpublish(actor: Actor, target: Target): Promise<Outcome> {
  demand(actor, "publish");
  return withdraw(actor, target, { action: "unpublish", to: "draft" });
}

/** Unpublishes, leaving the entry as a draft or in the trash. */
export async function withdraw(
  actor: Actor,
  target: Target,
  { action, to }: { action: "unpublish" | "trash"; to: "draft" | "trashed" },
): Promise<Outcome> {
  const db = database();
  const entry = await db.entry.findUnique({
    where: { id: target.id, kind: target.kind },
    select: { dossierId: true },
  });
  if (!entry) return { ok: false, reason: "missing" };
  try {
    return await db.$transaction(async (tx): Promise<Outcome> => {
      const moved = await moveEntry(tx, actor, target, { action, from: ["published", "changed"], to });
      if (!moved) throw new Refused(await explainMiss(tx, target));
      await announce(tx, [await removeRecord(tx, { ...target, dossierId: entry.dossierId })]);
      return {
        ok: true,
        id: target.id,
        version: target.version + 1,
        state: to,
        publicPath: null,
        warnings: [],
      };
    });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    if (brokenConstraint(error) === "foreign")
      return blockedByReferrers(await publishedReferrers(db, target));
    throw error;
  }
}
