/** A dossier keeps a predecessor for as long as records are about it. */
import "server-only";
import { Prisma } from "@/lib/database/generated/client";
import type { Transaction } from "@/lib/database/client";
import { kindKeys, kindKeyOf, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { partyPaths } from "@/lib/domain/parties-named";
import { predecessorsOf, sidesIn } from "@/lib/domain/sides";
import type { EntryName } from "../outcome";
import type { CurrentEntry } from "./context";
import { Refused } from "./refused";

/** How many records are named at once. */
const limit = 200;

/**
 * Finds whether a dossier would cease to name a predecessor, or name it for the other side, of which records speak: in their
 * working copies, or as they are published. Returns which it ceases to name.
 * @throws {Refused} that names these records.
 */
export async function demandKeptPredecessors(
  db: Transaction,
  { kind, id }: { kind: KindKey; id: string | null },
  current: CurrentEntry | null,
  values: Record<string, unknown>,
): Promise<string[]> {
  if (kind !== "dossier" || id === null || !current) return [];
  const [before, after] = [current.draft, values].map((copy) => {
    const sides = sidesIn(copy);
    return sides ? predecessorsOf(sides) : [];
  });
  const gone = before!.filter(
    (one) => !after!.some(({ country, side }) => country === one.country && side === one.side),
  );
  const countries = gone.map(({ country }) => country);
  if (countries.length === 0 || !current.hasRecords) return countries;
  const records = await recordsAbout(db, id, countries);
  if (records.length > 0)
    throw new Refused({ ok: false, reason: "blocked", code: "predecessorNamed", records });
  return countries;
}

/** The records of a dossier that are about one of these countries, by title; none that is in the trash. */
export async function recordsAbout(
  db: Transaction,
  dossierId: string,
  countries: readonly string[],
): Promise<EntryName[]> {
  const rows = await db.$queryRaw<{ id: string; kind: string; title: string }[]>`
    SELECT e."id", e."kind", e."title" FROM "Entry" e
    LEFT JOIN "Record" r ON r."id" = e."id" AND e."state" = 'changed'
    LEFT JOIN "Revision" v ON v."entryId" = r."id" AND v."version" = r."version"
    WHERE e."liveDossierId" = ${dossierId}::uuid
      AND (${names("e", "draft", countries)} OR ${names("v", "values", countries)})
    ORDER BY e."kind", e."title", e."id" LIMIT ${limit}`;
  return rows.map(({ id, kind, title }) => ({ id, kind: kindKeyOf(kind), title }));
}

/** Whether values name one of these countries where their kind says what a record is about. */
function names(table: "e" | "v", column: "draft" | "values", countries: readonly string[]): Prisma.Sql {
  const values = Prisma.raw(`${table}."${column}"`);
  const kinds = kindKeys.flatMap((key) => {
    const paths = partyPaths(kindOf(key));
    if (paths.length === 0) return [];
    const held = paths.map(
      (path) => Prisma.sql`jsonb_path_exists(${values}, ${`${path} ? (@ == $named[*])`}::jsonpath,
        ${JSON.stringify({ named: countries })}::jsonb)`,
    );
    return [Prisma.sql`(e."kind" = ${key} AND (${Prisma.join(held, " OR ")}))`];
  });
  return Prisma.sql`coalesce(${Prisma.join(kinds, " OR ")}, false)`;
}
