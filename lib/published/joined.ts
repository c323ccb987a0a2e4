/** The records, in whichever dossiers, that are part of one thing by its name: the visits of one trip, of one summit. */
import "server-only";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { joinOf } from "@/lib/domain/joins";
import { LIST_PAGE } from "@/lib/domain/list-periods";
import { noteTags } from "./note-tags";

/** The fields of visits that join them. */
export type VisitJoin = "trip" | "forum";

/** A record as those that are part of the same show it. */
export interface JoinedRecord {
  id: string;
  kind: "visit";
  slug: string;
  title: string;
  dossierId: string;
  dossierSlug: string;
  dossierTitle: string;
}

const columns: Record<VisitJoin, Prisma.Sql> = { trip: Prisma.sql`v."trip"`, forum: Prisma.sql`v."forum"` };

/**
 * The other published visits whose trip or forum is called so, however it is written, the earliest first: at most
 * `LIST_PAGE`. Those of dossiers that are not published are left out.
 */
export async function joinedVisits(by: VisitJoin, name: string, except: string): Promise<JoinedRecord[]> {
  noteTags(cacheTag.joined(joinOf("visit", by, name)));
  const rows = await database().$queryRaw<
    (Omit<JoinedRecord, "dossierSlug"> & { dossierSlug: string | null })[]
  >`
    SELECT r."id", r."kind", r."slug", r."title", r."dossierId", d."slug" AS "dossierSlug", dr."title" AS "dossierTitle"
    FROM "Visit" v JOIN "Record" r USING ("id")
      LEFT JOIN "Dossier" d ON d."id" = r."dossierId" LEFT JOIN "Record" dr ON dr."id" = d."id"
    WHERE ${columns[by]} IS NOT NULL AND entente_words(${columns[by]}) = entente_words(${name})
      AND r."id" <> ${except}::uuid
    ORDER BY r."sortDate" NULLS LAST, r."id" LIMIT ${LIST_PAGE}`;
  // A dossier that is published or taken down is named anew.
  noteTags(...rows.map(({ dossierId }) => cacheTag.name(dossierId)));
  return rows.flatMap(({ dossierSlug, ...row }) => (dossierSlug === null ? [] : [{ ...row, dossierSlug }]));
}
