/** Files and descriptions of records that hold what other programs look for: each says the text itself, no more. */
import { parse as parseCsv } from "csv-parse/sync";
import { parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { xml2js, type Element } from "xml-js";
import { markers } from "@/tests/support/markers";
import { dossier, published, site, source, tableContext, visit } from "@/tests/support/published";
import { atomOf, type FeedEntry } from "./atom";
import { csvOf, neutral } from "./csv";
import { jsonOf } from "./json";
import { ldText } from "./json-ld";
import { recordLd } from "./json-ld-records";

const text = markers.join(" ");

/** A visit whose every text is this one. */
const marked = (said: string) =>
  published(
    "visit",
    {
      ...visit.values,
      visitor: said,
      office: said,
      standing: said,
      purpose: said,
      outcome: said,
      places: [said],
      meetings: [{ host: said, office: said, manner: "official" }],
      citations: [{ source: source.id, place: said, quotation: said }],
    },
    { title: said },
  );

const every = [...markers, text];

describe("every text that other programs look for", () => {
  it("stands in JSON-LD as it is, and ends no script", () => {
    for (const said of every) {
      const written = ldText(
        recordLd(marked(said), { site, dossier, locale: "en", day: "2026-11-27", sources: [source] }),
      );
      const { childNodes } = parseFragment(`<script type="application/ld+json">${written}</script>`);
      expect(childNodes).toHaveLength(1);
      const [script] = childNodes;
      const [child] = script && "childNodes" in script ? script.childNodes : [];
      const read = JSON.parse(child && "value" in child ? child.value : "") as object;
      expect(read).toMatchObject({ "@type": "Event", name: said, performer: { name: said, jobTitle: said } });
    }
  });

  it("stands in CSV as it is, but for what a spreadsheet would take for a formula", () => {
    for (const said of every) {
      const csv = csvOf("visit", [marked(said)], tableContext);
      const [row] = parseCsv(csv, { columns: true }) as Record<string, string>[];
      expect(row).toMatchObject({ title: neutral(said), visitor: neutral(said), purpose: neutral(said) });
      expect(row?.["meetings.host"]).toBe(neutral(said));
    }
  });

  it("stands in JSON as it is", () => {
    for (const said of every) {
      const { records } = JSON.parse(jsonOf("visit", [marked(said)], tableContext)) as { records: object[] };
      expect(records).toMatchObject([{ title: said, values: marked(said).values }]);
    }
  });

  it("stands in a feed as it is", () => {
    for (const said of every) {
      const xml = feedOf(said);
      // XML forbids what the parser of this test lets pass: `<` in the value of an attribute.
      expect(xml).not.toMatch(/<[^<>!]*="[^"<>]*</);
      const feed = children(xml2js(xml) as Element, "feed")[0]!;
      expect(textOf(feed, "title")).toBe(said);
      const entry = children(feed, "entry")[0]!;
      expect(unescaped(textOf(entry, "title"))).toBe(`visit added: ${said}`);
      expect(unescaped(textOf(entry, "summary"))).toBe(`${said}. ${said} ${said}`);
    }
  });
});

function feedOf(said: string): string {
  const entry: FeedEntry = {
    id: visit.id,
    kind: "visit",
    slug: visit.slug,
    title: said,
    dossierSlug: dossier.slug,
    dossierTitle: said,
    publishedAt: visit.publishedAt,
    updatedAt: visit.updatedAt,
    isNew: true,
    changeNote: said,
    opening: said,
  };
  return atomOf([entry], {
    site,
    title: said,
    page: "/",
    self: "/feed.atom",
    next: null,
    since: visit.publishedAt,
    word: (kind) => kind,
    happened: () => "added",
  });
}

const children = (of: Element, name: string) => of.elements?.filter((one) => one.name === name) ?? [];
const textOf = (of: Element, name: string) =>
  (children(of, name)[0]?.elements ?? []).map((one) => one.text ?? one.cdata ?? "").join("");

/** What HTML says, as text: an entry's title and summary are HTML. */
function unescaped(html: string): string {
  return parseFragment(html)
    .childNodes.map((node) => ("value" in node ? node.value : "<element>"))
    .join("");
}
