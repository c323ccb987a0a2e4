import { beforeAll, describe, expect, it } from "vitest";
import { saveDraft } from "@/lib/desk/write/save";
import {
  makeDossier,
  makeDossierThat,
  makePublished,
  makeSource,
  someone,
  written,
} from "@/tests/support/make";
import { searchPublished } from "./search";

let dossier: Awaited<ReturnType<typeof makeDossier>>;

beforeAll(async () => {
  dossier = await makeDossier();
  const event = (title: string, text: string, date = "2010") =>
    makePublished("event", dossier, { title, text, date });
  await event("Rocket lost after launch", "A rocket with a satellite came down near Zhezqazghan.");
  await event(
    "A congress in São Paulo",
    "Delegates met; the satellite was mentioned. Discounts of 987% were offered.",
  );
  await event("Under_score", "Something with an under_score.");
  await event("Older talks on zinc", "Zinc.", "1999");
  await event("Newer talks on zinc", "Zinc.", "2015");
  await event("Exports of tractors", "Tractors.", "2016");
  await event("A quarter of a century", "It was marked at the Expo in Astana.", "2017");
  await event("Guests at the Expo 2017", "The Expo was in Astana.", "2017");
  await event("Talks in Reykjavík", "Nothing came of them.", "2003");
  for (const title of ["भारत में हिन्दी सम्मेलन", "रत के बारे में", "இந்தியா தமிழ் மாநாடு", "ประเทศไทย และ การทูต"])
    await event(title, title);
  await makePublished("tradeYear", dossier, { year: "2018", total: "23000000", currency: "USD" });
  await makeDossierThat({
    memberships: "United Nations\nWorld Trade Organization",
    standings: [{ statement: "The second-largest buyer of saffron" }],
  });
  await makePublished("visit", dossier, {
    visitor: "Érlan Ídrissov",
    began: "2014-09",
    meetings: [{ host: "José Antonio Meade", manner: "official" }],
  });
});

const titles = async (query: string) => (await searchPublished(query)).hits.map(({ title }) => title);

describe("a search", () => {
  it.each(["idrissov", "ÍDRISSOV", "Idrisov", "idrissow", "Jose Meade", "josé  MEADE", "visit 2014"])(
    "for %j finds the visit of Idrissov",
    async (query) => expect((await titles(query))[0]).toMatch(/^Érlan Ídrissov to/),
  );

  it("puts what has the word in its title before what only mentions it", async () =>
    expect(await titles("rocket satellite")).toEqual(["Rocket lost after launch"]));

  it("puts the newer of two that match alike first", async () =>
    expect(await titles("zinc")).toEqual(["Newer talks on zinc", "Older talks on zinc"]));

  it("finds those with some of the words where none has all", async () =>
    expect(await titles("congress xylophone")).toEqual(["A congress in São Paulo"]));

  it("finds a word that only the text holds", async () =>
    expect(await titles("zhezqazghan")).toEqual(["Rocket lost after launch"]));

  it.each([
    ["rokcet", "Rocket lost after launch"],
    ["rokcet lanuch", "Rocket lost after launch"],
    ["reykyavik", "Talks in Reykjavík"],
    ["23 million", "Trade in 2018"],
    ["US$23 million", "Trade in 2018"],
    ["23,000,000", "Trade in 2018"],
  ])("for %j finds %s first", async (query, title) => {
    expect((await titles(query))[0]).toContain(title);
  });

  it.each([
    ["हिन्दी भारत", "भारत में हिन्दी सम्मेलन"],
    ["भारत", "भारत में हिन्दी सम्मेलन"],
    ["இந்தியா மாநாடு", "இந்தியா தமிழ் மாநாடு"],
    ["ประเทศไทย", "ประเทศไทย และ การทูต"],
    ["การทูต ประเทศไทย", "ประเทศไทย และ การทูต"],
  ])("for %j, with marks between its letters, finds only %s", async (query, title) => {
    expect(await titles(query)).toEqual([title]);
  });

  it.each(["WTO", "wto un", "saffron"])("for %j finds the dossier that says so", async (query) =>
    expect((await searchPublished(query)).hits.map(({ kind }) => kind)).toEqual(["dossier"]),
  );

  it("puts what has the word whole before what has it within a longer one, title or not", async () =>
    expect(await titles("expo")).toEqual([
      "Guests at the Expo 2017",
      "A quarter of a century",
      "Exports of tractors",
    ]));

  it("shows when it was, and the words where they stand", async () => {
    const [hit] = (await searchPublished("idrisov meade")).hits;
    expect(hit?.date).toBe("2014-09");
    expect(hit?.excerpt.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual(["Meade"]);
    const [rocket] = (await searchPublished("rokcet")).hits;
    expect(rocket?.excerpt).toContainEqual({ text: "rocket", isMatch: true });
  });

  it("shows nothing of a draft", async () => {
    const record = await makePublished("event", dossier, { title: "Osmium", text: "What was published." });
    written(await saveDraft(someone("editor"), record, { ...record.typed, text: "Osmium drafted." }));
    const [hit] = (await searchPublished("osmium")).hits;
    expect(hit?.excerpt).toEqual([{ text: "What was published.", isMatch: false }]);
  });

  it("finds a source under a dossier that cites it, and only then", async () => {
    const source = await makeSource({ title: "Yearbook of Quicksilver" });
    expect(await titles("quicksilver")).toEqual([]);
    await makePublished("event", dossier, { citations: [{ source: source.id }] });
    expect((await searchPublished("quicksilver")).hits).toMatchObject([{ kind: "source", id: source.id }]);
    expect((await searchPublished("quicksilver")).hits[0]?.dossierSlug).toBeTruthy();
  });

  it.each([
    "",
    " ",
    "a",
    "%",
    "_",
    "\\",
    "%%%",
    "'",
    "\u0000",
    "\ud800",
    "https://x.example/%00",
    "x.example/a%0Ab",
  ])("for %j finds nothing", async (query) =>
    expect(await searchPublished(query)).toEqual({ hits: [], hasMore: false, isCutOff: false }),
  );

  it("takes wildcards and quotes for letters that no word has", async () => {
    expect(await titles("under%score")).toEqual(await titles("under score"));
    expect(await titles('\'; DROP TABLE "Record"; --zinc')).toContain("Newer talks on zinc");
    expect(await titles("９８７％")).toEqual(["A congress in São Paulo"]);
  });

  it("bears 100 kB of text", async () => {
    expect((await searchPublished("zinc ".repeat(20_000))).hits).toHaveLength(2);
    expect((await searchPublished("z".repeat(100_000))).hits).toEqual([]);
  });

  it("gives no more than was asked for, and says that there is more", async () => {
    const { hits, hasMore } = await searchPublished("zinc", { limit: 1 });
    expect([hits.length, hasMore]).toEqual([1, true]);
    expect((await searchPublished("zinc", { limit: 2 })).hasMore).toBe(false);
  });
});
