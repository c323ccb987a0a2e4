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
  trustProxy: string[];
}

export interface IncomingHead {
  peer: string;
  headers: { [name: string]: string | string[] | undefined };
}

/** An IPv4 address that came in over IPv6, as plain IPv4. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

const one = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value.join(",") : (value ?? "");
const list = (value: string | string[] | undefined) =>
  one(value)
    .split(",")
    .flatMap((part) => part.trim() || []);

/** The last forwarded address that is not itself a trusted proxy: everything left of it may be invented. */
function clientBehind(peer: string, chain: string[], trusted: string[]): string {
  const path = [...chain.map(plainAddress), peer];
  return path.findLast((address) => !trusted.includes(address)) ?? peer;
}

/**
 * Decides how a request reached us. Forwarded headers count only from a peer in `trustProxy`.
 * Returns null when the host is not one of ours.
 */
export function requestOriginOf(
  { peer: rawPeer, headers }: IncomingHead,
  hosts: HostSettings,
): RequestOrigin | null {
  const { trustProxy } = hosts;
  const peer = plainAddress(rawPeer);
  const trusted = trustProxy.includes(peer);
  const forwardedHost = trusted ? list(headers["x-forwarded-host"]).at(-1) : undefined;
  const host = (forwardedHost ?? one(headers.host)).toLowerCase();
  const client = trusted ? clientBehind(peer, list(headers["x-forwarded-for"]), trustProxy) : peer;
  const accepted = acceptedHostsOf(hosts);
  if (!accepted.hosts.has(host)) return null;
  const isSecure =
    accepted.protocol === null && trusted && list(headers["x-forwarded-proto"]).at(-1) === "https";
  const protocol = accepted.protocol ?? (isSecure ? "https" : "http");
  return { host, protocol, origin: `${protocol}://${host}`, client };
}

interface AcceptedHosts {
  hosts: ReadonlySet<string>;
  /** Null where a trusted proxy may say. */
  protocol: RequestOrigin["protocol"] | null;
}

// Every request asks for what a hosts lets in: it is worked out once.
const doors = new WeakMap<HostSettings, AcceptedHosts>();

function acceptedHostsOf(hosts: HostSettings): AcceptedHosts {
  const known = doors.get(hosts);
  if (known) return known;
  const made = acceptedHosts(hosts);
  doors.set(hosts, made);
  return made;
}

function acceptedHosts({ url, port }: HostSettings): AcceptedHosts {
  if (url) {
    const { host, protocol } = new URL(url);
    return { hosts: new Set([host]), protocol: protocol === "https:" ? "https" : "http" };
  }
  const ends = port === 80 ? [":80", ""] : [`:${port}`];
  const names = ["localhost", "127.0.0.1", "[::1]"];
  return { hosts: new Set(names.flatMap((name) => ends.map((end) => name + end))), protocol: null };
}

const safeMethods = ["GET", "HEAD", "OPTIONS"];

/**
 * Whether a request could be a forgery: it changes something and comes from a page of somebody else's, or brings
 * a cookie and does not say where from. Browsers name the origin of every such request; without a cookie only
 * programs leave it out, while a foreign page could still sign its reader in to another's account.
 */
export function isForged(method: string, headers: IncomingHead["headers"], from: RequestOrigin): boolean {
  if (safeMethods.includes(method)) return false;
  if (headers.origin === undefined && !headers.cookie) return false;
  return headers.origin !== from.origin;
}
