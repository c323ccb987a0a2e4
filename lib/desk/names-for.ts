/** Records that a kept answer names, as its reader is told of them: it was kept as another person saw them. */
import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { within } from "./limits";
import type { EntryName } from "./outcome";

/** Names that were kept, without those of which a reader is not told. */
export type NamesFor = (kept: readonly EntryName[]) => EntryName[];

/**
 * Asks once for all the names that a page may show. For an actor with limits, what readers see of other dossiers has the title of its
 * publication and leads nowhere, and the rest of these dossiers is left out; for others all stay as they were kept.
 */
export async function namesFor(actor: Actor, kept: readonly EntryName[]): Promise<NamesFor> {
  if (actor.limitedTo === null) return (names) => [...names];
  const ids = [...new Set(kept.map(({ id }) => id))].filter((id) => z.uuid().safeParse(id).success);
  const rows =
    ids.length === 0
      ? []
      : await database().$queryRaw<{ id: string; isWithin: boolean; published: string | null }[]>`
          SELECT e."id", (${within(actor)}) IS TRUE AS "isWithin", r."title" AS "published"
          FROM "Entry" e LEFT JOIN "Record" r ON r."id" = e."id" WHERE e."id" = ANY (${ids}::uuid[])`;
  const known = new Map(rows.map((row) => [row.id, row]));
  return (names) =>
    names.flatMap((name): EntryName[] => {
      const row = known.get(name.id);
      if (row?.isWithin) return [name];
      return row && row.published !== null ? [{ ...name, title: row.published, isElsewhere: true }] : [];
    });
}
