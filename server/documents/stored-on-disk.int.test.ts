/** What is kept on disk, over restarts and for another database. */
import { expect, it } from "vitest";
import { pool } from "@/lib/database/client";
import { withConnection } from "@/lib/database/connection";
import { required } from "@/lib/env";
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

/** Brings the outbox back to a position, and then beyond where it was by other changes. */
async function goBackAndOn(position: number): Promise<void> {
  await withConnection(required("directDatabaseUrl"), async (client) => {
    await client.query(`DELETE FROM "Outbox" WHERE "id" > $1`, [position]);
    await client.query(`SELECT setval(pg_get_serial_sequence('"Outbox"', 'id'), $1)`, [position]);
  });
  const { dossier } = await publishedDossier();
  for (let more = 0; more < 3; more += 1) await makePublished("event", dossier);
}

it.each(["while a server runs", "while none does"])(
  "throws everything away where the database went back and on again %s",
  async (when) => {
    const outdated: string[] = [];
    const hooks = {
      kept: async () => undefined,
      outdated: async (all: readonly string[]) => void outdated.push(...all),
    };
    const disk = diskCache(documentsFolder());
    const failing = async () => Promise.reject(new Error("no page"));
    let render = async () => page(200, "made before");
    const { store } = storeWith({ hooks, disk, render: () => render() });
    await store.catchUp();
    const earlier = store.changes.position;
    await publishedDossier();
    await store.catchUp();
    await store.serve(at("/a-b"));
    await store.serve(at("/c-d"));
    await store.end();
    store.memory.delete("/c-d");
    await goBackAndOn(earlier);
    render = failing;
    const fails = { render: failing, hooks, disk: diskCache(documentsFolder()) };
    if (when === "while a server runs") {
      await store.catchUp();
      expect(outdated).toEqual(expect.arrayContaining(["/a-b", "/c-d"]));
      expect(store.memory.has("/a-b")).toBe(false);
    }
    const { store: later } = storeWith(fails);
    await later.catchUp();
    for (const one of ["/a-b", "/c-d"]) await expect(later.serve(at(one))).rejects.toThrow("no page");
    // Not for good: what is made now stays.
    const { store: next } = storeWith({ render: async () => page(200, "made now") });
    await next.catchUp();
    await next.serve(at("/a-b"));
    await next.end();
    const { store: last } = storeWith({ render: failing, disk: diskCache(documentsFolder()) });
    await last.catchUp();
    expect(textOf(await last.serve(at("/a-b")))).toBe("made now");
  },
);
