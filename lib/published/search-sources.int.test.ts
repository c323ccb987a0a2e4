/** Searches for the web addresses of sources, and for what records are cited or have files for. */
import { beforeAll, describe, expect, it } from "vitest";
import { makeDossier, makePublished, makeSource } from "@/tests/support/make";
import { searchPublished } from "./search";

const long = `https://example.org/gazette?${"part=annex&".repeat(40)}id=1`;
const sources = {
  register: { address: "https://www.example.org/Treaties/Quinoa-Accord/view?id=12&lang=en" },
  embassy: { address: "https://посольство.рф/новости/" },
  encoded: { address: "https://example.com/%D0%B4%D0%BE%D0%B3%D0%BE%D0%B2%D0%BE%D1%80%D1%8B" },
  kept: { archivedAddress: "https://web.archive.org/web/2014/http://example.net/a" },
  long: { address: long },
  page: { address: "https://example.org/Treaties/" },
};
const ids = new Map<string, string>();

beforeAll(async () => {
  const dossier = await makeDossier();
  for (const [key, address] of Object.entries(sources))
    ids.set((await makeSource({ title: `Source of ${key}`, ...address })).id, key);
  await makePublished("event", dossier, {
    title: "Talks on barley",
    text: "A delegation came.",
    citations: [...ids.keys()].map((source) => ({ source })),
  });
  const textLink = "https://example.org/Barley-Pact/full.pdf";
  ids.set((await makePublished("agreement", dossier, { title: "Pact", textLink })).id, "agreement");
  // Never cited, and so of no dossier.
  await makeSource({ title: "Hidden", address: "https://example.org/hidden" });
});

const keys = async (q: string) => (await searchPublished(q)).hits.map(({ id }) => ids.get(id));

describe("a reader's search", () => {
  it.each([
    ["https://www.example.org/Treaties/Quinoa-Accord/view?id=12&lang=en", "register"],
    ["  example.org/Treaties/Quinoa-Accord/view?id=12&lang=en#part-2 ", "register"],
    ["http://example.org/Treaties/Quinoa-Accord/view?id=12&utm_source=mail&lang=en&fbclid=x", "register"],
    ["https://посольство.рф/новости", "embassy"],
    [new URL("https://посольство.рф/новости/").href, "embassy"],
    ["https://example.com/договоры", "encoded"],
    ["https://web.archive.org/web/2014/http://example.net/a", "kept"],
    [long, "long"],
    ["https://example.org/Treaties", "page"],
    ["https://example.org/Barley-Pact/full.pdf", "agreement"],
  ])("for the address %s finds first what has it, %s", async (pasted, key) => {
    expect((await keys(pasted))[0]).toBe(key);
  });

  it.each([
    ["quinoa accord", "register"],
    ["example.org quinoa", "register"],
    ["посольство", "embassy"],
    ["договоры", "encoded"],
    ["dogovory", "encoded"],
    ["archive.org", "kept"],
    ["barley pact", "agreement"],
  ])("for the words %j of an address finds %s and shows where they stand", async (q, key) => {
    const { hits } = await searchPublished(q);
    const hit = hits.find(({ id }) => ids.get(id) === key);
    expect(hit?.excerpt.filter(({ isMatch }) => isMatch)).not.toEqual([]);
  });

  it("shows the address that was pasted", async () => {
    const [hit] = (await searchPublished(sources.register.address)).hits;
    expect(hit?.excerpt.map(({ text }) => text).join("")).toBe(
      "example.org/Treaties/Quinoa-Accord/view?id=12&lang=en",
    );
  });

  it("finds no source that no dossier cites", async () =>
    expect(
      (await searchPublished("https://example.org/hidden")).hits.map(({ title }) => title),
    ).not.toContain("Hidden"));
});

describe("what is found by a citation alone", () => {
  beforeAll(async () => {
    const dossier = await makeDossier();
    const source = (await makeSource({ title: "Gazette of quartz" })).id;
    const citation = { source, place: "folio 77 verso", quotation: "It was woven by moonlight, they say." };
    await makePublished("agreement", dossier, { title: "On looms", place: "Oslo", citations: [citation] });
    await makePublished("agreement", dossier, { title: "On moonlights", place: "Bergen" });
  });

  const passage = async (q: string) => {
    const hit = (await searchPublished(q)).hits.find(({ title }) => title === "On looms");
    const parts = hit?.beside?.excerpt.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text));
    return {
      own: hit?.excerpt.map(({ text }) => text).join(""),
      title: hit?.beside?.title,
      parts: parts?.join(""),
    };
  };

  it.each([
    ["moonlight", "It was woven by [moonlight], they say."],
    ["moonlite", "It was woven by [moonlight], they say."],
    ["looms folio 77", "[folio] [77] verso"],
    ["looms woven", "It was [woven] by moonlight, they say."],
  ])("for %j shows the passage %j, and of which source it is", async (q, shown) => {
    expect(await passage(q)).toEqual({ own: "", title: "Gazette of quartz", parts: shown });
  });

  it("shows both where the record holds one word and a citation the other", async () =>
    expect(await passage("oslo moonlight")).toMatchObject({
      own: "Oslo",
      parts: expect.stringContaining("[moonlight]"),
    }));

  it("shows no citation where the record itself holds the words", async () =>
    expect(await passage("oslo")).toMatchObject({ own: "Oslo", title: undefined }));
});
