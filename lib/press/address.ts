/** Which addresses are documents, and the one spelling under which each is kept. */
import { isCountry } from "@/lib/domain/countries";
import { kinds } from "@/lib/domain/kinds/registry";
import { ranks } from "@/lib/domain/kinds/visit";
import { slugPattern } from "@/lib/domain/slug";

/** What a reader's address means to the press. */
export type Address =
  /** One page, kept under `path`; `dossier` is the slug whose changes it shows, null for pages of the whole site. */
  | { is: "document"; path: string; dossier: string | null }
  /** The same page under its one spelling. */
  | { is: "elsewhere"; location: string }
  /** A search or a narrowed list: of these there are too many to keep, so they are answered few at a time. */
  | { is: "passing"; path: string }
  /** Nothing of ours has such an address. */
  | { is: "unknown" };

type Known = Record<string, (value: string) => boolean>;

// The query parameters that pages know, in the order in which their canonical address has them.
const queries: Record<string, Known> = {
  visits: {
    from: isCountry,
    rank: (value) => (ranks as readonly string[]).includes(value),
    year: (value) => /^[12]\d{3}$/.test(value),
  },
  agreements: { by: (value) => value === "subject" || value === "status" },
};

const longestSearch = 200;

const lists = new Set<string>(Object.values(kinds).map(({ path }) => path));
const files = /^([a-z]+)\.(csv|json|csv-metadata\.json)$/;
const siteFiles = new Set(["/", "/feed.atom", "/sitemap.xml", "/robots.txt", "/icon.svg"]);

/** Reads a request's path and query. Parameters that no page knows, or with values that it does not, are dropped. */
export function readAddress(url: string): Address {
  const cut = url.indexOf("?");
  const path = cut < 0 ? url : url.slice(0, cut);
  const query = cut < 0 ? null : url.slice(cut + 1);
  if (path.length > 1 && path.endsWith("/")) {
    const bare = path.replace(/\/+$/, "") || "/";
    const location = query === null ? bare : `${bare}?${query}`;
    const there = readAddress(location);
    return there.is === "unknown" || there.is === "elsewhere" ? there : { is: "elsewhere", location };
  }
  if (path === "/search") return readSearch(query);
  const place = placeOf(path);
  if (!place) return { is: "unknown" };
  if (query === null) return { is: "document", path, dossier: place.dossier };
  const wanted = canonicalQuery(place.list && !place.isPart ? queries[place.list] : undefined, query);
  if (wanted === "" || wanted !== query)
    return { is: "elsewhere", location: wanted ? `${path}?${wanted}` : path };
  // A handful of groupings are documents like any other; visits can be narrowed in millions of ways.
  if (place.list !== "agreements") return { is: "passing", path: `${path}?${wanted}` };
  return { is: "document", path: `${path}?${wanted}`, dossier: place.dossier };
}

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

function canonicalQuery(known: Known = {}, query: string): string {
  const asked = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const [name, takes] of Object.entries(known)) {
    const value = asked.get(name);
    if (value && takes(value)) kept.set(name, value);
  }
  return kept.toString();
}

function readSearch(query: string | null): Address {
  const typed = new URLSearchParams(query ?? "").get("q") ?? "";
  const q = [...typed.normalize("NFC").trim()].slice(0, longestSearch).join("");
  const wanted = q ? new URLSearchParams({ q }).toString() : "";
  if (wanted !== (query ?? ""))
    return { is: "elsewhere", location: wanted ? `/search?${wanted}` : "/search" };
  return { is: "passing", path: wanted ? `/search?${wanted}` : "/search" };
}
