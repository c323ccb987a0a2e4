/** The web addresses of sources: which were not looked at for longest, and which people say do not answer. The server asks none itself. */
import "server-only";
import { z } from "zod";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";

export interface SourceAddress {
  id: string;
  title: string;
  address: string;
  archivedAddress: string | null;
  /** As precise as it is known, of the latest look at it: a check, or the access that the source tells of; null for none. */
  checkedOn: string | null;
  checkedByName: string | null;
  isDead: boolean;
}

/** How many addresses a list shows: those that were looked at leave it. */
export const addressesShown = 50;

// As the indexes made for these have them.
const address = Prisma.raw(`e."draft"->>'address'`);
const accessedOn = Prisma.raw(`coalesce(e."draft"->>'accessedOn', '')`);
const isChecked = Prisma.sql`e."checkedAddress" = ${address}`;
const checkedOn = Prisma.sql`(CASE WHEN ${isChecked} THEN greatest(e."addressCheckedOn", ${accessedOn}) ELSE ${accessedOn} END)`;
const isDead = Prisma.sql`${isChecked} AND NOT e."addressAnswers"`;
const isSource = Prisma.raw(`e."kind" = 'source' AND e."state" <> 'trashed'`);

/** The sources whose addresses were not looked at for longest, without those that do not answer. */
export async function uncheckedAddresses(actor: Actor): Promise<SourceAddress[]> {
  demand(actor, "read");
  return addressesWhere(
    Prisma.sql`${isSource} AND ${address} IS NOT NULL AND (${isDead}) IS NOT TRUE`,
    Prisma.sql`${checkedOn}, e."id"`,
  );
}

/** The sources whose addresses do not answer, as someone said, those first that are known to be so for longest. */
export async function deadAddresses(actor: Actor): Promise<SourceAddress[]> {
  demand(actor, "read");
  return addressesWhere(Prisma.sql`${isSource} AND ${isDead}`, Prisma.sql`e."addressCheckedOn", e."id"`);
}

/** The address of one source; null where it has none, or there is no such source. */
export async function addressOf(actor: Actor, id: string): Promise<SourceAddress | null> {
  demand(actor, "read");
  if (!z.uuid().safeParse(id).success) return null;
  const one = Prisma.sql`e."id" = ${id}::uuid AND e."kind" = 'source' AND ${address} IS NOT NULL`;
  const [found] = await addressesWhere(one, Prisma.sql`e."id"`);
  return found ?? null;
}

function addressesWhere(condition: Prisma.Sql, order: Prisma.Sql): Promise<SourceAddress[]> {
  return database().$queryRaw<SourceAddress[]>`
    SELECT e."id", e."title", ${address} AS "address", e."draft"->>'archivedAddress' AS "archivedAddress",
      nullif(${checkedOn}, '') AS "checkedOn", CASE WHEN ${isChecked} THEN e."addressCheckedByName" END AS "checkedByName",
      (${isDead}) IS TRUE AS "isDead"
    FROM "Entry" e WHERE ${condition} ORDER BY ${order} LIMIT ${addressesShown}`;
}
