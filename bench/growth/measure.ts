/** What is measured of a site of one size. Each measurement looks whether it got what it names. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { operator } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { publish } from "@/lib/desk/publish/publish";
import { typedFrom } from "@/lib/domain/fields/set";
import type { Held } from "@/lib/domain/fields/field";
import { kindOf } from "@/lib/domain/kinds/registry";
import { backup } from "@/lib/operations/backup";
import { restore } from "@/lib/operations/restore";
import { statements } from "@/tests/support/cluster";
import { until } from "@/tests/support/until";
import { median, timed } from "../figures";
import { signIn } from "../sign-in";
import type { Filled } from "./fill";

/** A measured value by what it is of; in milliseconds, or in kB where the name says so. */
export type Measured = Map<string, number>;

export interface Subject {
  url: string;
  databaseUrl: string;
  filled: Filled;
}

/** Asks for a page; throws where it is not there, or without these words. */
async function ask(
  url: string,
  words: string | RegExp,
  headers: Record<string, string> = {},
): Promise<string> {
  const answer = await fetch(url, { headers });
  const text = await answer.text();
  const isThere = typeof words === "string" ? text.includes(words) : words.test(text);
  if (answer.status !== 200 || !isThere)
    throw new Error(`${url} answered ${answer.status}, without ${String(words)}`);
  return text;
}

/** Readers' pages, each rendered for its first reader, after those of another dossier have warmed the site. */
export async function pages({ url, filled }: Subject): Promise<Measured> {
  const { large, full } = filled;
  const found: Measured = new Map();
  const visits = await database().record.findMany({
    where: { dossierId: large.id, kind: "visit" },
    select: { slug: true, title: true },
    take: 6,
  });
  for (const path of ["", "/history", "/visits", "/trade"])
    await ask(`${url}/${full.slug}${path}`, "</html>");
  const first = async (what: string, path: string, words: string | RegExp) => {
    let text = "";
    found.set(what, await timed(async () => (text = await ask(url + path, words))));
    found.set(`${what}, kB compressed`, gzipSync(text).length / 1024);
  };
  await first("first page, of 500 dossiers", "/", /[?;]country=MX/);
  await first("overview of the largest dossier", `/${large.slug}`, `/${large.slug}/visits`);
  await first("its history", `/${large.slug}/history`, `/${large.slug}/`);
  await first("its visits", `/${large.slug}/visits`, `/${large.slug}/visits/`);
  const [warm, ...others] = visits.map(({ slug }) => `/${large.slug}/visits/${slug}`);
  await ask(url + warm!, "</html>");
  const records: number[] = [];
  for (const path of others) records.push(await timed(() => ask(url + path, "</h1>")));
  found.set("a record's page there, median", median(records));
  await first("sitemap index", "/sitemap.xml", "<sitemapindex");
  await first("its site map", `/${large.slug}/sitemap.xml`, "<urlset");
  await first("its visits as CSV", `/${large.slug}/visits.csv`, "countryA");
  await first("its visits as JSON", `/${large.slug}/visits.json`, '"records"');
  return found;
}

/** Searches that no one has asked for yet: of visitors by name, as it is spelt and with a letter too few in each word. */
export async function searches({ url, filled }: Subject): Promise<Measured> {
  const visits = await database().visit.findMany({
    where: { record: { dossierId: filled.full.id } },
    select: { visitor: true },
    take: 5,
  });
  const names = visits.map(({ visitor }) => visitor);
  const misspelt = names.map((name) => name.replace(/(?<=\b\p{L}{2})\p{L}(?=\p{L}{2})/gu, ""));
  const result = /<a href="\/[a-z-]+\/[a-z]+\//;
  const found: Measured = new Map();
  for (const [what, queries] of [
    ["a search, spelt right", names],
    ["a search, misspelt", misspelt],
  ] as const) {
    const taken: number[] = [];
    let answered = 0;
    for (const q of queries) {
      const address = `${url}/search?${new URLSearchParams({ q }).toString()}`;
      let text = "";
      taken.push(await timed(async () => (text = await ask(address, "</h1>"))));
      if (result.test(text)) answered += 1;
    }
    found.set(`${what}, median`, median(taken));
    found.set(`${what}: of five found something (a count)`, answered);
  }
  return found;
}

