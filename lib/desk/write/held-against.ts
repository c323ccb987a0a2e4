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

/** What stands against a working copy. */
export interface HeldAgainst {
  /** A problem for each reference to the record itself or to what is not there: no such record, another kind, in the trash, of another dossier. */
  broken: Problem[];
  /** One where another record is the same by the kind's unique rule. */
  duplicates: Problem[];
}

interface Found {
  /** The place of the copy that is the same, null for what one refers to. */
  place: number | null;
  id: string;
  kind: string;
  dossierId: string | null;
  title: string;
}

/**
 * What stands against each of these working copies, in their order and by one statement; others that are the same are looked
 * for among the drafts or among what is published.
 */
export async function heldAgainst(
  db: Transaction,
  copies: readonly HeldCopy[],
  among: "Entry" | "Record",
): Promise<HeldAgainst[]> {
  const ids = copies.flatMap(({ links }) => links.map(({ to }) => to));
  const unique = copies.flatMap((copy, place) => (isUnique(copy) ? [sameAs(copy, place, among)] : []));
  if (ids.length === 0 && unique.length === 0) return copies.map(() => ({ broken: [], duplicates: [] }));
  const referred = Prisma.sql`
    SELECT NULL::int AS "place", "id", "kind", "dossierId", "title" FROM "Entry" WHERE "liveId" = ANY(${ids}::uuid[])`;
  const found = await db.$queryRaw<Found[]>`${Prisma.join([referred, ...unique], " UNION ALL ")}`;
  const targets = new Map(found.filter(({ place }) => place === null).map((entry) => [entry.id, entry]));
  return copies.map((copy, place) => ({
    broken: brokenLinks(copy, targets),
    duplicates: duplicates(
      copy,
      found.find((one) => one.place === place),
    ),
  }));
}

const uniquePathOf = ({ kind }: Pick<HeldCopy, "kind">) => kindOf(kind).uniqueBy?.[0];

const isUnique = (copy: HeldCopy) => copy.uniqueKey !== null && uniquePathOf(copy) !== undefined;

/** Another record that is the same, as a query of its own. */
function sameAs(
  { id, kind, dossierId, uniqueKey }: HeldCopy,
  place: number,
  among: "Entry" | "Record",
): Prisma.Sql {
  const inDossier = dossierId === null ? Prisma.sql`IS NULL` : Prisma.sql`= ${dossierId}::uuid`;
  const same =
    among === "Entry" ? Prisma.sql`"Entry" WHERE "trashedAt" IS NULL` : Prisma.sql`"Record" WHERE true`;
  return Prisma.sql`(
    SELECT ${place}::int, "id", "kind", "dossierId", "title" FROM ${same}
    AND "kind" = ${kind} AND "dossierId" ${inDossier} AND "uniqueKey" = ${uniqueKey}
    AND "id" IS DISTINCT FROM ${id}::uuid LIMIT 1)`;
}

function brokenLinks(
  { id, dossierId, links }: HeldCopy,
  targets: ReadonlyMap<string, Pick<Found, "kind" | "dossierId">>,
): Problem[] {
  const broken = links
    .filter(({ to, toKind }) => {
      const target = targets.get(to);
      return target?.kind !== toKind || (kindOf(toKind).inDossier && target.dossierId !== dossierId);
    })
    .map(({ path }) => ({ path, code: "reference.unknown" }));
  const toItself = links
    .filter(({ to }) => to === id)
    .map(({ path }) => ({ path, code: "reference.itself" }));
  return [...broken, ...toItself];
}

function duplicates(copy: HeldCopy, other: Pick<Found, "title"> | undefined): Problem[] {
  const path = uniquePathOf(copy);
  return other && path !== undefined ? [{ path, code: "unique.taken", params: { title: other.title } }] : [];
}

/**
 * What the desk only warns of where a record is opened: others, not in the trash, that are the same by the kind's unique rule,
 * and what a draft keeps although it refers to nothing that is there.
 */
export async function warnedAgainst(
  db: Transaction,
  kind: KindKey,
  entry: Pick<HeldCopy, "id" | "dossierId" | "uniqueKey">,
  links: readonly RecordLink[],
): Promise<Problem[]> {
  const [held] = await heldAgainst(db, [{ ...entry, kind, links }], "Entry");
  return held ? [...held.broken, ...held.duplicates] : [];
}
