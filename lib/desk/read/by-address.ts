/** Sources by their web address, however it was copied. */
import "server-only";
import { domainToUnicode } from "node:url";
import { Prisma } from "@/lib/database/generated/client";

const longestAddress = 2000;

/** The ways in which a pasted web address may have been recorded; none for what is no address. */
export function addressesMeant(pasted: string): string[] {
  const typed = pasted.trim();
  if (typed.length > longestAddress || /\s/.test(typed)) return [];
  const [host = ""] = typed.split("/", 1);
  const isBare = host.includes(".") && (typed.length > host.length || host.startsWith("www."));
  const full = /^https?:\/\//i.test(typed) ? typed : isBare ? `https://${typed}` : null;
  if (!full || !URL.canParse(full)) return [];
  const { href, hostname } = new URL(full);
  const inUnicode = href.replace(hostname, domainToUnicode(hostname) || hostname);
  return [...new Set([full, href, inUnicode, decoded(inUnicode)])];
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** That the entry `e` is a source with one of these addresses, as what is recorded or as its archived copy. */
export function hasAddress(addresses: readonly string[]): Prisma.Sql {
  const hashes = Prisma.sql`ARRAY[${Prisma.join(addresses.map((one) => Prisma.sql`md5(entente_address(${one}))`))}]`;
  return Prisma.sql`e."kind" = 'source' AND (md5(entente_address(e."draft" ->> 'address')) = ANY (${hashes})
    OR md5(entente_address(e."draft" ->> 'archivedAddress')) = ANY (${hashes}))`;
}
