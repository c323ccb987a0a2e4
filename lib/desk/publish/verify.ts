/** Marking a published record as checked against its sources. */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import { type Actor, demand } from "@/lib/auth/actor";
import { database, type Transaction } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { isShared, type DossierKindKey } from "@/lib/domain/kinds/registry";
import { moves, type EntryState } from "@/lib/domain/lifecycle";
import { publicPathOf } from "@/lib/published/public-path";
import { stillWithin } from "../limits";
import type { Outcome, Target } from "../outcome";
import { canBeginSql } from "../write/move-sql";
import { settled } from "../write/overtaken";
import { orRefusal, Refused } from "../write/refused";
import { explainMiss } from "../write/stale";
import { announceTags } from "./announce";

/**
 * Says that a published record, as the actor saw it, was compared with its sources today and still holds. It makes no
 * version and no new date of change, and does nothing where this was said today (of UTC) already. Refused while a change of
 * the record waits: what its form shows is not what readers see.
 */
export async function verify(actor: Actor, target: Target): Promise<Outcome> {
  demand(actor, moves.verify.needs);
  return settled(() => orRefusal(database().$transaction((tx) => mark(tx, actor, target))));
}

async function mark(tx: Transaction, actor: Actor, target: Target): Promise<Outcome> {
  const { id, kind } = target;
  const marked = (await markNow(tx, actor, target)) ?? (await markedToday(tx, actor, target));
  if (!marked) throw new Refused(await explainMiss(tx, target, actor));
  const { version, state, dossierId, slug, citedIn } = marked;
  const publicPath = await publicPathOf(id, tx);
  const tags = [cacheTag.verified(id)];
  if (kind === "source") tags.push(...citedIn.map((one) => cacheTag.verifications(one, "source")));
  else if (kind === "person") tags.push(cacheTag.everyPerson());
  else if (!isShared(kind) && kind !== "dossier" && dossierId)
    tags.push(cacheTag.verifications(dossierId, kind satisfies DossierKindKey));
  if (!marked.isUnchanged) await announceTags(tx, { recordId: id, kind, dossierId, slug }, tags);
  const done = { ok: true as const, id, version, state, publicPath, warnings: [] };
  return marked.isUnchanged ? { ...done, isUnchanged: true } : done;
}

interface Marked {
  version: number;
  state: EntryState;
  dossierId: string | null;
  slug: string;
  /** Of a source: the dossiers that have given it a number. */
  citedIn: string[];
  isUnchanged?: true;
}

/** Null where the version is not the current one, the record is in another state, or was marked today. */
async function markNow(tx: Transaction, actor: Actor, { id, kind, version }: Target): Promise<Marked | null> {
  // The version stays: what it counts are states and copies, and a form that is open elsewhere is not out of date.
  const rows = await tx.$queryRaw<Marked[]>`
    WITH written AS (
      UPDATE "Entry" SET "lastVerifiedAt" = now()
      WHERE "id" = ${id}::uuid AND "kind" = ${kind} AND "version" = ${version} AND ${canBeginSql("verify")} AND ${stillWithin(actor, '"Entry"')}
        AND ("lastVerifiedAt" IS NULL OR "lastVerifiedAt" < date_trunc('day', now(), 'UTC'))
      RETURNING "id", "version", "kind", "state", "dossierId", "slug"
    ), shown AS (
      UPDATE "Record" r SET "lastVerifiedAt" = now() FROM written WHERE r."id" = written."id"
    ), audited AS (
      INSERT INTO "AuditEvent" ("id", "at", "byId", "byName", "action", "subject", "entryId", "version", "detail")
      SELECT ${uuidv7()}::uuid, now(), ${actor.id}::uuid, ${actor.name}, 'verify', "kind", "id", "version", '{}'
      FROM written
    )
    SELECT "version", "state", "dossierId", "slug",
      ARRAY(SELECT n."dossierId"::text FROM "SourceNumber" n WHERE n."sourceId" = written."id") AS "citedIn"
    FROM written`;
  return rows[0] ?? null;
}

/** The record where all but the day would have let it be marked. */
async function markedToday(
  tx: Transaction,
  actor: Actor,
  { id, kind, version }: Target,
): Promise<Marked | null> {
  const rows = await tx.$queryRaw<Marked[]>`
    SELECT "version", "state", "dossierId", "slug", '{}'::text[] AS "citedIn", true AS "isUnchanged" FROM "Entry"
    WHERE "id" = ${id}::uuid AND "kind" = ${kind} AND "version" = ${version} AND ${canBeginSql("verify")} AND ${stillWithin(actor, '"Entry"')}
      AND "lastVerifiedAt" >= date_trunc('day', now(), 'UTC')`;
  return rows[0] ?? null;
}
