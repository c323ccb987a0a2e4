/** The one spelling of an address. It is found before anything is decided by an address. */

/** The longest address that is answered, in characters. */
export const MAX_ADDRESS = 2048;

const escape = /%([0-9A-Fa-f]{2})/g;
const unreserved = /[A-Za-z0-9._~-]/;
/** What no path may hold as it is, after RFC 3986; some programs end a path there, and others do not. */
const forbidden = /[^!-~]|[\\#<>"^`{|}]/;
const forbiddenDecoded = /[\u0000-\u001f\u007f\\/]/;

/**
 * An address in its one spelling: dot segments resolved, no slash twice or at the end, no letter encoded that needs
 * none, no capitals. Its query stays as it came. Null where the path is malformed: it does not begin with one slash,
 * an escape is broken or stands for a control character, a slash or a backslash.
 */
export function canonicalAddress(url: string): string | null {
  const cut = url.indexOf("?");
  const path = canonicalPath(cut < 0 ? url : url.slice(0, cut));
  return path === null || cut < 0 ? path : path + url.slice(cut);
}

function canonicalPath(path: string): string | null {
  // Nearly every address comes in its one spelling already.
  if (/^(\/[a-z0-9_-]+(\.[a-z0-9_-]+)*)+$/.test(path) || path === "/") return path;
  if (!path.startsWith("/") || forbidden.test(path) || !decodesWell(path)) return null;
  const plain = path.replace(escape, (written, hex: string) => {
    const character = String.fromCharCode(parseInt(hex, 16));
    return unreserved.test(character) ? character : written;
  });
  return spelled(`/${resolved(plain).join("/")}`);
}

/** The segments of a path, without empty ones and with `.` and `..` followed. */
function resolved(path: string): string[] {
  const kept: string[] = [];
  for (const segment of path.split("/")) {
    // Some programs take what follows a semicolon for no part of the name.
    const [name] = segment.split(/;|%3b/i, 1);
    if (name === "..") kept.pop();
    else if (name !== "." && segment !== "") kept.push(segment);
  }
  return kept;
}

/** Names of built files are made by the build, which tells capitals apart; all other addresses are small letters. */
function spelled(path: string): string {
  const small = path.startsWith("/_next/") ? path : path.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return small.replace(escape, (written) => written.toUpperCase());
}

function decodesWell(path: string): boolean {
  try {
    return path.split("/").every((segment) => !forbiddenDecoded.test(decodeURIComponent(segment)));
  } catch {
    return false;
  }
}

/** Whether a query holds a control character, encoded or not, or a letter that should be encoded: no form of ours sends such. */
export function isQueryMalformed(url: string): boolean {
  const cut = url.indexOf("?");
  if (cut < 0) return false;
  const query = url.slice(cut + 1);
  return /[^!-~]/.test(query) || /%([01][0-9a-f]|7f)/i.test(query);
}
