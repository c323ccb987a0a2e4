/** Loads the first dossier into an empty database, through the desk like every other write. */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import { type Actor, operator } from "@/lib/auth/actor";
import { locks, ownerAddress, underLock } from "@/lib/database/advisory-lock";
import { database } from "@/lib/database/client";
import type { Typed } from "@/lib/domain/fields/field";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { publish } from "@/lib/desk/publish/publish";
import { createDraft } from "@/lib/desk/write/save";
import { project } from "@/lib/domain/projection";
import { parseRecord } from "@/lib/domain/record";
import type { Outcome, Written } from "@/lib/desk/outcome";
import { dossier, records, source, type SeedRecord } from "./kazakhstan-mexico";

const begun = "seed-begun";
const done = "seed-done";

/**
 * Loads the dossier unless the database holds records already, and goes on where an earlier load was cut off.
 * Of two that start at once one waits for the other. Returns how many records it made.
 */
export function seed(): Promise<{ made: number }> {
  return underLock(ownerAddress(), locks.seeding, load);
}

async function load(): Promise<{ made: number }> {
  const db = database();
  const events = await db.auditEvent.findMany({
    where: { action: { in: [begun, done] } },
    select: { action: true },
  });
  const has = (action: string) => events.some((event) => event.action === action);
  if (has(done) || (!has(begun) && (await db.entry.findFirst({ select: { id: true } })))) return { made: 0 };

  const actor = operator();
  const record = (action: string) =>
    db.auditEvent.create({ data: { id: uuidv7(), byName: actor.name, action, subject: "database" } });
  if (!has(begun)) await record(begun);

  let made = 0;
  const put = async (kind: KindKey, dossierId: string | null, typed: Typed) => {
    const outcome = await ensurePublished(actor, kind, dossierId, typed);
    if (outcome.isNew) made += 1;
    return outcome.id;
  };
  const sourceId = await put("source", null, source);
  const dossierId = await put("dossier", null, cited(dossier, sourceId));
  const ids = new Map<SeedRecord, string>();
  for (const one of records) ids.set(one, await put(one.kind, dossierId, cited(one, sourceId, ids)));
  await record(done);
  return { made };
}

function cited(
  { typed, place }: SeedRecord,
  sourceId: string,
  ids: ReadonlyMap<SeedRecord, string> = new Map(),
): Typed {
  const idOf = (record: SeedRecord) => {
    const id = ids.get(record);
    if (!id)
      throw new Error("The first dossier could not be loaded: a record is referred to before it is made");
    return id;
  };
  return { ...(typeof typed === "function" ? typed(idOf) : typed), citations: [{ source: sourceId, place }] };
}

/** Makes and publishes a record, or finishes what an earlier load began of it. */
async function ensurePublished(
  actor: Actor,
  kind: KindKey,
  dossierId: string | null,
  typed: Typed,
): Promise<{ id: string; isNew: boolean }> {
  const { values } = parseRecord(kindOf(kind), typed, { parties: null }, "draft");
  const { title } = project(kindOf(kind), values);
  const there = await database().entry.findFirst({ where: { kind, dossierId, title } });
  if (there?.state === "published") return { id: there.id, isNew: false };
  const { id, version } = there ?? written(await createDraft(actor, { kind, dossierId }, typed));
  written(await publish(actor, { kind, id, version }, typed, { confirmed: "all" }));
  return { id, isNew: true };
}

function written(outcome: Outcome): Written {
  if (!outcome.ok) throw new Error(`The first dossier could not be loaded: ${JSON.stringify(outcome)}`);
  return outcome;
}
