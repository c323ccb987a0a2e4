/** Where readers find a record right now. */
import "server-only";
import { recordPath } from "@/lib/domain/record-address";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { database, type Transaction } from "@/lib/database/client";

/**
 * The public path of a record, null while it or its dossier is not published. A source, which belongs to no
 * dossier, is found under the first dossier that cites it.
 */
export async function publicPathOf(id: string, db: Transaction = database()): Promise<string | null> {
  const record = await db.record.findUnique({
    where: { id },
    select: { kind: true, slug: true, dossierId: true },
  });
  if (!record) return null;
  const kind = record.kind as KindKey;
  if (kind === "dossier") return recordPath(record.slug, { kind, slug: record.slug });
  const dossierId = kind === "source" ? await citingDossier(db, id) : record.dossierId;
  const dossier = dossierId
    ? await db.dossier.findUnique({ where: { id: dossierId }, select: { slug: true } })
    : null;
  return dossier ? recordPath(dossier.slug, { kind, slug: record.slug }) : null;
}

async function citingDossier(db: Transaction, sourceId: string): Promise<string | null> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT d."id" FROM "Citation" c
    JOIN "Record" r ON r."id" = c."recordId"
    JOIN "Dossier" d ON d."id" = coalesce(r."dossierId", r."id")
    WHERE c."sourceId" = ${sourceId}::uuid ORDER BY d."id" LIMIT 1`;
  return rows[0]?.id ?? null;
}
