/** The records among which one is compared. */
import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { Prisma } from "@/lib/database/generated/client";
import type { Held } from "@/lib/domain/fields/field";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { within } from "../limits";

/** The record that is compared: `id` null for one that is not saved yet. */
export interface Compared {
  id: string | null;
  kind: KindKey;
  dossierId: string | null;
  values: Held;
}

/** The other records that are not in the trash: of the dossier, or of all where the kind belongs to none. `own` is the record's id. */
export function otherRecords(
  actor: Actor,
  { id, kind, dossierId }: Pick<Compared, "id" | "kind" | "dossierId">,
  own: Prisma.Sql = Prisma.sql`${id}::uuid`,
): Prisma.Sql {
  const where = dossierId === null ? Prisma.empty : Prisma.sql`AND e."dossierId" = ${dossierId}::uuid`;
  return Prisma.sql`FROM "Entry" e WHERE e."kind" = ${kind} AND e."state" <> 'trashed' ${where} AND ${within(actor, "e", kind)}
    AND e."id" IS DISTINCT FROM ${own}`;
}
