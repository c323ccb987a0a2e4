/** What was removed is never shown again. */
import { expect, it } from "vitest";
import { pool } from "@/lib/database/client";
import { publish } from "@/lib/desk/publish/publish";
import { unpublish } from "@/lib/desk/publish/withdraw";
import { at, documentsFolder, page, publishedDossier, storeWith, textOf } from "@/tests/support/documents";
import { makeSource, nextPair, someone, typedFor, written } from "@/tests/support/make";
import { diskCache } from "./disk-cache";

const editor = someone("editor");

it("never serves again what was unpublished, from memory or disk, even when nothing newer can be made", async () => {
  const { event, slug } = await publishedDossier();
  let fails = false;
  const render = async () => {
    if (fails) throw new Error("no page");
    return page(200, "shows the record");
  };
  const { store } = storeWith({ render });
  await store.catchUp();
  const [own, home, other] = [at(slug, `/${slug}`), at(null, "/"), at("c-d", "/c-d")];
  for (const one of [own, home, other]) await store.serve(one);
  const disk = diskCache(documentsFolder());
  await expect
    .poll(async () => (await Promise.all([own, home, other].map((one) => disk.load(one)))).every(Boolean))
    .toBe(true);
  fails = true;
  written(await unpublish(editor, event));
  await store.catchUp();
  await expect(store.serve(own)).rejects.toThrow("no page");
  await expect(store.serve(home)).rejects.toThrow("no page");
  expect(textOf(await store.serve(other))).toBe("shows the record");
  expect(await disk.load(own)).toBeNull();
  // A store that begins later finds the removal in the outbox.
  const { store: later } = storeWith({ render });
  await later.catchUp();
  await expect(later.serve(own)).rejects.toThrow("no page");
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
      return page(200, body);
    },
  });
  await store.catchUp();
  expect(textOf(await store.serve(at(slug, `/${slug}`)))).toBe("shows it no more");
});

it("shows a removal though a number before it was drawn by a publication that was refused", async () => {
  const { event, slug } = await publishedDossier();
  const { store } = storeWith();
  await store.catchUp();
  const own = at(slug, `/${slug}`);
  await store.serve(own);
  await pool().query(`SELECT nextval(pg_get_serial_sequence('"Outbox"', 'id'))`);
  written(await unpublish(editor, event));
  await store.catchUp();
  expect(textOf(await store.serve(own))).toBe("render 2");
});

it("never serves again what showed a source that was removed, whichever dossier had cited it", async () => {
  const { slug } = await publishedDossier();
  const draft = await makeSource();
  const { version } = written(await publish(editor, draft, typedFor("source", nextPair())));
  const source = { ...draft, version };
  let fails = false;
  const render = async () => {
    if (fails) throw new Error("no page");
    return page(200, "names the source");
  };
  const { store } = storeWith({ render });
  await store.catchUp();
  const [own, other] = [at(slug, `/${slug}/sources`), at("c-d", "/c-d/sources")];
  for (const one of [own, other]) await store.serve(one);
  fails = true;
  written(await unpublish(editor, source));
  await store.catchUp();
  for (const one of [own, other]) await expect(store.serve(one)).rejects.toThrow("no page");
  const { store: later } = storeWith({ render });
  await later.catchUp();
  for (const one of [own, other]) await expect(later.serve(one)).rejects.toThrow("no page");
});
