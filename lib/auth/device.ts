/** What is kept of where a person signed in: enough to know one's own devices by, and no more. */
import "server-only";
import ipaddr from "ipaddr.js";
import { userAgentFromString } from "next/server";

/** From where a session was started, as its row keeps it. What is not known is empty. */
export interface SessionPlace {
  /** The network address, shortened. */
  network: string;
  /** As "Firefox". */
  browser: string;
  /** As "Linux". */
  system: string;
}

const longest = 60;

/** The place of a caller by its address and its `User-Agent` header, of which anything may come. */
export function sessionPlace(address: string, userAgent = ""): SessionPlace {
  const { browser, os } = userAgentFromString(userAgent.slice(0, 500));
  return {
    network: shortAddress(address),
    browser: (browser.name ?? "").slice(0, longest),
    system: (os.name ?? "").slice(0, longest),
  };
}

/** An address without the part that tells one household from its neighbours: a /24 of IPv4, a /48 of IPv6. Empty for what is none. */
export function shortAddress(address: string): string {
  if (!ipaddr.isValid(address)) return "";
  const parsed = ipaddr.process(address);
  const kept = parsed.kind() === "ipv4" ? 3 : 6;
  const bytes = parsed.toByteArray().fill(0, kept);
  return `${ipaddr.fromByteArray(bytes).toString()}/${kept * 8}`;
}
