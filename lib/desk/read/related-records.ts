/** What a record and those to which it relates, either way, leave in doubt between them. */
import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { Prisma } from "@/lib/database/generated/client";
import type { Held } from "@/lib/domain/fields/field";
import { kindOf } from "@/lib/domain/kinds/registry";
import { todaysDay } from "@/lib/domain/today";
import { type Compared, otherRecords } from "./other-records";
import type { DoubtAmongOthers } from "./doubts-among-others";

/** More relations than that no record has that is looked at while it is typed. */
const mostRelated = 50;

/** A record to which another relates, or that relates to it, with its working copy. */
export interface RelatedRecord {
  id: string;
  title: string;
  draft: Held | null;
}

/** The related records as a part of a statement, with no more columns than `select` and those; null for a record that can have none. */
export function relatedSql(actor: Actor, record: Compared, select: Prisma.Sql): Prisma.Sql | null {
  const { relating } = kindOf(record.kind);
  if (!relating) return null;
  const ids = idsIn(record.values[relating.rows], relating.reference);
  if (ids.length === 0 && record.id === null) return null;
  const field = `${relating.rows}.${relating.reference}`;
  return Prisma.sql`
    SELECT ${select}, e."id", e."title", '{}'::jsonb AS "values", e."draft"
    ${otherRecords(actor, record)} AND e."id" = ANY(ARRAY(
      SELECT unnest(${ids}::uuid[])
      UNION (SELECT l."fromId" FROM "EntryLink" l WHERE l."toId" = ${record.id}::uuid AND l."field" = ${field} LIMIT ${mostRelated})))
    ORDER BY e."id" LIMIT ${2 * mostRelated}`;
}

/** What is in doubt between a record and these. */
export function doubtsOfRelated(
  { id: own, kind, values }: Compared,
  related: readonly RelatedRecord[],
): DoubtAmongOthers[] {
  const { relating, completed, onDay } = kindOf(kind);
  if (!relating) return [];
  const today = todaysDay();
  const asToday = (held: Held) => onDay(completed(held), today);
  const stated = asToday(values);
  return related.flatMap(({ id, title, draft }) =>
    relating.asked(stated, asToday(draft ?? {}), { own, other: id }).map(({ on, says, about }) => ({
      path: on,
      code: says,
      params: { title },
      about: [id, about],
      other: { id, kind, title },
    })),
  );
}

function idsIn(rows: unknown, reference: string): string[] {
  const all = (Array.isArray(rows) ? rows : []) as Held[];
  const ids = all.map((row) => row[reference]).filter((id) => typeof id === "string");
  return [...new Set(ids)].slice(0, mostRelated);
}
