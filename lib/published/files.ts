/** What readers may know of files. */
import "server-only";
import { database } from "@/lib/database/client";
import { fileTableOf, kindsWithFiles } from "@/lib/database/file-tables";
import { Prisma } from "@/lib/database/generated/client";
import type { FileFacts } from "@/lib/domain/files";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";

/** What is known of these files, by their ids. It never changes, so that no tag is noted. */
export async function factsOfFiles(ids: readonly string[]): Promise<ReadonlyMap<string, FileFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await database().file.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, size: true, small: { select: { id: true, width: true, height: true } } },
  });
  return new Map(
    rows.map(({ id, size, small }) => [
      id,
      { size, small: small && { id: small.id, width: small.width ?? 0, height: small.height ?? 0 } },
    ]),
  );
}

/** That a record of a kind shows the file `w."id"` to readers: one of a dossier that is published, or a source that one cites. */
function showsFile(kind: KindKey): Prisma.Sql {
  const { table, owner } = fileTableOf(kind);
  const shown = kindOf(kind).inDossier
    ? Prisma.sql`"Record" r JOIN "Dossier" d ON d."id" = r."dossierId" WHERE r."id" = f.${owner}`
    : Prisma.sql`"Citation" c JOIN "Dossier" d ON d."id" = c."dossierId" WHERE c."sourceId" = f.${owner}`;
  return Prisma.sql`EXISTS (SELECT FROM ${table} f WHERE f."file" = w."id" AND EXISTS (SELECT FROM ${shown}))`;
}

const anyShows = Prisma.join(kindsWithFiles.map(showsFile), " OR ");

/**
 * The size of a file in bytes while a published record shows it, itself or as the small form of a picture; null
 * otherwise. One statement, by indexes.
 */
export async function sizeOfShownFile(id: string): Promise<number | null> {
  const rows = await database().$queryRaw<{ size: number }[]>`
    WITH wanted AS (SELECT ${id}::text AS "id" UNION ALL SELECT "id" FROM "File" WHERE "smallId" = ${id})
    SELECT one."size" FROM "File" one WHERE one."id" = ${id} AND EXISTS (SELECT FROM wanted w WHERE ${anyShows})`;
  return rows[0]?.size ?? null;
}
