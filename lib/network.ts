/** Which addresses count as one client, wherever what one client may do is limited. */
import ipaddr from "ipaddr.js";

/** Providers give one customer an IPv6 /56, in which every request can have an address of its own. */
const ipv6Bits = 56;

/**
 * The network that one household or office holds: an IPv4 address as it is (also where it came in over IPv6), of an
 * IPv6 address its /56. What is no address counts as itself.
 */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  const bytes = parsed.toByteArray().fill(0, ipv6Bits / 8);
  return `${ipaddr.fromByteArray(bytes).toString()}/${ipv6Bits}`;
}
