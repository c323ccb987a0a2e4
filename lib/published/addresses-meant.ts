/** Web addresses as people paste them into a search. */
import "server-only";
import { domainToUnicode } from "node:url";
import { longestAddress, withUnseenEncoded } from "@/lib/domain/readable-address";

/** The ways in which a pasted web address may have been recorded; none for what is no address. */
export function addressesMeant(pasted: string): string[] {
  const typed = pasted.trim();
  if (typed.length > longestAddress || /[\s\0]/.test(typed)) return [];
  const [host = ""] = typed.split("/", 1);
  const isBare = host.includes(".") && (typed.length > host.length || host.startsWith("www."));
  const full = /^https?:\/\//i.test(typed) ? typed : isBare ? `https://${typed}` : null;
  if (!full || !URL.canParse(full)) return [];
  const { href, hostname } = new URL(full);
  const inUnicode = href.replace(hostname, domainToUnicode(hostname) || hostname);
  // What encodes a character that cannot be seen stays encoded, as records hold it; the database takes no NUL.
  const ways = [full, withUnseenEncoded(full), href, inUnicode, withUnseenEncoded(decoded(inUnicode))];
  return [...new Set(ways)];
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
