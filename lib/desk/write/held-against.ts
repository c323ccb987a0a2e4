/** What else stands that a working copy has to agree with: what it refers to, and the records like it. */
import "server-only";
import type { Transaction } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import type { Problem } from "@/lib/domain/record";
import type { RecordLink } from "@/lib/domain/references";

/** What a working copy is held against: the record it is of (`id` null for a new one) and what it says. */
interface HeldCopy {
  id: string | null;
  kind: KindKey;
  dossierId: string | null;
  links: readonly RecordLink[];
  uniqueKey: string | null;
}

/**
 * What stands against a working copy, in one statement: a problem for each reference to the record itself or to what is
 * not there (no such record, another kind, in the trash, of another dossier), and one where another record is the same by the kind's
 * unique rule, among the drafts or among what is published.
 */
export async function heldAgainst(
  db: Transaction,
  { id, kind, dossierId, links, uniqueKey }: HeldCopy,
  among: "Entry" | "Record",
): Promise<{ broken: Problem[]; duplicates: Problem[] }> {
  const uniquePath = kindOf(kind).uniqueBy?.[0];
  const isUnique = uniqueKey !== null && uniquePath !== undefined;
  if (links.length === 0 && !isUnique) return { broken: [], duplicates: [] };
  const inDossier = dossierId === null ? Prisma.sql`IS NULL` : Prisma.sql`= ${dossierId}::uuid`;
  const same =
    among === "Entry" ? Prisma.sql`"Entry" WHERE "trashedAt" IS NULL` : Prisma.sql`"Record" WHERE true`;
  const found = await db.$queryRaw<
    { isTarget: boolean; id: string; kind: string; dossierId: string | null; title: string }[]
  >`
    SELECT true AS "isTarget", "id", "kind", "dossierId", "title" FROM "Entry"
    WHERE "liveId" = ANY(${links.map(({ to }) => to)}::uuid[])
    UNION ALL (
      SELECT false, "id", "kind", "dossierId", "title" FROM ${same}
      AND "kind" = ${kind} AND "dossierId" ${inDossier} AND "uniqueKey" = ${isUnique ? uniqueKey : null}
      AND "id" IS DISTINCT FROM ${id}::uuid LIMIT 1)`;
  const targets = new Map(found.filter(({ isTarget }) => isTarget).map((entry) => [entry.id, entry]));
  const other = found.find(({ isTarget }) => !isTarget);
  const broken = links
    .filter(({ to, toKind }) => {
      const target = targets.get(to);
      return target?.kind !== toKind || (kindOf(toKind).inDossier && target.dossierId !== dossierId);
    })
    .map(({ path }) => ({ path, code: "reference.unknown" }));
  const toItself = links
    .filter(({ to }) => to === id)
    .map(({ path }) => ({ path, code: "reference.itself" }));
  const duplicates =
    other && uniquePath !== undefined
      ? [{ path: uniquePath, code: "unique.taken", params: { title: other.title } }]
      : [];
  return { broken: [...broken, ...toItself], duplicates };
}

/** What the desk only warns of: another record, not in the trash, that is the same by the kind's unique rule. */
export async function duplicatesOf(
  db: Transaction,
  kind: KindKey,
  entry: Pick<HeldCopy, "id" | "dossierId" | "uniqueKey">,
): Promise<Problem[]> {
  return (await heldAgainst(db, { ...entry, kind, links: [] }, "Entry")).duplicates;
}
