import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { xml2js, type Element } from "xml-js";
import { site } from "@/tests/support/published";
import { atomOf, type FeedEntry } from "./atom";

const settings = {
  site,
  title: "Kazakhstan–Mexico · Entente",
  page: "/kazakhstan-mexico",
  self: "/kazakhstan-mexico/feed.atom",
  next: null,
  since: "2026-01-01T00:00:00.000Z",
  word: (kind: string) => kind,
  happened: (isNew: boolean) => (isNew ? "added" : "changed"),
};

const entry: FeedEntry = {
  id: "01a20992-3cba-752a-8dd1-bc8843b557fc",
  kind: "visit",
  slug: "2014-erlan-idrissov",
  title: "Erlan Idrissov to Mexico",
  dossierSlug: "kazakhstan-mexico",
  dossierTitle: "Kazakhstan–Mexico",
  publishedAt: "2026-01-02T03:04:05.006Z",
  updatedAt: "2026-02-03T04:05:06.007Z",
  isNew: false,
  changeNote: null,
  opening: "The two governments made known <what> & when.",
};

/** The feed's element; strict: what is not well-formed throws. */
function parse(xml: string): Element {
  const root = (xml2js(xml) as Element).elements?.find(({ name }) => name === "feed");
  if (!root) throw new Error("no feed");
  return root;
}
const children = (of: Element, name: string) => of.elements?.filter((one) => one.name === name) ?? [];
const text = (of: Element, name: string) =>
  children(of, name)[0]
    ?.elements?.map((one) => one.text ?? one.cdata ?? "")
    .join("");
const link = (of: Element, rel: string) =>
  children(of, "link").find(({ attributes }) => (attributes?.rel ?? "alternate") === rel)?.attributes?.href;

describe("a feed", () => {
  it("has what RFC 4287 asks of it", () => {
    const feed = parse(atomOf([entry], settings));
    expect(feed.attributes?.xmlns).toBe("http://www.w3.org/2005/Atom");
    expect(text(feed, "id")).toBe("https://entente.example/kazakhstan-mexico");
    expect(text(feed, "title")).toBe("Kazakhstan–Mexico · Entente");
    expect(text(feed, "updated")).toBe(entry.updatedAt);
    expect(children(feed, "author")).toHaveLength(1);
    expect(link(feed, "self")).toBe("https://entente.example/kazakhstan-mexico/feed.atom");
    expect(link(feed, "alternate")).toBe("https://entente.example/kazakhstan-mexico");
  });

  it("tells in their order of what was withdrawn, and leads to where that is told", () => {
    const withdrawn = {
      ...{
        id: "01a20992-3cba-752a-8dd1-bc8843b557fd",
        at: "2026-02-04T00:00:00.000Z",
        kind: "visit" as const,
      },
      ...{ title: "Visit withdrawn", dossierSlug: "kazakhstan-mexico", dossierTitle: "Kazakhstan–Mexico" },
    };
    const earlier = {
      ...withdrawn,
      id: "01a20992-3cba-752a-8dd1-bc8843b557fe",
      at: "2026-01-04T00:00:00.000Z",
    };
    const feed = parse(atomOf([entry], { ...settings, withdrawals: [earlier, withdrawn] }));
    const items = children(feed, "entry");
    expect(items.map((item) => text(item, "id"))).toEqual(
      [withdrawn.id, entry.id, earlier.id].map((id) => `urn:uuid:${id}`),
    );
    expect(text(feed, "updated")).toBe(withdrawn.at);
    expect(text(items[0]!, "title")).toBe("Visit withdrawn");
    expect(link(items[0]!, "alternate")).toBe("https://entente.example/kazakhstan-mexico/changes");
  });

  it("has an entry for each record, under the name that the record keeps for good", () => {
    const [item] = children(parse(atomOf([entry], settings)), "entry");
    expect(item && text(item, "id")).toBe(`urn:uuid:${entry.id}`);
    expect(item && text(item, "title")).toBe("visit changed: Erlan Idrissov to Mexico");
    expect(item && text(item, "updated")).toBe(entry.updatedAt);
    expect(item && text(item, "published")).toBe(entry.publishedAt);
    expect(item && link(item, "alternate")).toBe(
      "https://entente.example/kazakhstan-mexico/visits/2014-erlan-idrissov",
    );
  });

  it("says of an entry whether it was added or changed, and how its text begins", () => {
    const added = { ...entry, isNew: true, opening: "" };
    const [changed, isNew] = children(parse(atomOf([entry, added], settings)), "entry");
    expect(changed && text(changed, "summary")).toBe(
      "Kazakhstan–Mexico. The two governments made known &lt;what&gt; &amp; when.",
    );
    const [noted] = children(parse(atomOf([{ ...added, changeNote: "1 < 2" }], settings)), "entry");
    expect(noted && text(noted, "summary")).toBe("Kazakhstan–Mexico. 1 &lt; 2");
    expect(isNew && text(isNew, "title")).toBe("visit added: Erlan Idrissov to Mexico");
    expect(isNew && text(isNew, "summary")).toBe("Kazakhstan–Mexico.");
  });

  it("takes no title for markup", () => {
    const title = "<script>alert(1)</script> & more";
    const [item] = children(parse(atomOf([{ ...entry, title }], settings)), "entry");
    expect(item && text(item, "title")).toBe(
      "visit changed: &lt;script&gt;alert(1)&lt;/script&gt; &amp; more",
    );
  });

  it("is a feed without entries too", () => {
    expect(text(parse(atomOf([], settings)), "updated")).toBe(settings.since);
  });

  it("is well-formed whatever a title says", () => {
    const titles = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("]]>", "<b>&amp;</b>", "\u0000", "\uD800", "\uFFFE", "<![CDATA["),
    );
    fc.assert(
      fc.property(titles, (title) => {
        const feed = parse(
          atomOf([{ ...entry, title, dossierTitle: title, changeNote: title, opening: title }], {
            ...settings,
            title,
          }),
        );
        expect(children(feed, "entry")).toHaveLength(1);
      }),
    );
  });
});

it("leads from page to page, and from each to the first", () => {
  const self = `${settings.self}?before=1764177600000-${entry.id}`;
  const linksOf = (feed: Element) =>
    children(feed, "link").map(({ attributes }) => `${attributes?.rel} ${attributes?.href}`);
  const page = parse(atomOf([entry], { ...settings, self, next: `${settings.self}?before=0` }));
  expect(linksOf(page)).toEqual(
    expect.arrayContaining([
      `self ${site.origin}${self}`,
      `first ${site.origin}${settings.self}`,
      `next ${site.origin}${settings.self}?before=0`,
    ]),
  );
  expect(linksOf(parse(atomOf([entry], settings))).join()).not.toContain("next");
});
