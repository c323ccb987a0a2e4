/** Which addresses are documents, and the one spelling under which each is kept. */
import { isCountry } from "@/lib/domain/countries";
import { kinds } from "@/lib/domain/kinds/registry";
import { ranks } from "@/lib/domain/kinds/visit";
import { slugPattern } from "@/lib/domain/slug";
import { canonicalAddress } from "./canonical-address";

/** What a reader's address means to the document store. */
export type Address =
  /** One page, kept under `path`; `dossier` is the slug whose changes it shows, null for pages of the whole site. */
  | { is: "document"; path: string; dossier: string | null }
  /** The same page under its one spelling; not for good where part of what was asked is unknown and left out. */
  | { is: "redirect"; location: string; isPermanent: boolean }
  /** A search or a narrowed list: of these there are too many to keep, so they are answered few at a time. */
  | { is: "onDemand"; what: "search" | "narrowed list"; path: string }
  /** Nothing of ours has such an address. */
  | { is: "unknown" };

/** Takes a value to its one spelling, null where the page knows no such value. */
type Spelled = (value: string) => string | null;
type Known = Record<string, Spelled>;

const oneOf =
  (values: readonly string[]): Spelled =>
  (value) =>
    values.find((one) => one === value.toLowerCase()) ?? null;

// The query parameters that pages know, in the order in which their canonical address has them.
const queries: Record<string, Known> = {
  visits: {
    from: (value) => (isCountry(value.toUpperCase()) ? value.toUpperCase() : null),
    rank: oneOf(ranks),
    year: (value) => (/^[12]\d{3}$/.test(value) ? value : null),
  },
  agreements: { by: oneOf(["subject", "status"]) },
};

const longestSearch = 200;
// No word that was recorded holds one, and the database refuses a zero byte.
const control = /\p{Cc}+/gu;

const lists = new Set<string>(Object.values(kinds).map(({ path }) => path));
const files = /^([a-z]+)\.(csv|json|csv-metadata\.json)$/;
const siteFiles = new Set(["/", "/feed.atom", "/sitemap.xml", "/robots.txt", "/icon.svg"]);

/** Reads a request's path and query. Parameters that no page knows, or with values that it does not, are dropped. */
export function readAddress(url: string): Address {
  const cut = url.indexOf("?");
  const path = cut < 0 ? url : url.slice(0, cut);
  const query = cut < 0 ? null : url.slice(cut + 1);
  const canonical = canonicalAddress(url);
  if (canonical === null) return { is: "unknown" };
  if (canonical !== url) {
    const there = readAddress(canonical);
    return there.is === "unknown" || there.is === "redirect" ? there : sentTo(there.path, true);
  }
  if (path === "/search") return readSearch(query);
  const place = placeOf(path);
  if (!place) return { is: "unknown" };
  if (query === null) return { is: "document", path, dossier: place.dossier };
  const wanted = canonicalQuery(place.list && !place.isPart ? queries[place.list] : undefined, query);
  if (wanted.query === "" || wanted.query !== query)
    return sentTo(wanted.query ? `${path}?${wanted.query}` : path, wanted.isWhole);
  // A handful of groupings are documents like any other; visits can be narrowed in millions of ways.
  if (place.list !== "agreements") return { is: "onDemand", what: "narrowed list", path: url };
  return { is: "document", path: url, dossier: place.dossier };
}

const sentTo = (location: string, isPermanent: boolean): Address => ({
  is: "redirect",
  location,
  isPermanent,
});

/** The slug of the dossier that a path lies in, and the list; null where no page of ours could be. */
function placeOf(path: string): { dossier: string | null; list?: string; isPart?: boolean } | null {
  if (siteFiles.has(path)) return { dossier: null };
  const [, dossier = "", list, part, ...rest] = path.split("/");
  if (!slugPattern.test(dossier) || rest.length > 0) return null;
  if (list === undefined) return { dossier };
  if (part === undefined) {
    if (list === "feed.atom") return { dossier };
    const file = files.exec(list);
    if (file) return lists.has(file[1]!) ? { dossier } : null;
    return lists.has(list) ? { dossier, list } : null;
  }
  return lists.has(list) && slugPattern.test(part) ? { dossier, list, isPart: true } : null;
}

/** The query in its one spelling, and whether that asks for all that was asked for; an empty value asks nothing. */
function canonicalQuery(known: Known = {}, query: string): { query: string; isWhole: boolean } {
  const asked = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const [name, spelled] of Object.entries(known)) {
    const value = spelled(asked.get(name) ?? "");
    if (value !== null) kept.set(name, value);
  }
  const filled = [...asked].filter(([, value]) => value !== "");
  return { query: kept.toString(), isWhole: filled.length === kept.size };
}

function readSearch(query: string | null): Address {
  const asked = new URLSearchParams(query ?? "");
  const written = asked.get("q") ?? "";
  const typed = [...written.replace(control, " ").normalize("NFC").trim()];
  const q = typed.slice(0, longestSearch).join("");
  const wanted = q ? `/search?${new URLSearchParams({ q }).toString()}` : "/search";
  const isWhole =
    asked.size <= 1 &&
    (asked.size === 0 || asked.has("q")) &&
    typed.length <= longestSearch &&
    !control.test(written);
  const came = query === null ? "/search" : `/search?${query}`;
  return wanted === came ? { is: "onDemand", what: "search", path: wanted } : sentTo(wanted, isWhole);
}
