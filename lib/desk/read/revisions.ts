/** A record's history: whole copies, made at each save and publication. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { mergeTyped, type Side } from "@/lib/domain/compare";
import { withIdsOf } from "@/lib/domain/compare-rows";
import type { Typed } from "@/lib/domain/fields/field";
import { onlyUnread, typedCopy } from "@/lib/domain/kept-copy";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { aboutWithin, entryWithin, within } from "../limits";
import type { Outcome, Target } from "../outcome";
import { saveAs } from "../write/save";
import type { RevisionAction } from "../write/write";

export interface OpenRevision {
  id: string;
  version: number;
  action: RevisionAction;
  byName: string;
  at: string;
  title: string;
  entryId: string;
  kind: KindKey;
  /** All that it holds, with what was typed that could not be read. */
  typed: Typed;
}

/** One revision with all that it holds, as a form shows it; null where there is none. */
export async function openRevision(actor: Actor, id: string): Promise<OpenRevision | null> {
  demand(actor, "read");
  const row = await database().revision.findUnique({
    where: { id, ...aboutWithin(actor) },
    include: { entry: { select: { kind: true } } },
  });
  if (!row) return null;
  const kind = row.entry.kind as KindKey;
  const { version, entryId, byName, title } = row;
  const typed = typedCopy(kindOf(kind), row.values, row.unreadable);
  return {
    id,
    version,
    entryId,
    byName,
    title,
    kind,
    typed,
    action: row.action as RevisionAction,
    at: row.at.toISOString(),
  };
}

/** The id of the revision that readers see; null while none is published. */
export async function publishedRevisionId(actor: Actor, entryId: string): Promise<string | null> {
  demand(actor, "read");
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT v."id" FROM "Record" r JOIN "Revision" v ON v."entryId" = r."id" AND v."version" = r."version"
    JOIN "Entry" e ON e."id" = r."id" WHERE r."id" = ${entryId}::uuid AND ${within(actor)}`;
  return rows[0]?.id ?? null;
}

/**
 * Makes an earlier revision the working copy again, as a new revision: all of it, or the places of it that are named by the
 * paths of their differences (a field, a row of one). Its rows without ids (kept before rows had ids) take those of the rows
 * that stand in their place now. What had been typed in it and could not be read stands there again as it was typed; what is so in
 * the working copy that gives way to it is kept with that as a version.
 */
export async function restoreRevision(
  actor: Actor,
  target: Target,
  revisionId: string,
  paths: readonly string[] | null = null,
): Promise<Outcome> {
  demand(actor, "write");
  const revision = await database().revision.findUnique({
    where: { id: revisionId, entryId: target.id, ...aboutWithin(actor) },
    select: { version: true, values: true, unreadable: true },
  });
  if (!revision) return { ok: false, reason: "missing" };
  const current = await database().entry.findUnique({
    where: { id: target.id, kind: target.kind, ...entryWithin(actor) },
    select: { draft: true, unreadable: true },
  });
  if (!current) return { ok: false, reason: "missing" };
  const kind = kindOf(target.kind);
  // What is typed and cannot be read yet stays where only parts are restored; all of it gives way to the whole.
  const standing = typedCopy(kind, current.draft, paths && current.unreadable);
  if (paths === null) {
    const whole = withIdsOf(typedCopy(kind, revision.values), standing);
    const unreadable = onlyUnread(kind, revision.unreadable);
    return saveAs(actor, target, whole, {
      action: "restore",
      from: { version: revision.version },
      unreadable,
    });
  }
  const then = withIdsOf(typedCopy(kind, revision.values, revision.unreadable), standing);
  const typed = mergeTyped(standing, then, theirsAt(paths));
  const how = { action: "restore", from: { version: revision.version, paths } } as const;
  return saveAs(actor, target, typed, how, "kept");
}

function theirsAt(paths: readonly string[]): Record<string, Side> {
  return Object.fromEntries(paths.map((path) => [path, "theirs"]));
}
