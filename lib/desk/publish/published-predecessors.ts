/** A record about a predecessor can be shown once the dossier that readers see names it. */
import "server-only";
import type { Transaction } from "@/lib/database/client";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { partiesNamed } from "@/lib/domain/parties-named";
import { sidesIn } from "@/lib/domain/sides";
import type { Refusal } from "../outcome";
import type { CurrentDossier } from "../write/context";

/** The answer that names the dossier, where a record is about a predecessor that only its working copy names; else null. */
export async function unpublishedPredecessor(
  db: Transaction,
  dossier: CurrentDossier | null,
  kind: KindKey,
  values: Record<string, unknown>,
): Promise<Refusal | null> {
  const predecessors = (dossier && sidesIn(dossier.draft))?.predecessors ?? [];
  if (!dossier || predecessors.length === 0) return null;
  const parties = partiesNamed(kindOf(kind), values);
  const named = predecessors.filter(({ country }) => parties.includes(country));
  if (named.length === 0) return null;
  // Of a dossier that is not published at all the caller knows.
  const [published] = await db.$queryRaw<{ lacks: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM jsonb_to_recordset(${JSON.stringify(named)}::jsonb) AS one("side" text, "country" text)
      WHERE NOT EXISTS (SELECT FROM "DossierPredecessor" p
        WHERE p."dossierId" = d."id" AND p."side" = one."side" AND p."country" = one."country")
    ) AS "lacks" FROM "Dossier" d WHERE d."id" = ${dossier.id}::uuid`;
  if (!published?.lacks) return null;
  const records = [{ id: dossier.id, kind: "dossier" as const, title: dossier.title }];
  return { ok: false, reason: "blocked", code: "predecessorUnpublished", records };
}
