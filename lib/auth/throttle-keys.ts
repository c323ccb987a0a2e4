import { createHash } from "node:crypto";
import { networkOf } from "@/lib/network";

/** Under which keys one try to sign in counts: the account, the caller's network, and the two together. */
export interface TryKeys {
  email: string;
  address: string;
  pair: string;
}

const digest = (text: string) => createHash("sha256").update(text).digest("base64url");

/** The key under which what comes from a caller's network counts. */
export function networkKey(address: string): string {
  return digest(networkOf(address));
}

/** The keys of a try: hashes, so that the table of tries holds no e-mail and no network address. */
export function tryKeys(email: string, address: string): TryKeys {
  const account = email.trim().toLowerCase();
  const network = networkOf(address);
  return { email: digest(account), address: digest(network), pair: digest(`${account}\n${network}`) };
}

/** The key under which the tries of one browser of an account's holder count. */
export function browserKey(userId: string, browser: string): string {
  return digest(`${userId}\n${browser}`);
}
