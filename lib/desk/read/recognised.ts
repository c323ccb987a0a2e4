/** Records that stand already among those of a pasted table: the same by the kind's unique rule, or alike. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { Held, Typed } from "@/lib/domain/fields/field";
import { fold } from "@/lib/domain/folding";
import { typedCopy } from "@/lib/domain/kept-copy";
import { likenessFacet } from "@/lib/domain/kinds/among-others";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { overlap } from "@/lib/domain/partial-date";
import { project, type Projection } from "@/lib/domain/projection";
import { mostRecords } from "@/lib/domain/pasted/most-records";
import { within } from "../limits";
import type { EntryState } from "../outcome";

export interface Recognised {
  id: string;
  version: number;
  state: EntryState;
  title: string;
  typed: Typed;
}

/** So many that are alike are looked through. */
const mostAlike = 5000;

interface Found {
  id: string;
  version: number;
  state: EntryState;
  title: string;
  sortDate: string | null;
  uniqueKey: string | null;
  facets: Record<string, unknown>;
  draft: Record<string, unknown>;
  unreadable: unknown;
}

/**
 * For each of these records the one that stands already, null for a new one: of one dossier, or of all where the kind belongs
 * to none, without the trash; of several the one saved last. One statement.
 */
export async function recognised(
  actor: Actor,
  { kind, dossierId }: { kind: KindKey; dossierId: string | null },
  records: readonly Held[],
): Promise<(Recognised | null)[]> {
  demand(actor, "read");
  if (records.length === 0) return [];
  if (records.length > mostRecords) throw new Error(`${records.length} records at once`);
  const definition = kindOf(kind);
  const projections = records.map((values) => project(definition, values));
  const found = await standing(actor, kind, dossierId, projections);
  return records.map((values, at) => {
    const same = found.find((one) => isSame(kind, values, projections[at]!, one));
    if (!same) return null;
    const { id, version, state, title, draft, unreadable } = same;
    return { id, version, state, title, typed: typedCopy(definition, draft, unreadable) };
  });
}

async function standing(
  actor: Actor,
  kind: KindKey,
  dossierId: string | null,
  projections: readonly Projection[],
): Promise<Found[]> {
  const keys = projections.flatMap(({ uniqueKey }) => uniqueKey ?? []);
  const alike = projections.flatMap((one) =>
    Object.entries(one.alike).map(([facet, key]) => `${kind}.${facet}=${key}`),
  );
  const titles = kindOf(kind).uniqueBy ? [] : projections.flatMap(({ title }) => title || []);
  const inDossier = dossierId === null ? Prisma.sql`IS NULL` : Prisma.sql`= ${dossierId}::uuid`;
  const ways = [
    ...(keys.length > 0 ? [Prisma.sql`e."uniqueKey" = ANY (${keys}::text[])`] : []),
    ...(alike.length > 0 ? [Prisma.sql`e."filters" && ${alike}::text[]`] : []),
    ...(titles.length > 0
      ? [
          Prisma.sql`(left(entente_folded(e."title"), 100) COLLATE "C")
            = ANY (SELECT left(entente_folded(one), 100) FROM unnest(${titles}::text[]) AS one)`,
        ]
      : []),
  ];
  if (ways.length === 0) return [];
  const found = ways.map(
    (way) => Prisma.sql`(SELECT e."id" FROM "Entry" e
      WHERE e."kind" = ${kind} AND e."dossierId" ${inDossier} AND e."state" <> 'trashed' AND ${within(actor, "e", kind)} AND ${way} LIMIT ${mostAlike})`,
  );
  return database().$queryRaw<Found[]>`
    SELECT "id", "version", "state", "title", "sortDate"::text, "uniqueKey", "facets", "draft", "unreadable" FROM "Entry"
    WHERE "id" IN (${Prisma.join(found, " UNION ")}) ORDER BY "updatedAt" DESC, "id" DESC`;
}

function isSame(
  kind: KindKey,
  values: Held,
  { uniqueKey, alike, title, sortDate }: Projection,
  found: Found,
) {
  const { uniqueBy, alike: likenesses } = kindOf(kind);
  if (uniqueBy) return uniqueKey !== null && uniqueKey === found.uniqueKey;
  const isAlike = likenesses.some((likeness) => {
    if (!("same" in likeness)) return false;
    const facet = likenessFacet(likeness);
    if (alike[facet] === undefined || alike[facet] !== found.facets[facet]) return false;
    if (!likeness.days) return true;
    const [first, last] = likeness.days;
    return overlap(daysOf(values, first, last), daysOf(found.draft, first, last));
  });
  return isAlike || (title !== "" && fold(title) === fold(found.title) && sortDate === found.sortDate);
}

function daysOf(values: Held, first: string, last: string): [string | undefined, string | undefined] {
  const text = (key: string) => (typeof values[key] === "string" ? values[key] : undefined);
  return [text(first), text(last)];
}
