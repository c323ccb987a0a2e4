/** What a write needs to know of what stands before it begins: the record, its dossier, and what it refers to. */
import "server-only";
import type { Transaction } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { ParseContext } from "@/lib/domain/fields/field";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { type Problem, TamperedRequest } from "@/lib/domain/record";
import type { RecordLink } from "@/lib/domain/references";
import type { EntryState, Target } from "../outcome";
import { inTrashedDossier, Refused } from "./refused";

/** A dossier as those who write in it need to know it. */
export interface CurrentDossier {
  id: string;
  title: string;
  state: EntryState;
  draft: unknown;
}

/** A record as it stands. */
export interface CurrentEntry {
  dossierId: string | null;
  dossier: CurrentDossier | null;
  state: EntryState;
  version: number;
  title: string;
  slug: string | null;
  draft: Record<string, unknown>;
  /** Records belong to it that are not in the trash: only a dossier has any. */
  hasRecords: boolean;
}

/** A record and its dossier, in one statement; null where there is no such record of this kind. */
export async function currentEntry(
  db: Transaction,
  { id, kind }: Pick<Target, "id" | "kind">,
): Promise<CurrentEntry | null> {
  const rows = await db.$queryRaw<CurrentEntry[]>`
    SELECT e."dossierId", e."state", e."version", e."title", e."slug", e."draft",
      EXISTS (SELECT FROM "Entry" r WHERE r."liveDossierId" = ${id}::uuid) AS "hasRecords",
      CASE WHEN d."id" IS NOT NULL THEN
        jsonb_build_object('id', d."id", 'title', d."title", 'state', d."state", 'draft', d."draft") END AS "dossier"
    FROM "Entry" e LEFT JOIN "Entry" d ON d."id" = e."dossierId"
    WHERE e."id" = ${id}::uuid AND e."kind" = ${kind}`;
  return rows[0] ?? null;
}

/**
 * The dossier that a new record of a kind shall belong to; null for a kind that belongs to none.
 * @throws {TamperedRequest} for a kind that belongs to a dossier without one, or with what is no dossier.
 */
export async function dossierFor(
  db: Transaction,
  kind: KindKey,
  dossierId: string | null,
): Promise<CurrentDossier | null> {
  if (!kindOf(kind).inDossier) {
    if (dossierId !== null) throw new TamperedRequest(`${kind} belongs to no dossier`);
    return null;
  }
  if (dossierId === null) throw new TamperedRequest(`${kind} belongs to a dossier`);
  const dossier = await db.entry.findUnique({
    where: { id: dossierId, kind: "dossier" },
    select: { id: true, draft: true, state: true, title: true },
  });
  if (!dossier) throw new TamperedRequest(`No dossier ${dossierId}`);
  return { ...dossier, state: dossier.state as EntryState };
}

/** The countries of a dossier's working copy, null while it does not name both. */
export function partiesOf(draft: unknown): [string, string] | null {
  const { countryA, countryB } = (draft ?? {}) as { countryA?: string; countryB?: string };
  return countryA && countryB ? [countryA, countryB] : null;
}

/**
 * The context in which records are parsed in a dossier.
 * @throws {Refused} where the dossier was put into the trash meanwhile.
 */
export function contextIn(dossier: CurrentDossier | null): ParseContext {
  if (dossier?.state === "trashed") throw new Refused(inTrashedDossier(dossier));
  return { parties: dossier && partiesOf(dossier.draft) };
}

/** What a working copy is held against: the record it is of (`id` null for a new one) and what it says. */
export interface Compared {
  id: string | null;
  kind: KindKey;
  dossierId: string | null;
  links: readonly RecordLink[];
  uniqueKey: string | null;
}

/**
 * What stands against a working copy, in one statement: a problem for each reference to what is not there (no such
 * record, another kind, in the trash, of another dossier), and one where another record is the same by the kind's
 * unique rule, among the drafts or among what is published.
 */
export async function heldAgainst(
  db: Transaction,
  { id, kind, dossierId, links, uniqueKey }: Compared,
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
  const duplicates =
    other && uniquePath !== undefined
      ? [{ path: uniquePath, code: "unique.taken", params: { title: other.title } }]
      : [];
  return { broken, duplicates };
}

/** What the desk only warns of: another record, not in the trash, that is the same by the kind's unique rule. */
export async function duplicatesOf(
  db: Transaction,
  kind: KindKey,
  entry: Pick<Compared, "id" | "dossierId" | "uniqueKey">,
): Promise<Problem[]> {
  return (await heldAgainst(db, { ...entry, kind, links: [] }, "Entry")).duplicates;
}
