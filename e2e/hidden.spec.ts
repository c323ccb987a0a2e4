/** A visitor cannot see what is not published: in no page, file, feed, site map or search. */
import { expect, test } from "@playwright/test";
import { type DossierKindKey, isShared, kindKeys, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { spellInstant } from "@/lib/domain/stood/moment";
import { adminCookie, firstDossier, hire, site } from "./support/crew";
import { uniqueWord } from "./support/members";
import { filesBeside, mappedPages } from "./support/public-addresses";
import { type FormValues, fullOf, type Standing, writeRecord } from "./support/records";
import { database, one } from "./support/traces";
import { yearsBetween } from "./support/years";
import { firstSource } from "@/tests/support/rows";

/**
 * A dossier of this file's own: what is published in one makes its pages anew, and those of the first dossier are many.
 */
let own: { dossierId: string; source: string; parties: readonly [string, string] };
let pair: string;

test.beforeAll(async () => {
  const { source } = await firstDossier();
  const parties = await unusedPair();
  const slug = uniqueWord();
  const [countryA, countryB] = parties;
  const values = { countryA, countryB, slug, summary: "Nothing hidden.", [firstSource]: source };
  const write = { kind: "dossier", intent: "publish", values } as const;
  const { id } = await writeRecord({ ...write, cookie: await adminCookie() });
  own = { dossierId: id, source, parties };
  pair = `/${slug}`;
});

/** A year in which no other test trades. */
const someYear = yearsBetween(1802, 1899);

/** A whole record of a kind, with a word of its own in each of its texts. */
async function valuesOf(kind: KindKey, word: string): Promise<FormValues> {
  const { source } = own;
  const parties = kind === "dossier" ? (["IS", "FJ"] as const) : own.parties;
  const values = fullOf(word, kind, { parties, source });
  return {
    ...values,
    ...(kind === "tradeYear" || kind === "tradeProducts" ? { year: String(someYear()) } : {}),
  };
}

/** Makes such a record, a draft unless it is published at once. */
async function make(
  kind: KindKey,
  word: string,
  intent: "save" | "publish" = "save",
): Promise<Standing & { values: FormValues }> {
  const values = await valuesOf(kind, word);
  const { dossierId } = own;
  const write = { kind, values, intent, cookie: await adminCookie() };
  return {
    ...(await writeRecord({ ...write, dossierId: kindOf(kind).inDossier ? dossierId : null })),
    values,
  };
}

type Made = Awaited<ReturnType<typeof make>>;

async function next(
  record: Made,
  intent: "save" | "publish" | "unpublish" | "trash",
  values = record.values,
) {
  const { kind } = record;
  const written = await writeRecord({ kind, intent, values, target: record, cookie: await adminCookie() });
  return { ...written, values };
}

async function textAt(path: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(site() + path, { redirect: "manual" });
  return { status: answer.status, text: await answer.text() };
}

/** Where the published versions of every record of the dossier would be read, also of those that have none. */
async function versionPages(): Promise<string[]> {
  const { rows } = await database().query<{ id: string }>(`SELECT "id" FROM "Entry" WHERE "dossierId" = $1`, [
    own.dossierId,
  ]);
  return rows.flatMap(({ id }) => ["", "?version=1"].map((query) => `${pair}/changes/${id}${query}`));
}

/** The dossier as it stood at each moment at which something of it was published, the overview and the list of its kind. */
async function stoodPages(): Promise<string[]> {
  const { rows } = await database().query<{ kind: KindKey; at: Date }>(
    `SELECT e."kind", v."at" FROM "Revision" v JOIN "Entry" e ON e."id" = v."entryId"
     WHERE e."dossierId" = $1 AND v."action" = 'publish'`,
    [own.dossierId],
  );
  return rows.flatMap(({ kind, at }) => {
    const query = `?stood=${spellInstant(at.toISOString())}`;
    return [`${pair}${query}`, `${pair}/${kindOf(kind).path}${query}`, `${pair}/sources${query}`];
  });
}

/** The addresses at which any of these words can be read. */
async function placesOf(words: readonly string[]): Promise<string[]> {
  const pages = await mappedPages(site());
  const [from] = own.parties;
  const narrowed = [
    `${pair}/visits?from=${from}`,
    `${pair}/visits?year=1999`,
    `${pair}/agreements?by=status`,
    `${pair}?on=2020-01-01`,
    "/changes",
    `${pair}/changes`,
    ...(await versionPages()),
    ...(await stoodPages()),
  ];
  // Without its last letter a word is found all the same, and the page that repeats the search does not hold it.
  const searches = words.map((word) => `/search?q=${word.slice(0, -1)}`);
  const found: string[] = [];
  for (const path of [...pages, ...filesBeside(pages), ...narrowed, ...searches]) {
    const { text } = await textAt(path);
    for (const word of words) if (text.includes(word)) found.push(`${path}: ${word}`);
  }
  return found;
}

test("no draft, unpublished change, withdrawn or trashed record of any kind is anywhere", async () => {
  test.slow();
  const words: string[] = [];
  const word = () => words[words.push(uniqueWord()) - 1]!;
  const paths: string[] = [];
  for (const kind of kindKeys) {
    const draft = await make(kind, word());
    const { slug } = await one<{ slug: string | null }>(
      `SELECT "slug" FROM "Entry" WHERE "id" = $1`,
      draft.id,
    );
    expect(slug, "a draft has no address yet").toBeNull();
    if (!kindOf(kind).inDossier && !isShared(kind)) continue;

    const shown = uniqueWord();
    const changed = await make(kind, shown, "publish");
    // The year and the exporter name the record: readers know them.
    const { year } = changed.values;
    await next(changed, "save", { ...(await valuesOf(kind, word())), ...(year && { year }) });
    for (const removal of ["unpublish", "trash"] as const) {
      const published = await make(kind, word(), "publish");
      // Sources have their pages where they are cited; here nothing cites them.
      if (published.publicPath && (kindOf(kind).ownPage || kind === "person"))
        paths.push(published.publicPath.split("#")[0]!);
      await next(published, removal);
    }
  }
  expect(words.length).toBeGreaterThan(20);
  expect(await placesOf(words)).toEqual([]);
  for (const path of paths) expect((await textAt(path)).status, path).toBe(404);
});

test("an unpublished dossier takes its records from everywhere, and a published one brings them back", async () => {
  test.slow();
  const { source } = own;
  const word = uniqueWord();
  const [a, b] = await unusedPair();
  const values = {
    countryA: a,
    countryB: b,
    slug: word,
    summary: `Summary ${word}`,
    [firstSource]: source,
  };
  const cookie = await adminCookie();
  const dossier = await writeRecord({ kind: "dossier", intent: "publish", values, cookie });
  const event = { title: `Event ${word}`, type: "other", text: "Text.", [firstSource]: source };
  await writeRecord({ kind: "event", intent: "publish", values: event, dossierId: dossier.id, cookie });
  const pages = [`/${word}`, `/${word}/history`, `/${word}/history/event-${word}`, `/${word}/feed.atom`];
  for (const page of pages) expect(await textAt(page)).toMatchObject({ status: 200 });
  expect((await textAt("/")).text).toContain(word);

  const down = await writeRecord({ kind: "dossier", intent: "unpublish", values, target: dossier, cookie });
  for (const page of pages) expect((await textAt(page)).status, page).toBe(404);
  expect(await placesOf([word])).toEqual([]);

  await writeRecord({ kind: "dossier", intent: "publish", values, target: down, cookie });
  for (const page of pages) expect((await textAt(page)).status, page).toBe(200);
});

/** Two countries that have no dossier, and that no other worker takes at the same moment. */
async function unusedPair(): Promise<[string, string]> {
  const { rows } = await database().query<{ key: string }>(
    `SELECT DISTINCT "uniqueKey" AS key FROM "Entry" WHERE "kind" = 'dossier'`,
  );
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const codes = [
    "AD",
    "BB",
    "CV",
    "DM",
    "ER",
    "FM",
    "GD",
    "HT",
    "KI",
    "LC",
    "MV",
    "NR",
    "PW",
    "SB",
    "TV",
    "WS",
  ];
  const taken = rows.map(({ key }) => key ?? letters);
  const pairs = codes.flatMap((a) => codes.filter((b) => a < b).map((b): [string, string] => [a, b]));
  const ours = pairs.filter((_, index) => index % 2 === test.info().parallelIndex % 2);
  const free = ours.filter(([a, b]) => !taken.some((key) => key.includes(a) && key.includes(b)));
  return free[Math.floor(Math.random() * free.length)]!;
}

const shownKinds: readonly DossierKindKey[] = ["event", "visit", "agreement", "mission"];

for (const kind of shownKinds)
  test(`a published ${kind} is there when the publishing is answered, and a withdrawn one gone`, async () => {
    test.slow();
    const word = uniqueWord();
    const published = await make(kind, word, "publish");
    const path = published.publicPath!;
    const list = `${pair}/${kindOf(kind).path}`;
    // The very next request, with no second look.
    expect(await textAt(path)).toMatchObject({ status: 200, text: expect.stringContaining(word) as unknown });
    // A page whose new state takes longer than readers are kept waiting follows a moment later.
    const places = ["/", list, `${list}.csv`, `${list}.json`, pair, "/feed.atom", `${pair}/feed.atom`];
    // The overview shows the latest few of each kind, and other stories publish meanwhile.
    const showing = places.filter((place) => place !== pair);
    for (const place of [...showing, `${pair}/sitemap.xml`, `/search?q=${word.slice(0, -1)}`])
      await expect.poll(async () => (await textAt(place)).text, place).toContain(word);

    const second = uniqueWord();
    const renamed = Object.fromEntries(
      Object.entries(published.values).map(([name, value]) => [name, String(value).replaceAll(word, second)]),
    );
    const changed = await next(published, "publish", renamed);
    for (const place of [path, `${list}.json`])
      await expect.poll(async () => (await textAt(place)).text, place).toContain(second);

    await next(changed, "unpublish");
    expect((await textAt(path)).status).toBe(404);
    for (const place of [...places, `${pair}/sitemap.xml`, `/search?q=${second.slice(0, -1)}`])
      expect((await textAt(place)).text, place).not.toContain(second);
  });

test("no visitor reads a draft by its id, by its preview, by a picker or as Next's scripts ask", async () => {
  const word = uniqueWord();
  const draft = await make("event", word);
  const former = await hire("editor");
  await fetch(`${site()}/admin/account`, { headers: { cookie: former.cookie } });
  await database().query(`DELETE FROM "Session" WHERE "userId" = $1`, [former.id]);
  const addresses = [
    `/admin/history/${draft.id}`,
    `/admin/history/${draft.id}/preview`,
    `/admin/history?q=${word.slice(0, -1)}`,
    `/admin/history/choices?q=${word.slice(0, -1)}`,
    "/admin",
    `${pair}/history/${draft.id}`,
  ];
  const disguises: Record<string, string>[] = [
    {},
    { cookie: former.cookie },
    { cookie: "entente-session=forged" },
    { rsc: "1", "next-router-prefetch": "1" },
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-invoke-path": "/admin", "x-matched-path": "/admin", "x-nextjs-data": "1" },
    { "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1", "x-entente-pass": "guessed" },
  ];
  for (const headers of disguises)
    for (const address of addresses) {
      const answer = await fetch(site() + address, { headers, redirect: "manual" });
      expect(await answer.text(), `${address} ${JSON.stringify(headers)}`).not.toContain(word);
    }
});
