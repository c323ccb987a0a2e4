/**
 * Reads the request that nearly every reader sends, straight from the bytes of a connection: a GET without a body whose
 * head came whole and alone. All else, and whatever could be understood in two ways, is for Node's own parser.
 */

/** A request that asks to read an address, and all of it that a ready answer depends on. */
export interface PlainRequest {
  /** Path and query as they were sent. */
  url: string;
  /** As it was sent, capitals and all. */
  host: string;
  accepts: string | undefined;
  ifNoneMatch: string | undefined;
}

/** No browser's head is nearly as long without a session's cookie, in bytes; a longer one is left to Node. */
export const longestHead = 4096;

// Printable characters alone, a name that is a name, one value: what each parser there is reads alike.
// After the colon one quantifier alone: of two that both take a space, each line would double the ways to read the head.
const form = /^GET (\/[!-~]*) HTTP\/1\.1\r\n((?:[A-Za-z0-9-]+:[ -~]*\r\n)+)\r\n$/;

/** Headers by which more would follow, or the connection would become something else. */
const special = new Set([
  "content-length",
  "expect",
  "http2-settings",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

type Wanted = "host" | "accept-encoding" | "if-none-match";
const isWanted = (name: string): name is Wanted =>
  name === "host" || name === "accept-encoding" || name === "if-none-match";

/** Reads the bytes that came; null where they are anything but one such request. */
export function readPlainRequest(bytes: Buffer): PlainRequest | null {
  if (bytes.length > longestHead) return null;
  const head = form.exec(bytes.toString("latin1"));
  if (!head) return null;
  const found: Partial<Record<Wanted, string>> = {};
  const lines = head[2]!;
  for (let at = 0; at < lines.length;) {
    const colon = lines.indexOf(":", at);
    const end = lines.indexOf("\r", colon);
    const name = lines.slice(at, colon).toLowerCase();
    if (special.has(name)) return null;
    if (
      name === "connection" &&
      lines
        .slice(colon + 1, end)
        .trim()
        .toLowerCase() !== "keep-alive"
    )
      return null;
    if (isWanted(name)) {
      // Of two, another program may go by the other one.
      if (found[name] !== undefined) return null;
      found[name] = lines.slice(colon + 1, end).trim();
    }
    at = end + 2;
  }
  const { host, "accept-encoding": accepts, "if-none-match": ifNoneMatch } = found;
  return host ? { url: head[1]!, host, accepts, ifNoneMatch } : null;
}
