/** A record may say anything: what programs look for in pages, files and feeds is text there like any other. */
import { cleanText } from "@/lib/domain/clean-text";
import { randomUUID } from "node:crypto";
import { parse as parseCsv } from "csv-parse/sync";
import { xml2js, type Element } from "xml-js";
import { expect, test } from "@playwright/test";
import { kindKeys, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { neutral } from "@/lib/exchange/csv";
import { markers } from "@/tests/support/markers";
import { adminCookie, site } from "./support/crew";
import { markedCount, markedRecord } from "./support/marked-records";
import { filesBeside, mappedPages } from "./support/public-addresses";
import { type FormValues, type Standing, writeRecord } from "./support/records";
import { one } from "./support/traces";
import { asRead, readPage, type WholePage } from "./support/whole-page";

const word = `q${randomUUID().replaceAll("-", "").slice(0, 8)}z`;
// Two countries of which no other story tells.
const parties = ["TO", "VU"] as const;
const dossier = "tonga-vanuatu";

interface Marked extends Standing {
  values: FormValues;
}

test.describe.configure({ mode: "serial" });

const marked = new Map<KindKey, Marked[]>();
const all = () => [...marked.values()].flat();

async function publishMarked(kind: KindKey, dossierId: string | null): Promise<Marked[]> {
  const sources = (marked.get("source") ?? []).map(({ id }) => id);
  const made: Marked[] = [];
  for (let number = 0; number < markedCount(kind, word); number += 1) {
    const values = markedRecord(kind, number, { word, parties, sources });
    if (kind === "dossier") values.slug = dossier;
    const write = { kind, values, dossierId, intent: "publish", cookie: await adminCookie() } as const;
    made.push({ ...(await writeRecord(write)), values });
  }
  marked.set(kind, made);
  return made;
}

async function answerAt(path: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(site() + path);
  return { status: answer.status, text: await answer.text() };
}

/** A page that is whole and answers 200. */
async function pageAt(path: string) {
  const { status, text } = await answerAt(path);
  expect(status, path).toBe(200);
  const page = readPage(text);
  expect(page.foreign, path).toEqual([]);
  return page;
}

/** Every text that a record's form sent: those of its rows too, and each of several lines. */
const textsOf = ({ values }: Marked) =>
  Object.values(values)
    .flatMap((value) => String(value).split("\n"))
    .filter((text) => text !== dossier && markers.some((marker) => text.includes(marker)));

/** A record as it is published. */
function published({ id }: Marked): Promise<{ title: string; slug: string }> {
  return one(`SELECT "title", "slug" FROM "Record" WHERE "id" = $1`, id);
}

/** Where a record is read: a source also at the dossier's own page for it, now that it is cited there. */
async function pathOf(record: Marked): Promise<string> {
  if (record.kind !== "source") return record.publicPath!.split("#")[0]!;
  return `/${dossier}/sources/${(await published(record)).slug}`;
}

test("records of every kind that hold every marker are published", async () => {
  test.slow();
  await publishMarked("source", null);
  const [made] = await publishMarked("dossier", null);
  await Promise.all(
    kindKeys.filter((kind) => kindOf(kind).inDossier).map((kind) => publishMarked(kind, made!.id)),
  );
  expect(all().every(({ state }) => state === "published")).toBe(true);
});

test("their pages say them to the letter, and describe them so", async () => {
  test.slow();
  const pages = new Map<string, WholePage>();
  const missing: string[] = [];
  for (const record of all()) {
    const path = await pathOf(record);
    const page = pages.get(path) ?? (await pageAt(path));
    pages.set(path, page);
    const says = (text: string) =>
      text.startsWith("https:") ? page.links.includes(new URL(text).href) : page.text.includes(asRead(text));
    for (const text of textsOf(record)) if (!says(text)) missing.push(`${path}: ${text}`);
    const { title } = await published(record);
    if (kindOf(record.kind).ownPage && record.kind !== "tradeYear")
      expect(page.descriptions, path).toContainEqual(expect.objectContaining({ name: title }));
  }
  expect(missing).toEqual([]);
});

test("the lists, the dossier and what is left of lists when they are narrowed stay whole", async () => {
  test.slow();
  const lists = kindKeys.filter((kind) => kindOf(kind).ownPage);
  const overview = [`/${dossier}`, "/", ...lists.map((kind) => `/${dossier}/${kindOf(kind).path}`)];
  const narrowed = [
    `/${dossier}/visits?from=TO`,
    `/${dossier}/visits?year=1999`,
    `/${dossier}/agreements?by=status`,
  ];
  const pages = new Map<string, WholePage>();
  for (const path of [...overview, ...narrowed]) pages.set(path, await pageAt(path));
  for (const kind of lists)
    for (const record of marked.get(kind) ?? []) {
      const list = pages.get(`/${dossier}/${kindOf(kind).path}`);
      // Lists of trade are figures.
      if (kind === "tradeYear") continue;
      expect(list?.links).toContain(await pathOf(record));
      expect(list?.text).toContain(asRead(textsOf(record)[0]!));
    }
});

test("searches find them, whatever is looked for", async () => {
  test.slow();
  const found = await pageAt(`/search?q=${word}`);
  for (const kind of ["event", "visit", "dossier"] as const)
    expect(found.links).toContain((await pathOf(marked.get(kind)![0]!)).split("#")[0]);
  for (const marker of markers) {
    const { text } = await pageAt(`/search?q=${encodeURIComponent(marker)}`);
    // What a search folds away before it looks is not repeated.
    if (!/\p{C}/u.test(marker)) expect(text).toContain(asRead(marker));
  }
});

test("their files hold them to the letter", async () => {
  test.slow();
  for (const [kind, records] of marked) {
    if (kind === "dossier") continue;
    const list = `/${dossier}/${kindOf(kind).path}`;
    const json = await answerAt(`${list}.json`);
    expect(json.status).toBe(200);
    const file = JSON.parse(json.text) as { records: { id: string; title: string; values: object }[] };
    const csv = parseCsv((await answerAt(`${list}.csv`)).text, { columns: true }) as Record<string, string>[];
    expect(JSON.parse((await answerAt(`${list}.csv-metadata.json`)).text)).toBeTruthy();
    for (const record of records) {
      const { title } = await published(record);
      const [told, row] = [file.records, csv].map((all) => all.find(({ id }) => id === record.id));
      const held = JSON.stringify(told?.values);
      const holds = (text: string) => held.includes(JSON.stringify(text.trim()).slice(1, -1));
      // What ends a line is cleaned: into a line's end, or a space where there is one line.
      const lost = textsOf(record).filter((text) => {
        const clean = cleanText(text);
        return !text.startsWith("https:") && !holds(clean) && !holds(clean.replaceAll("\n", " "));
      });
      expect(lost, `${list}.json`).toEqual([]);
      expect(told?.title).toBe(title);
      expect(row).toMatchObject({ title: neutral(title) });
    }
  }
});

test("the feeds and the site map stay XML, and the feed says them to the letter", async () => {
  const pages = await mappedPages(site());
  for (const path of filesBeside(pages.filter((one) => one === `/${dossier}`)).filter((one) =>
    /atom|xml/.test(one),
  )) {
    const { status, text } = await answerAt(path);
    expect(status, path).toBe(200);
    expect(text, path).not.toMatch(/<[^<>!]*="[^"<>]*</);
    expect((xml2js(text) as Element).elements, path).toHaveLength(1);
  }
  const feed = xml2js((await answerAt(`/${dossier}/feed.atom`)).text, { compact: true }) as {
    feed: { entry: { title: { _cdata: string } }[] };
  };
  const told = feed.feed.entry.map(({ title }) => readPage(title._cdata).text);
  expect(told.length).toBeGreaterThan(20);
  // The feed holds the latest changes; each of its titles is a record's behind a word of ours.
  const titles = await Promise.all(all().map(async (record) => asRead((await published(record)).title)));
  expect(told.filter((title) => !titles.some((one) => title.endsWith(`: ${one}`)))).toEqual([]);
});

test("the desk shows them in their forms, lists and histories", async () => {
  const cookie = await adminCookie();
  for (const [kind, [record]] of marked) {
    const list = `/admin/${kindOf(kind).path}`;
    for (const path of [
      list,
      `${list}?q=${word}`,
      `${list}/${record!.id}`,
      `${list}/${record!.id}/preview`,
    ]) {
      const answer = await fetch(site() + path, { headers: { cookie } });
      expect(answer.status, path).toBe(200);
      expect(await answer.text(), path).not.toContain("<script>alert(1)");
    }
  }
});
