/** What is kept on disk, over restarts and for another database. */
import { expect, it } from "vitest";
import { pool } from "@/lib/database/client";
import { at, documentsFolder, page, publishedDossier, storeWith, textOf } from "@/tests/support/documents";
import { makePublished } from "@/tests/support/make";
import { diskCache } from "./disk-cache";

it("serves from disk after a restart without a database, and makes anew once it is back", async () => {
  const { slug } = await publishedDossier();
  const first = storeWith();
  await first.store.catchUp();
  const own = at(`/${slug}`);
  await first.store.serve(own);
  const disk = diskCache(documentsFolder());
  await expect.poll(() => disk.load(own.path)).not.toBeNull();

  const failing = async () => Promise.reject(new Error("no database"));
  const { store: without } = storeWith({ render: failing });
  expect(textOf(await without.serve(own))).toBe("render 1");

  const { store: back, renders } = storeWith();
  await back.catchUp();
  expect(textOf(await back.serve(own))).toBe("render 1");
  expect(renders()).toBe(0);

  const { store: nextBuild } = storeWith({ build: "two", render: async () => page(200, "with new styles") });
  await nextBuild.catchUp();
  expect(textOf(await nextBuild.serve(own))).toBe("with new styles");
});

it("serves readers when the disk takes nothing", async () => {
  const disk = {
    ...diskCache(documentsFolder()),
    save: async () => Promise.reject(Object.assign(new Error("full"), { code: "ENOSPC" })),
  };
  const { store } = storeWith({ disk });
  await store.catchUp();
  expect(textOf(await store.serve(at("/a-b")))).toBe("render 1");
});

it("takes nothing for its own that another database's pages left on the disk", async () => {
  const { slug } = await publishedDossier();
  const { store } = storeWith();
  await store.catchUp();
  const own = at(`/${slug}`);
  const served = await store.serve(own);
  const disk = diskCache(documentsFolder());
  await expect.poll(() => disk.load(own.path)).not.toBeNull();
  if ("document" in served) await disk.save({ ...served.document, database: "another", position: 1_000_000 });
  const { store: later } = storeWith({ render: async () => page(200, "its own") });
  await later.catchUp();
  expect(textOf(await later.serve(own))).toBe("its own");
});

it("begins anew where the database was brought back to an earlier state", async () => {
  const { slug } = await publishedDossier();
  const { store, renders } = storeWith();
  await store.catchUp();
  const earlier = store.changes.position;
  await makePublished("event", (await publishedDossier()).dossier);
  await store.catchUp();
  const page = at(`/${slug}`);
  await store.serve(page);
  await pool().query(`DELETE FROM "Outbox" WHERE "id" > $1`, [earlier]);
  const before = renders();
  await store.catchUp();
  expect(store.changes.position).toBe(earlier);
  await store.renewed();
  expect(renders()).toBe(before + 1);
});
