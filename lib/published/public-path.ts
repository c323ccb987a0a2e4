/** Where readers find a record right now. */
import "server-only";
import { recordPath } from "@/lib/routes";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { database, type Transaction } from "@/lib/database/client";

/**
 * The public path of a record, null while it or its dossier is not published. A source, which belongs to no
 * dossier, is found under the first dossier that cites it.
 */
export async function publicPathOf(id: string, db: Transaction = database()): Promise<string | null> {
  const [found] = await db.$queryRaw<{ kind: KindKey; slug: string; dossierSlug: string }[]>`
    SELECT r."kind", r."slug", d."slug" AS "dossierSlug" FROM "Record" r
    JOIN "Dossier" d ON d."id" = coalesce(
      r."dossierId",
      (SELECT cd."id" FROM "Citation" c
       JOIN "Record" cr ON cr."id" = c."recordId"
       JOIN "Dossier" cd ON cd."id" = coalesce(cr."dossierId", cr."id")
       WHERE c."sourceId" = r."id" ORDER BY cd."id" LIMIT 1),
      r."id")
    WHERE r."id" = ${id}::uuid`;
  return found ? recordPath(found.dossierSlug, found) : null;
}
