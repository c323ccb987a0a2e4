/** Sources by their web address, however it was copied. */
import "server-only";
import { Prisma } from "@/lib/database/generated/client";

/** That the entry `e` is a source with one of these addresses, as what is recorded or as its archived copy. */
export function hasAddress(addresses: readonly string[]): Prisma.Sql {
  const hashes = Prisma.sql`ARRAY[${Prisma.join(addresses.map((one) => Prisma.sql`md5(entente_address(${one}))`))}]`;
  return Prisma.sql`e."kind" = 'source' AND (md5(entente_address(e."draft" ->> 'address')) = ANY (${hashes})
    OR md5(entente_address(e."draft" ->> 'archivedAddress')) = ANY (${hashes}))`;
}
