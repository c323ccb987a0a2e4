/** People who may be one and the same by their names, in whatever letters and spelling these are written. */
import "server-only";
import type { Transaction } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { Held } from "@/lib/domain/fields/field";
import { nameKey } from "@/lib/domain/name-key";
import { holdsAny, meaningsOf } from "./query-meanings";
import { namesIn } from "./same-person";

/** Another person who is called the same. */
export interface Namesake {
  id: string;
  title: string;
}

/** How many of a person's names are looked for, and how many people that hold a word of one are compared. */
const limits = { names: 5, looked: 2000, compared: 200, told: 3 };

interface Found extends Namesake {
  names: unknown;
}

/** The other people, not in the trash, one of whose names is one of this person's. */
export async function namesakes(
  db: Transaction,
  { id, values }: { id: string | null; values: Held },
): Promise<Namesake[]> {
  const own = [String(values.name ?? ""), ...namesIn(values.names)];
  const keys = new Set(own.map(nameKey).filter(Boolean));
  if (keys.size === 0) return [];
  const read = await Promise.all(
    own.slice(0, limits.names).map((name) => meaningsOf(name.replace(/[^\p{L}\p{M}\p{N}]+/gu, " "), { db })),
  );
  const words = read.flat().map(holdsAny);
  if (words.length === 0) return [];
  const held = Prisma.join(
    words.map((holds) => Prisma.sql`(${holds})::int`),
    " + ",
  );
  const found = await db.$queryRaw<Found[]>`
    SELECT "id", "title", "names" FROM (
      SELECT e."id", e."title", e."draft" -> 'names' AS "names", ${held} AS "held" FROM "Entry" e
      WHERE e."kind" = 'person' AND e."state" <> 'trashed' AND e."id" IS DISTINCT FROM ${id}::uuid
        AND (${Prisma.join(words, " OR ")}) LIMIT ${limits.looked}
    ) p ORDER BY "held" DESC, "id" LIMIT ${limits.compared}`;
  return found
    .filter(({ title, names }) => [title, ...namesIn(names)].some((name) => keys.has(nameKey(name))))
    .slice(0, limits.told)
    .map(({ id, title }) => ({ id, title }));
}
