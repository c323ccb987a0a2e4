/** Web addresses as people paste them into a search. */
import "server-only";
import { domainToUnicode } from "node:url";
import { longestAddress } from "@/lib/domain/readable-address";

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
  // What encodes a control character stays encoded: no record holds one, and the database takes no NUL.
  const read = decoded(inUnicode);
  return [...new Set([full, href, inUnicode, ...(/\p{Cc}/u.test(read) ? [] : [read])])];
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
