/** Changes of the published record as an Atom feed (RFC 4287). */
import { Feed, type Item } from "feed";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { changesPathOf, recordPath } from "@/lib/record-paths";
import type { Site } from "./site";

/** One record in a feed, as of its latest publication. */
export interface FeedEntry {
  id: string;
  kind: KindKey;
  slug: string;
  title: string;
  dossierSlug: string;
  dossierTitle: string;
  publishedAt: string;
  updatedAt: string;
  /** Published once and not changed since. */
  isNew: boolean;
  /** What was said of its latest publication; null for nothing. */
  changeNote: string | null;
  /** How its text begins; empty where it has none. */
  opening: string;
}

export interface FeedSettings {
  site: Site;
  title: string;
  /** The page that the feed is of, and this page of the feed itself; both start with a slash. */
  page: string;
  self: string;
  /** What tells of the changes before these; null for the last page of a feed (RFC 5005), whose first has the feed's own path. */
  next: string | null;
  /** When the page itself came to be, for a feed without entries. */
  since: string;
  /** The word for a kind, as the interface says it. */
  word(kind: KindKey): string;
  /** The word for what happened to the record last: that it was added, or changed. */
  happened(isNew: boolean): string;
  /** What was withdrawn meanwhile. */
  withdrawals?: readonly FeedWithdrawal[];
}

/** A withdrawal in a feed: nothing that was withdrawn is told but of what kind it was. */
export interface FeedWithdrawal {
  id: string;
  /** ISO instant. */
  at: string;
  kind: KindKey;
  title: string;
  dossierSlug: string;
  dossierTitle: string;
}

/** The feed's XML; entries come latest first. */
export function atomOf(entries: readonly FeedEntry[], settings: FeedSettings): string {
  const { site, title, page, self, next, since, withdrawals = [] } = settings;
  const items = [
    ...entries.map((entry) => itemOf(entry, settings)),
    ...withdrawals.map((one) => withdrawalItem(one, settings)),
  ].sort((one, other) => other.date.getTime() - one.date.getTime());
  const feed = new Feed({
    id: site.origin + page,
    title: elementText(title),
    link: site.origin + page,
    feedLinks: { atom: site.origin + self },
    updated: items[0]?.date ?? new Date(since),
    author: { name: elementText(site.name), link: `${site.origin}/` },
    copyright: elementText(`${site.licence.name} (${site.licence.url})`),
    generator: false,
  });
  for (const item of items) feed.addItem(item);
  return withPages(feed.atom1(), {
    first: site.origin + self.split("?", 1)[0]!,
    next: next && site.origin + next,
  });
}

// The library says that an entry's title and summary are HTML.
const plain = (text: string) => htmlText(xmlText(text));

function itemOf(entry: FeedEntry, { site, word, happened }: FeedSettings): Item {
  return {
    id: `urn:uuid:${entry.id}`,
    title: plain(`${word(entry.kind)} ${happened(entry.isNew)}: ${entry.title}`),
    description: plain(summaryOf(entry)),
    link: site.origin + recordPath(entry.dossierSlug, entry),
    date: new Date(entry.updatedAt),
    published: new Date(entry.publishedAt),
    category: categoriesOf(entry, word),
  };
}

function withdrawalItem(one: FeedWithdrawal, { site, word }: FeedSettings): Item {
  return {
    id: `urn:uuid:${one.id}`,
    title: plain(one.title),
    description: plain(`${one.dossierTitle}.`),
    link: site.origin + changesPathOf(one.dossierSlug),
    date: new Date(one.at),
    published: new Date(one.at),
    category: categoriesOf(one, word),
  };
}

const categoriesOf = (
  { kind, dossierSlug, dossierTitle }: Pick<FeedEntry, "kind" | "dossierSlug" | "dossierTitle">,
  word: FeedSettings["word"],
) => [
  { term: kind, name: labelText(word(kind)) },
  { term: dossierSlug, name: labelText(dossierTitle) },
];

/** A feed with the links between its pages, for which the library has no place. The addresses hold nothing to be escaped. */
function withPages(feed: string, { first, next }: { first: string; next: string | null }): string {
  const links = [
    `<link rel="first" href="${first}"/>`,
    ...(next === null ? [] : [`<link rel="next" href="${next}"/>`]),
  ];
  const end = feed.lastIndexOf("</feed>");
  return `${feed.slice(0, end)}${links.map((link) => `    ${link}\n`).join("")}${feed.slice(end)}`;
}

/** Its dossier, what was said of the change, and how its text begins. */
function summaryOf({ dossierTitle, changeNote, opening }: FeedEntry): string {
  return [
    `${dossierTitle}.`,
    ...(changeNote === null ? [] : [changeNote]),
    ...(opening ? [opening] : []),
  ].join(" ");
}

/** Text without what XML 1.0 cannot hold: lone surrogates and control characters. */
function xmlText(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
}

/** The text of an element: the library reads `&amp;` there as an ampersand that is escaped already. */
function elementText(text: string): string {
  return xmlText(text).replaceAll("&amp;", "&amp;amp;");
}

/** A category's label; none where it holds `<`, which the library does not escape in attributes. */
function labelText(text: string): string | undefined {
  return text.includes("<") ? undefined : xmlText(text);
}

/** Text as HTML that says just that. */
function htmlText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
