/** What a form hears of its autosaves. */
import "server-only";
import type { AutosaveAnswer } from "@/components/desk/form/answer";
import type { Actor } from "@/lib/auth/actor";
import { autosave } from "@/lib/desk/write/autosave";
import { discard } from "@/lib/desk/write/discard";
import { tampered } from "@/lib/auth/read-form";
import type { DeskForm } from "../actions/desk-form";
import { shownRefusal } from "./answers";

/**
 * Keeps what a form holds, or takes the record back where it holds no more than a new one began with.
 * @throws {TamperedRequest} for a form that does not say which record it is about, or from which tab it comes.
 */
export async function keptAnswer(actor: Actor, asked: DeskForm): Promise<AutosaveAnswer> {
  const { kind, id, version, dossierId, typed, tab } = asked;
  if (id === null || !tab) throw tampered("an autosave of no record, or from no tab");
  const target = { kind, id, version, tab };
  if (asked.isAsBegun && (await discard(actor, target))) return { ok: true, isGone: true };
  const outcome = await autosave(actor, target, dossierId, typed);
  if (outcome.ok) {
    const { state, publicPath } = outcome;
    return { ok: true, id, version: outcome.version, state, publicPath };
  }
  return shownRefusal(actor, kind, outcome, { typed, sentVersion: version });
}
