/** Records that are made as drafts while another record's form is open. */
import "server-only";
import type { MakeAnswer } from "@/components/desk/form/answer";
import type { Actor } from "@/lib/auth/actor";
import { entryChoices } from "@/lib/desk/read/choices";
import { createDraft } from "@/lib/desk/write/save";
import type { Typed } from "@/lib/domain/fields/field";
import type { SharedKindKey } from "@/lib/domain/kinds/registry";
import { shownChoices, shownProblems } from "./answers";

/** Makes a draft that all dossiers share, and shows it as pickers do. */
export async function madeOnTheSpot(actor: Actor, kind: SharedKindKey, typed: Typed): Promise<MakeAnswer> {
  const outcome = await createDraft(actor, { kind, dossierId: null }, typed);
  if (!outcome.ok) {
    const problems = outcome.reason === "invalid" ? outcome.problems : [];
    return { ok: false, reason: "invalid", problems: await shownProblems(problems) };
  }
  const [choice] = await shownChoices(await entryChoices(actor, kind, { ids: [outcome.id] }));
  if (!choice) throw new Error(`${kind} ${outcome.id} is not there`);
  return { ok: true, choice };
}
