import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import proxyAddress from "proxy-addr";

/** By what name and protocol a request reached us, and from which address. */
export interface RequestOrigin {
  host: string;
  protocol: "http" | "https";
  /** As browsers send it in `Origin`. */
  origin: string;
  /** The reader's address: the peer's, or what a trusted proxy says. */
  client: string;
}

export interface HostSettings {
  /** The public origin, or undefined for localhost at our port. */
  url: string | undefined;
  port: number;
  /** Addresses and ranges (CIDR) of the proxies whose forwarded headers are believed. */
  trustProxy: readonly string[];
}

/** An IPv4 address that came in over IPv6, as plain IPv4. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

/** The last of the values of a header that proxies append to. */
const last = (value: string | string[] | undefined) =>
  String(value ?? "")
    .split(",")
    .flatMap((part) => part.trim() || [])
    .at(-1);

/**
 * Decides how a request reached us. Forwarded headers count only from a peer in `trustProxy`.
 * Returns null when the host is not one of ours.
 */
export function requestOriginOf(request: IncomingMessage, settings: HostSettings): RequestOrigin | null {
  const accepted = acceptedHostsOf(settings);
  const { headers } = request;
  const peer = request.socket.remoteAddress ?? "";
  const isTrusted = accepted.trusts(peer);
  const host = ((isTrusted && last(headers["x-forwarded-host"])) || (headers.host ?? "")).toLowerCase();
  if (!accepted.hosts.has(host)) return null;
  const isSecure = accepted.protocol === null && isTrusted && last(headers["x-forwarded-proto"]) === "https";
  const protocol = accepted.protocol ?? (isSecure ? "https" : "http");
  // Of the forwarded addresses the last that is no trusted proxy's: all before it may be invented.
  const client = isTrusted ? proxyAddress(request, accepted.trusts) : peer;
  return { host, protocol, origin: `${protocol}://${host}`, client: plainAddress(client) };
}

/** By what protocol a client that comes without a proxy reaches a host of ours; null where the host is none. */
export function directProtocol(host: string, settings: HostSettings): RequestOrigin["protocol"] | null {
  const { hosts, protocol } = acceptedHostsOf(settings);
  return hosts.has(host) || hosts.has(host.toLowerCase()) ? (protocol ?? "http") : null;
}

/** Whether a request names exactly one host: of two, a proxy may go by one and we by the other. */
export function namesOneHost({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!;
    if (name.length === 4 && name.toLowerCase() === "host") hosts += 1;
  }
  return hosts <= 1;
}

interface AcceptedHosts {
  hosts: ReadonlySet<string>;
  /** Null where a trusted proxy may say. */
  protocol: RequestOrigin["protocol"] | null;
  trusts(address: string): boolean;
}

// Every request asks for what the settings accept: it is worked out once.
const known = new WeakMap<HostSettings, AcceptedHosts>();

function acceptedHostsOf(settings: HostSettings): AcceptedHosts {
  const kept = known.get(settings);
  if (kept) return kept;
  const made = acceptedHosts(settings);
  known.set(settings, made);
  return made;
}

function acceptedHosts({ url, port, trustProxy }: HostSettings): AcceptedHosts {
  const trusts = trusting(trustProxy);
  if (url) {
    const { host, protocol } = new URL(url);
    return { hosts: new Set([host]), protocol: protocol === "https:" ? "https" : "http", trusts };
  }
  const ends = port === 80 ? [":80", ""] : [`:${port}`];
  const names = ["localhost", "127.0.0.1", "[::1]"];
  return { hosts: new Set(names.flatMap((name) => ends.map((end) => name + end))), protocol: null, trusts };
}

/** Whether an address is a trusted proxy's. Throws for a setting that is no address and no range. */
export function trusting(trustProxy: readonly string[]): (address: string) => boolean {
  if (trustProxy.length === 0) return () => false;
  const isIn = proxyAddress.compile([...trustProxy]);
  const answers = new Map<string, boolean>();
  return (address) => {
    // The peers are few where there are proxies; what they forward is not kept for ever.
    const answered = answers.get(address);
    if (answered !== undefined) return answered;
    const is = isIn(address, 0);
    if (answers.size >= 1000) answers.clear();
    answers.set(address, is);
    return is;
  };
}

const safeMethods = ["GET", "HEAD", "OPTIONS"];

/**
 * Whether a request could be a forgery: it changes something and comes from a page of another site, or brings
 * a cookie and does not say where from. Browsers name the origin of every such request; without a cookie only
 * programs leave it out, while a foreign page could still sign its reader in to another's account.
 */
export function isForged(method: string, headers: IncomingHttpHeaders, from: RequestOrigin): boolean {
  if (safeMethods.includes(method)) return false;
  if (headers.origin === undefined && !headers.cookie) return false;
  return headers.origin !== from.origin;
}
