/** What was removed is never shown again. */
import { expect, it } from "vitest";
import { pool } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { publish } from "@/lib/desk/publish/publish";
import { unpublish } from "@/lib/desk/publish/withdraw";
import { at, documentsFolder, page, publishedDossier, storeWith, textOf } from "@/tests/support/documents";
import { makeSource, nextPair, someone, typedFor, written } from "@/tests/support/make";
import { diskCache } from "./disk-cache";

const editor = someone("editor");

it("never serves again what was unpublished, from memory or disk, even when nothing newer can be made", async () => {
  const { event, slug } = await publishedDossier();
  const tags: Record<string, string[]> = {
    [`/${slug}`]: [cacheTag.record(event.id)],
    "/": [cacheTag.changes(null)],
    "/c-d": [cacheTag.record(event.id.replace(/^./, "f"))],
  };
  let fails = false;
  const render = async (path: string) => {
    if (fails) throw new Error("no page");
    return page(200, "shows the record", tags[path]);
  };
  const { store } = storeWith({ render });
  await store.catchUp();
  const [own, home, other] = [at(`/${slug}`), at("/"), at("/c-d")];
  for (const one of [own, home, other]) await store.serve(one);
  const disk = diskCache(documentsFolder());
  const onDisk = () => Promise.all([own, home, other].map(async ({ path }) => !!(await disk.load(path))));
  await expect.poll(onDisk).toEqual([true, true, true]);
  // As a server that stopped before the removal left it, and no running one knows of.
  const late = diskCache(documentsFolder());
  const [unknown] = [await late.load(own.path)];
  fails = true;
  written(await unpublish(editor, event));
  await store.catchUp();
  await expect(store.serve(own)).rejects.toThrow("no page");
  await expect(store.serve(home)).rejects.toThrow("no page");
  expect(textOf(await store.serve(other))).toBe("shows the record");
  expect(await onDisk()).toEqual([false, false, true]);
  // A store that begins later finds the removal in the outbox, and on the disk where it cannot ask.
  await late.save(unknown!);
  for (const isConnected of [false, true]) {
    const { store: later } = storeWith({ render, disk: diskCache(documentsFolder()) });
    if (isConnected) await later.catchUp();
    await expect(later.serve(own)).rejects.toThrow("no page");
    expect(textOf(await later.serve(other))).toBe("shows the record");
  }
});

it("begins, then begins again without a database, and shows nothing of what was removed before", async () => {
  const { event, slug } = await publishedDossier();
  const own = at(`/${slug}`);
  let fails = false;
  const render = async () => {
    if (fails) throw new Error("no page");
    return page(200, "shows the record", [cacheTag.record(event.id)]);
  };
  const begin = () => storeWith({ render, disk: diskCache(documentsFolder()) }).store;
  const first = begin();
  await first.catchUp();
  await first.serve(own);
  await first.end();
  fails = true;
  expect(textOf(await begin().serve(own))).toBe("shows the record");
  // Through a server of another folder.
  written(await unpublish(editor, event));
  await begin().catchUp();
  await expect(begin().serve(own)).rejects.toThrow("no page");
});

it("discards a render that began before a removal and ended after it", async () => {
  const { event, slug } = await publishedDossier();
  const bodies = ["shows the record", "shows it no more"];
  const { store } = storeWith({
    render: async () => {
      const body = bodies.shift()!;
      if (bodies.length > 0) {
        written(await unpublish(editor, event));
        await store.catchUp();
      }
      return page(200, body, [cacheTag.record(event.id)]);
    },
  });
  await store.catchUp();
  expect(textOf(await store.serve(at(`/${slug}`)))).toBe("shows it no more");
});

it("shows a removal though a number before it was drawn by a publication that was refused", async () => {
  const { event, slug } = await publishedDossier();
  const { store } = storeWith({ tags: { [`/${slug}`]: [cacheTag.name(event.id)] } });
  await store.catchUp();
  const own = at(`/${slug}`);
  await store.serve(own);
  await pool().query(`SELECT nextval(pg_get_serial_sequence('"Outbox"', 'id'))`);
  written(await unpublish(editor, event));
  await store.catchUp();
  expect(textOf(await store.serve(own))).toBe("render 2");
});

it("never serves again what showed a source that was removed, and leaves all else alone", async () => {
  const { slug } = await publishedDossier();
  const draft = await makeSource();
  const { version } = written(await publish(editor, draft, typedFor("source", nextPair())));
  const source = { ...draft, version };
  const tags: Record<string, string[]> = {
    [`/${slug}/sources`]: [cacheTag.record(source.id)],
    "/c-d/sources": [cacheTag.record(source.id), cacheTag.changes(null)],
    "/": [cacheTag.changes(null), cacheTag.dossiers()],
  };
  let fails = false;
  const render = async (path: string) => {
    if (fails) throw new Error("no page");
    return page(200, "names the source", tags[path]);
  };
  const { store } = storeWith({ render });
  await store.catchUp();
  const [own, other, home] = [at(`/${slug}/sources`), at("/c-d/sources"), at("/")];
  for (const one of [own, other, home]) await store.serve(one);
  fails = true;
  written(await unpublish(editor, source));
  await store.catchUp();
  for (const one of [own, other]) await expect(store.serve(one)).rejects.toThrow("no page");
  expect(store.ready("/")).toBeDefined();
  const { store: later } = storeWith({ render });
  await later.catchUp();
  for (const one of [own, other]) await expect(later.serve(one)).rejects.toThrow("no page");
});
