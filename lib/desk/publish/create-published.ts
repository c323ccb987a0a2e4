/** Publishing a record that is not saved yet. */
import "server-only";
import { NIL } from "uuid";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import type { Typed } from "@/lib/domain/fields/field";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { Outcome, Written } from "../outcome";
import { publish, takenBy } from "./publish";
import { orRefusal } from "../write/refused";
import { createDraft, workingCopy } from "../write/save";

/**
 * Makes a record and publishes it. What is not fit to be published is not made at all; where only other records
 * stand in the way, the draft is there (`draft`) and the outcome says what to do first.
 */
export async function createAndPublish(
  actor: Actor,
  { kind, dossierId }: { kind: KindKey; dossierId: string | null },
  typed: Typed,
): Promise<{ outcome: Outcome; draft?: Written }> {
  demand(actor, "publish");
  const read = await orRefusal(workingCopy(kind, dossierId, typed, "publish"));
  if ("ok" in read) return { outcome: read };
  const { copy, problems } = read;
  problems.push(...(await takenBy(database(), { kind, id: NIL }, dossierId, copy)));
  if (problems.length > 0) return { outcome: { ok: false, reason: "invalid", problems } };
  const draft = await createDraft(actor, { kind, dossierId }, typed);
  if (!draft.ok) return { outcome: draft };
  const outcome = await publish(actor, { kind, id: draft.id, version: draft.version }, typed);
  return outcome.ok ? { outcome } : { outcome, draft };
}
