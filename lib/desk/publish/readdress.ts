/** Changing the address of a published record. */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import { type Actor, demand } from "@/lib/auth/actor";
import { database, type Transaction } from "@/lib/database/client";
import { publicPathOf } from "@/lib/published/public-path";
import type { Held } from "@/lib/domain/fields/field";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import type { EntryState } from "@/lib/domain/lifecycle";
import { maxSlug, slugPattern } from "@/lib/domain/slug";
import { standingOf, touchedBy } from "@/lib/domain/touched-tags";
import { entryWithin, stillWithin } from "../limits";
import type { Outcome, Refusal, Target } from "../outcome";
import { canBeginSql, nextStateSql } from "../write/move-sql";
import { settled } from "../write/overtaken";
import { orRefusal, Refused } from "../write/refused";
import { explainMiss } from "../write/stale";
import { folded, isOfAnother, typedBefore } from "../write/write";
import { announce } from "./announce";
import { publishedRows } from "./record-writer";
import { isSlugTaken } from "./slugs";

/**
 * Whether the last part of a record's address can be chosen. A dossier's is a value of its own; that of records which
 * may stand only once says what they are of.
 */
export function hasSlugToChoose(kind: KindKey): boolean {
  const { ownPage, inDossier, uniqueBy } = kindOf(kind);
  // What belongs to no dossier has a page of the site's own.
  return kind !== "dossier" && (ownPage || !inDossier) && !uniqueBy;
}

const invalid = (code: string): Refusal => ({
  ok: false,
  reason: "invalid",
  problems: [{ path: "slug", code }],
});

/**
 * Gives a published record another slug; its former addresses lead to the new one. What readers see of the record, and
 * what waits in its draft, stay as they are. Does nothing where it has this slug.
 */
export async function readdress(actor: Actor, target: Target, wanted: string): Promise<Outcome> {
  demand(actor, "publish");
  const slug = wanted.trim();
  if (!hasSlugToChoose(target.kind) || slug.length > maxSlug || !slugPattern.test(slug))
    return invalid("slug.letters");
  return settled(() => orRefusal(database().$transaction((tx) => change(tx, actor, target, slug))));
}

async function change(db: Transaction, actor: Actor, target: Target, slug: string): Promise<Outcome> {
  const { id, kind } = target;
  const [before] = await db.$queryRaw<{ slug: string; values: Held }[]>`${publishedRows([id])}`;
  const entry = await db.entry.findUnique({ where: { id, kind, ...entryWithin(actor) } });
  if (!before || !entry || entry.version !== target.version) return explainMiss(db, target, actor);
  const { dossierId } = entry;
  if (slug === before.slug) {
    const { version, state } = entry;
    return {
      ok: true,
      id,
      version,
      state: state as EntryState,
      publicPath: await publicPathOf(id, db),
      warnings: [],
    };
  }
  if (await isSlugTaken(db, { id, kind, dossierId }, slug)) return invalid("unique.slug");
  const moved = await moveTo(db, actor, target, { from: before.slug, to: slug });
  if (!moved) throw new Refused(await explainMiss(db, target, actor));
  await db.record.update({ where: { id }, data: { slug } });
  await db.formerSlug.deleteMany({ where: { recordId: id, slug } });
  await db.formerSlug.createMany({
    data: [{ recordId: id, kind, dossierId, slug: before.slug }],
    skipDuplicates: true,
  });
  const touched = touchedBy(
    { id, kind, dossierId },
    standingOf(kind, before.slug, before.values),
    standingOf(kind, slug, before.values),
  );
  const publicPath = await publicPathOf(id, db);
  await announce(db, [{ recordId: id, kind, dossierId, action: "publish", slug, touched }]);
  return { ok: true, id, ...moved, publicPath, warnings: [] };
}

/** The entry's part, in one statement: compares the version, and says in the audit trail from where to where. */
async function moveTo(
  db: Transaction,
  actor: Actor,
  { id, kind, version }: Target,
  slugs: { from: string; to: string },
): Promise<{ version: number; state: EntryState } | null> {
  const rows = await db.$queryRaw<{ version: number; state: EntryState }[]>`
    WITH ${typedBefore([id], isOfAnother(actor))}, written AS (
      UPDATE "Entry" SET "slug" = ${slugs.to}, "state" = ${nextStateSql("readdress")}, "version" = "version" + 1, "tabId" = NULL, "autosavedAt" = CASE WHEN ${isOfAnother(actor)} THEN NULL ELSE "autosavedAt" END,
        "updatedAt" = now(), "updatedById" = ${actor.id}::uuid, "updatedByName" = ${actor.name}
      WHERE "id" = ${id}::uuid AND "kind" = ${kind} AND "version" = ${version} AND ${canBeginSql("readdress")} AND ${stillWithin(actor, '"Entry"')}
      RETURNING "id", "version", "kind", "state"
    ), audited AS (
      INSERT INTO "AuditEvent" ("id", "at", "byId", "byName", "action", "subject", "entryId", "version", "detail")
      SELECT ${uuidv7()}::uuid, now(), ${actor.id}::uuid, ${actor.name}, 'readdress', "kind", "id", "version",
        ${JSON.stringify(slugs)}::jsonb
      FROM written
    )${folded}
    SELECT "version", "state" FROM written`;
  return rows[0] ?? null;
}
