/** The numbers under which a dossier's pages cite their sources. */
import "server-only";
import { Prisma } from "@/lib/database/generated/client";
import type { Transaction } from "@/lib/database/client";
import type { RecordLink } from "@/lib/domain/references";

// The first half of an advisory lock's key; the second half says which dossier.
const lockSpace = 20_140_916;

/**
 * Gives each source that a publication cites a number in its dossier, unless it has one: the next one, in the order
 * in which the record cites them. A number is never given twice, also when nothing cites its source any more.
 */
export async function numberSources(
  tx: Transaction,
  dossierId: string,
  links: readonly RecordLink[],
): Promise<void> {
  const cited = [...new Set(links.filter(({ toKind }) => toKind === "source").map(({ to }) => to))];
  const lacking = Prisma.sql`
    FROM unnest(${cited}::uuid[]) WITH ORDINALITY AS one("sourceId", "place")
    WHERE NOT EXISTS (
      SELECT FROM "SourceNumber" n WHERE n."dossierId" = ${dossierId}::uuid AND n."sourceId" = one."sourceId")`;
  if (cited.length === 0 || (await tx.$queryRaw<unknown[]>`SELECT "sourceId" ${lacking}`).length === 0)
    return;
  // Publications of one dossier count one after the other, each from what the one before has committed.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lockSpace}::int, hashtext(${dossierId}))`;
  await tx.$executeRaw`
    INSERT INTO "SourceNumber" ("dossierId", "sourceId", "number")
    SELECT ${dossierId}::uuid, "sourceId", row_number() OVER (ORDER BY "place") + (
      SELECT coalesce(max("number"), 0) FROM "SourceNumber" WHERE "dossierId" = ${dossierId}::uuid)
    ${lacking}`;
}