/** The desk's pages, as an editor opens them. */
export async function desk({ url, filled }: Subject): Promise<Measured> {
  const cookie = await signIn(url, "editor");
  const long = await database().entry.findFirstOrThrow({
    where: { dossierId: filled.full.id, kind: "visit", version: { gte: 500 } },
    select: { id: true },
  });
  const found: Measured = new Map();
  const page = async (what: string, path: string, words: string | RegExp) => {
    const open = () => ask(url + path, words, { cookie });
    await open();
    const taken: number[] = [];
    for (let round = 0; round < 5; round += 1) taken.push(await timed(open));
    found.set(what, median(taken));
  };
  const rowLink = /href="\/admin\/[a-z]+\/[0-9a-f-]{36}"/;
  await page("dashboard", "/admin", rowLink);
  await page("what waits, of the history", "/admin/history?state=waiting", rowLink);
  await page("a form with 200 rows and 500 versions", `/admin/visits/${long.id}`, "Host no. 199");
  return found;
}

/** A publication, until readers have it on the record's page and in the list, and how many pages were rendered for it. */
export async function publication({ url, filled }: Subject): Promise<Measured> {
  const db = database();
  const { id, slug } = filled.large;
  const taken: number[] = [];
  const renders = async () => {
    const text = await (await fetch(`${url}/metrics`)).text();
    return Number(/^entente_renders_total(?:\{[^}]*\})? (\d+)$/m.exec(text)?.[1]);
  };
  const before = await renders();
  const rounds = 3;
  for (let round = 0; round < rounds; round += 1) {
    const record = await db.record.findFirstOrThrow({
      where: { dossierId: id, kind: "visit" },
      orderBy: { sortDate: { sort: "desc", nulls: "last" } },
      select: { id: true, slug: true, entry: { select: { version: true, draft: true } } },
    });
    const visitor = `Fresh Visitor ${round} ${Date.now()}`;
    const typed = { ...typedFrom(kindOf("visit").fields, record.entry.draft as Held), visitor };
    const path = `${url}/${slug}/visits/${record.slug}`;
    await ask(path, "</h1>");
    const began = performance.now();
    const outcome = await publish(
      operator(),
      { kind: "visit", id: record.id, version: record.entry.version },
      typed,
    );
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    await until(
      "the record's page is fresh",
      async () => (await (await fetch(path)).text()).includes(visitor),
      {
        within: 120_000,
        every: 10,
      },
    );
    taken.push(performance.now() - began);
  }
  return new Map([
    ["a publication until its page is fresh, median", median(taken)],
    ["renders for each publication", ((await renders()) - before) / rounds],
  ]);
}

/** A backup, and its restore into a database of its own. */
export async function exchange({ databaseUrl }: Subject): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), "entente-growth-"));
  const admin = new URL(databaseUrl);
  admin.pathname = "/postgres";
  const name = `restored${process.pid}`;
  const other = new URL(databaseUrl);
  other.pathname = `/${name}`;
  const file = join(folder, "all.gz");
  await statements(admin.href, `DROP DATABASE IF EXISTS ${name}`, `CREATE DATABASE ${name}`);
  try {
    let rows = 0;
    const out = await timed(async () => (rows = await backup(databaseUrl, file)));
    const back = await timed(async () => {
      const restored = await restore({ root: "prisma" }, other.href, file);
      if (restored.rows !== rows) throw new Error(`${restored.rows} rows of ${rows} came back`);
    });
    return new Map([
      ["backup", out],
      ["restore", back],
    ]);
  } finally {
    await statements(admin.href, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await rm(folder, { recursive: true });
  }
}
