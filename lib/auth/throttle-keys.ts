import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";

/** Under which keys one try to sign in counts. */
export interface TryKeys {
  email: string;
  address: string;
  pair: string;
}

/** The part of an address that one household or office holds: an IPv4 address, or an IPv6 /64. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = plain.toLowerCase().split("::");
  const groups = (text: string) => text.split(":").filter((group) => group !== "");
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0");
  const all = tail === undefined ? before : [...before, ...zeros, ...after];
  const short = all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""));
  return `${short.join(":")}::/64`;
}

const digest = (text: string) => createHash("sha256").update(text).digest("base64url");

/** The keys of a try: hashes, so that the table of tries holds nobody's e-mail or address. */
export function tryKeys(email: string, address: string): TryKeys {
  const who = email.trim().toLowerCase();
  const where = networkOf(address);
  return { email: digest(who), address: digest(where), pair: digest(`${who}\n${where}`) };
}
