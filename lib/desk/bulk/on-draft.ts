/** Working on the draft of one record of a change set. */
import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import type { Typed } from "@/lib/domain/fields/field";
import { typedCopy } from "@/lib/domain/kept-copy";
import { kindOf } from "@/lib/domain/kinds/registry";
import type { Outcome, Target } from "../outcome";
import { currentEntry } from "../write/context";
import { explainMiss } from "../write/stale";
import type { Remembered } from "./change-set";

/** What became of a record; `remembered` is what taking it back needs besides. */
export type Applied = { outcome: Outcome; remembered: Remembered } | "noSuchField";

/** Works on what stands, where that still is the version that was seen. */
export async function onDraft(
  actor: Actor,
  target: Target,
  work: (typed: Typed) => Promise<Outcome>,
): Promise<Outcome> {
  const current = await currentEntry(database(), actor, target);
  if (!current) return { ok: false, reason: "missing" };
  if (current.version !== target.version) return explainMiss(database(), target, actor);
  return work(typedCopy(kindOf(target.kind), current.draft, current.unreadable));
}
