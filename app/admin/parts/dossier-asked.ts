import type { Actor } from "@/lib/auth/actor";
import { dossierById, dossierChoices } from "@/lib/desk/read/choices";
import type { DossierName } from "@/lib/desk/read/open";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";

/**
 * The dossier of new records; where none is named and there are several, what there is to choose from (null: too many to
 * be offered all).
 */
export async function dossierAsked(
  actor: Actor,
  kind: KindKey,
  wanted: string | null,
): Promise<{ dossier: DossierName | null; among: DossierName[] | null }> {
  if (!kindOf(kind).inDossier) return { dossier: null, among: [] };
  const named = wanted === null ? null : await dossierById(actor, wanted);
  if (named) return { dossier: named, among: [] };
  const among = await dossierChoices(actor);
  return { dossier: among?.length === 1 ? (among[0] ?? null) : null, among };
}
