/** Which addresses are documents, and the one spelling under which each is kept. */
import {
  calendarQuery,
  changesQuery,
  dossierCalendarQuery,
  dossierQuery,
  countryQuery,
  feedQuery,
  homeQuery,
  type ListQuery,
  listQueryOf,
  peopleQuery,
  personQuery,
  tradeYearQuery,
  versionsQuery,
} from "@/lib/list-queries";
import type { Target } from "@/lib/route-targets";
import { isFeedPath, pathCitedBy, prefixedHome, readRoute } from "@/lib/routes";
import { canonicalAddress } from "./canonical-address";

/** What a reader's address means to the document store. */
export type Address =
  /** One page, kept under `path`; `dossier` is the slug whose changes it shows, null for pages of the whole site. */
  | { is: "document"; path: string; dossier: string | null }
  /** The same page under its one spelling; not for good where part of what was asked is unknown and left out. */
  | { is: "redirect"; location: string; isPermanent: boolean }
  /**
   * A search or a narrowed list: of these there are too many to keep, so they are answered few at a time. A form that says when it was
   * given out is kept nowhere.
   */
  | { is: "onDemand"; what: "search" | "narrowed list" | "report form"; path: string }
  /** Nothing of ours has such an address. */
  | { is: "unknown" };

const longestSearch = 200;
// No word that was recorded holds one, and the database refuses a zero byte.
const control = /\p{Cc}+/gu;

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
  if (path === prefixedHome) return sentTo("/", canonicalQuery(null, query ?? "").isWhole);
  const page = readRoute(path)?.page;
  if (!page) return { is: "unknown" };
  if (page.is === "search") return readSearch(path, query);
  if (page.is === "report")
    return query === null ? { is: "onDemand", what: "report form", path } : sentTo(path, query === "");
  const dossier = "dossier" in page ? page.dossier : null;
  if (query === null) return { is: "document", path, dossier };
  const taken = isFeedPath(path) ? feedQuery : queryOf(citedAt(path) ?? page);
  const wanted = canonicalQuery(taken, query);
  if (wanted.query === "" || wanted.query !== query)
    return sentTo(wanted.query ? `${path}?${wanted.query}` : path, wanted.isWhole);
  return taken?.isKept(new URLSearchParams(query))
    ? { is: "document", path: url, dossier }
    : { is: "onDemand", what: "narrowed list", path: url };
}

/** The page of which a file says how it is cited: the same may be asked of both. */
function citedAt(path: string): Target | undefined {
  const cited = pathCitedBy(path);
  return cited === null ? undefined : readRoute(cited)?.page;
}

/** What a page's query may ask for. */
function queryOf(page: Target): ListQuery | null {
  if (page.is === "home") return homeQuery;
  if (page.is === "dossier") return dossierQuery;
  if (page.is === "calendar") return calendarQuery;
  if (page.is === "dossier calendar") return dossierCalendarQuery;
  if (page.is === "country") return countryQuery;
  if (page.is === "changes" || page.is === "dossier changes") return changesQuery;
  if (page.is === "record changes") return versionsQuery;
  if (page.is === "people") return peopleQuery;
  if (page.is === "person") return personQuery;
  if (page.is === "record" && page.kind === "tradeYear") return tradeYearQuery;
  return page.is === "list" ? listQueryOf(page.kind) : null;
}

const sentTo = (location: string, isPermanent: boolean): Address => ({
  is: "redirect",
  location,
  isPermanent,
});

/** The query in its one spelling, and whether that asks for all that was asked for; an empty value asks nothing. */
function canonicalQuery(taken: ListQuery | null, query: string): { query: string; isWhole: boolean } {
  const asked = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const [name, spelled] of Object.entries(taken?.parameters ?? {})) {
    const value = spelled(asked.get(name) ?? "");
    if (value !== null) kept.set(name, value);
  }
  taken?.settle(kept);
  const filled = [...asked].filter(([, value]) => value !== "");
  return { query: kept.toString(), isWhole: filled.length === kept.size };
}

function readSearch(path: string, query: string | null): Address {
  const asked = new URLSearchParams(query ?? "");
  const written = asked.get("q") ?? "";
  const printable = written.replace(control, " ");
  const typed = [...printable.normalize("NFC").trim()];
  const q = typed.slice(0, longestSearch).join("");
  const wanted = q ? `${path}?${new URLSearchParams({ q }).toString()}` : path;
  const isWhole =
    asked.size <= 1 &&
    (asked.size === 0 || asked.has("q")) &&
    typed.length <= longestSearch &&
    printable === written;
  const came = query === null ? path : `${path}?${query}`;
  return wanted === came ? { is: "onDemand", what: "search", path: wanted } : sentTo(wanted, isWhole);
}
