import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { PoolClient } from "pg";
import { pool } from "@/lib/database/client";
import { lastChanges } from "@/lib/database/outbox";
import { openEntry } from "@/lib/desk/read/open";
import { publish, unpublish } from "@/lib/desk/publish/publish";
import {
  makeDossier,
  makePublished,
  makeSource,
  nextPair,
  someone,
  typedFor,
  written,
} from "@/tests/support/make";
import type { Rendered } from "@/server/next/pages";
import { Press } from "./press";
import { pressDisk } from "./press-disk";
import type { PressSettings, Served } from "./press-settings";

const editor = someone("editor");
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-press-"));
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

const page = (status: number, body: string): Rendered => ({
  status,
  type: "text/html; charset=utf-8",
  location: undefined,
  disposition: undefined,
  caching: undefined,
  body: Buffer.from(body),
});

/** A press whose pages say how often they were rendered, unless `render` says otherwise. */
function pressWith(settings: Partial<PressSettings> = {}) {
  let renders = 0;
  const render = async () => page(200, `render ${(renders += 1)}`);
  const press = new Press({
    build: "one",
    render,
    disk: pressDisk(folder),
    log: pino({ level: "silent" }),
    ...settings,
  });
  return { press, renders: () => renders };
}

const at = (dossier: string | null, path: string) => ({ is: "document", dossier, path }) as const;
const textOf = (served: Served) =>
  ("document" in served ? served.document.bodies.identity : served.rendered.body).toString();

async function published() {
  const dossier = await makeDossier();
  const event = await makePublished("event", dossier);
  const slug = (await openEntry(editor, "dossier", dossier.id))!.slug!;
  return { dossier, event, slug };
}

it("renders a page once for two hundred readers who come at once", async () => {
  const { press, renders } = pressWith();
  await press.catchUp();
  const served = await Promise.all(Array.from({ length: 200 }, () => press.serve(at("a-b", "/a-b"))));
  expect(new Set(served.map(textOf))).toEqual(new Set(["render 1"]));
  expect(renders()).toBe(1);
  expect(press.ready("/a-b")).toBeDefined();
});

it("shows a publication at once, and leaves other dossiers' documents alone", async () => {
  const { event, slug } = await published();
  const { press } = pressWith();
  await press.catchUp();
  const [own, other] = [at(slug, `/${slug}`), at("c-d", "/c-d")];
  expect([textOf(await press.serve(own)), textOf(await press.serve(other))]).toEqual([
    "render 1",
    "render 2",
  ]);
  written(await publish(editor, event, { ...event.typed, title: "A new title" }));
  await press.catchUp();
  expect(textOf(await press.serve(own))).toBe("render 3");
  expect(textOf(await press.serve(other))).toBe("render 2");
});

it("serves the older document when the newer one is late or fails, and rests before it tries again", async () => {
  const { event, slug } = await published();
  let fails = false;
  let renders = 0;
  const render = async () => {
    renders += 1;
    if (fails) throw new Error("no page");
    return page(200, "as it was");
  };
  const { press } = pressWith({ render });
  await press.catchUp();
  const own = at(slug, `/${slug}`);
  await press.serve(own);
  fails = true;
  written(await publish(editor, event, { ...event.typed, title: "A new title" }));
  await press.catchUp();
  for (let reader = 0; reader < 5; reader += 1) expect(textOf(await press.serve(own))).toBe("as it was");
  expect(renders).toBe(2);
  expect(press.counts.stale).toBe(5);
});

it("does not give a reader after a publication the render that began before it", async () => {
  const { event, slug } = await published();
  const finish: ((rendered: Rendered) => void)[] = [];
  const render = () => new Promise<Rendered>((resolve) => finish.push(resolve));
  const { press } = pressWith({ render, patience: 10_000 });
  await press.catchUp();
  const own = at(slug, `/${slug}`);
  const before = press.serve(own);
  await expect.poll(() => finish.length).toBe(1);
  written(await publish(editor, event, event.typed));
  await press.catchUp();
  const after = press.serve(own);
  finish[0]!(page(200, "before"));
  await expect.poll(() => finish.length).toBe(2);
  finish[1]!(page(200, "after"));
  expect([textOf(await before), textOf(await after)]).toEqual(["before", "after"]);
});

it("does not make readers wait longer than its patience for a newer document", async () => {
  const { event, slug } = await published();
  let finish: ((rendered: Rendered) => void) | undefined;
  let first = true;
  const render = () =>
    first
      ? ((first = false), Promise.resolve(page(200, "old")))
      : new Promise<Rendered>((resolve) => (finish = resolve));
  const { press } = pressWith({ render, patience: 20 });
  await press.catchUp();
  const own = at(slug, `/${slug}`);
  await press.serve(own);
  written(await publish(editor, event, event.typed));
  await press.catchUp();
  expect(textOf(await press.serve(own))).toBe("old");
  finish!(page(200, "new"));
  await expect.poll(() => press.ready(`/${slug}`)?.bodies.identity.toString()).toBe("new");
});

it("never serves again what was unpublished, from memory or disk, even when nothing newer can be made", async () => {
  const { event, slug } = await published();
  let fails = false;
  const render = async () => {
    if (fails) throw new Error("no page");
    return page(200, "shows the record");
  };
  const { press } = pressWith({ render });
  await press.catchUp();
  const [own, home, other] = [at(slug, `/${slug}`), at(null, "/"), at("c-d", "/c-d")];
  for (const one of [own, home, other]) await press.serve(one);
  const disk = pressDisk(folder);
  await expect
    .poll(async () => (await Promise.all([own, home, other].map((one) => disk.load(one)))).every(Boolean))
    .toBe(true);
  fails = true;
  written(await unpublish(editor, event));
  await press.catchUp();
  await expect(press.serve(own)).rejects.toThrow("no page");
  await expect(press.serve(home)).rejects.toThrow("no page");
  expect(textOf(await press.serve(other))).toBe("shows the record");
  expect(await disk.load(own)).toBeNull();
  // A press that begins later finds the removal in the outbox.
  const { press: later } = pressWith({ render });
  await later.catchUp();
  await expect(later.serve(own)).rejects.toThrow("no page");
});

it("discards a render that began before a removal and ended after it", async () => {
  const { event, slug } = await published();
  const bodies = ["shows the record", "shows it no more"];
  const { press } = pressWith({
    render: async () => {
      const body = bodies.shift()!;
      if (bodies.length > 0) {
        written(await unpublish(editor, event));
        await press.catchUp();
      }
      return page(200, body);
    },
  });
  await press.catchUp();
  expect(textOf(await press.serve(at(slug, `/${slug}`)))).toBe("shows it no more");
});

it("serves from disk after a restart without a database, and makes anew once it is back", async () => {
  const { slug } = await published();
  const first = pressWith();
  await first.press.catchUp();
  const own = at(slug, `/${slug}`);
  await first.press.serve(own);
  const disk = pressDisk(folder);
  await expect.poll(() => disk.load(own)).not.toBeNull();

  const failing = async () => Promise.reject(new Error("no database"));
  const { press: without } = pressWith({ render: failing });
  expect(textOf(await without.serve(own))).toBe("render 1");

  const { press: back, renders } = pressWith();
  await back.catchUp();
  expect(textOf(await back.serve(own))).toBe("render 1");
  expect(renders()).toBe(0);

  const { press: nextBuild } = pressWith({ build: "two", render: async () => page(200, "with new styles") });
  await nextBuild.catchUp();
  expect(textOf(await nextBuild.serve(own))).toBe("with new styles");
});

it("remembers an absence briefly, and forgets it when its dossier changes", async () => {
  const { event, slug } = await published();
  let isThere = false;
  let renders = 0;
  const render = async () => ((renders += 1), isThere ? page(200, "there") : page(404, "not there"));
  const { press } = pressWith({ render });
  await press.catchUp();
  const own = at(slug, `/${slug}/history/x`);
  for (let reader = 0; reader < 3; reader += 1) expect(textOf(await press.serve(own))).toBe("not there");
  expect(renders).toBe(1);
  isThere = true;
  written(await publish(editor, event, event.typed));
  await press.catchUp();
  expect(textOf(await press.serve(own))).toBe("there");
});

it("stays within its memory, whatever is asked for", async () => {
  const { press } = pressWith({ memory: 50_000, render: async (path) => page(200, path.padEnd(2000, "x")) });
  await press.catchUp();
  for (let number = 0; number < 300; number += 1)
    await press.serve(at("a-b", `/a-b/history/made-up-${number}`));
  expect(press.shelf.bytes).toBeLessThanOrEqual(50_000);
  expect(press.ready("/a-b/history/made-up-299")).toBeDefined();
});

it("serves readers when the disk takes nothing", async () => {
  const disk = {
    ...pressDisk(folder),
    save: async () => Promise.reject(Object.assign(new Error("full"), { code: "ENOSPC" })),
  };
  const { press } = pressWith({ disk });
  await press.catchUp();
  expect(textOf(await press.serve(at("a-b", "/a-b")))).toBe("render 1");
});

it("numbers changes in the order of their commits, so that none appears behind one that was read", async () => {
  const add = (client: PoolClient) =>
    client.query<{ id: string }>(
      `INSERT INTO "Outbox" ("recordId", "kind", "action", "slug") VALUES (gen_random_uuid(), 'event', 'publish', 'x')
       RETURNING "id"::text`,
    );
  const [slow, fast] = [await pool().connect(), await pool().connect()];
  await slow.query("BEGIN");
  const first = await add(slow);
  let isSecondIn = false;
  const second = add(fast).then((added) => ((isSecondIn = true), added));
  await slow.query("SELECT 1");
  expect(isSecondIn).toBe(false);
  await slow.query("COMMIT");
  expect(Number((await second).rows[0]!.id)).toBeGreaterThan(Number(first.rows[0]!.id));
  slow.release();
  fast.release();
});

it("shows a removal though a number before it was drawn by a publication that was refused", async () => {
  const { event, slug } = await published();
  const { press } = pressWith();
  await press.catchUp();
  const own = at(slug, `/${slug}`);
  await press.serve(own);
  await pool().query(`SELECT nextval(pg_get_serial_sequence('"Outbox"', 'id'))`);
  written(await unpublish(editor, event));
  await press.catchUp();
  expect(textOf(await press.serve(own))).toBe("render 2");
});

it("takes nothing for its own that another database's pages left on the disk", async () => {
  const { slug } = await published();
  const { press } = pressWith();
  await press.catchUp();
  const own = at(slug, `/${slug}`);
  const served = await press.serve(own);
  const disk = pressDisk(folder);
  await expect.poll(() => disk.load(own)).not.toBeNull();
  if ("document" in served) await disk.save({ ...served.document, origin: "another", mark: 1_000_000 });
  const { press: later } = pressWith({ render: async () => page(200, "its own") });
  await later.catchUp();
  expect(textOf(await later.serve(own))).toBe("its own");
});

it("halves the disk only where there really are too many documents", async () => {
  const { press } = pressWith();
  await press.catchUp();
  const served = await press.serve(at("a-b", "/a-b"));
  if (!("document" in served)) throw new Error("no document");
  const { document } = served;
  const disk = pressDisk(await mkdtemp(join(folder, "few-")), { most: 10 });
  const four = ["/a", "/b", "/c", "/d"].map((path) => ({ ...document, path }));
  for (let round = 0; round < 5; round += 1) for (const one of four) await disk.save(one);
  expect((await Promise.all(four.map((one) => disk.load(one)))).filter(Boolean)).toHaveLength(4);
});

it("finds the last changes of many records that cite one source at once", async () => {
  const { slug, dossier } = await published();
  await pool().query(
    `INSERT INTO "Outbox" ("recordId", "kind", "dossierId", "action", "slug")
     SELECT gen_random_uuid(), 'event', $1, 'publish', 'x' FROM generate_series(1, 20000)`,
    [dossier.id],
  );
  const { newest, dossiers } = await lastChanges();
  expect(dossiers.find((one) => one.slug === slug)?.changed).toBe(newest);
});

it("never serves again what showed a source that was removed, whichever dossier had cited it", async () => {
  const { slug } = await published();
  const draft = await makeSource();
  const { version } = written(await publish(editor, draft, typedFor("source", nextPair())));
  const source = { ...draft, version };
  let fails = false;
  const render = async () => {
    if (fails) throw new Error("no page");
    return page(200, "names the source");
  };
  const { press } = pressWith({ render });
  await press.catchUp();
  const [own, other] = [at(slug, `/${slug}/sources`), at("c-d", "/c-d/sources")];
  for (const one of [own, other]) await press.serve(one);
  fails = true;
  written(await unpublish(editor, source));
  await press.catchUp();
  for (const one of [own, other]) await expect(press.serve(one)).rejects.toThrow("no page");
  const { press: later } = pressWith({ render });
  await later.catchUp();
  for (const one of [own, other]) await expect(later.serve(one)).rejects.toThrow("no page");
});

it("begins anew where the database was brought back to an earlier state", async () => {
  const { slug } = await published();
  const { press, renders } = pressWith();
  await press.catchUp();
  const earlier = press.changes.mark;
  await makePublished("event", (await published()).dossier);
  await press.catchUp();
  const page = at(slug, `/${slug}`);
  await press.serve(page);
  await pool().query(`DELETE FROM "Outbox" WHERE "id" > $1`, [earlier]);
  const before = renders();
  await press.catchUp();
  expect(press.changes.mark).toBe(earlier);
  await press.renewed();
  expect(renders()).toBe(before + 1);
});
