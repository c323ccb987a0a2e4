/** How readers are served: once rendered, fresh, or the older document where nothing newer can be had. */
import { expect, it } from "vitest";
import { publish } from "@/lib/desk/publish/publish";
import { cacheTag, notKeptTag } from "@/lib/domain/cache-tags";
import type { RenderedPage } from "@/server/next/pages";
import { at, page, publishedDossier, storeWith, textOf } from "@/tests/support/documents";
import { someone, written } from "@/tests/support/make";

const editor = someone("editor");

it("renders a page once for two hundred readers who come at once", async () => {
  const { store, renders } = storeWith();
  await store.catchUp();
  const served = await Promise.all(Array.from({ length: 200 }, () => store.serve(at("/a-b"))));
  expect(new Set(served.map(textOf))).toEqual(new Set(["render 1"]));
  expect(renders()).toBe(1);
  expect(store.ready("/a-b")).toBeDefined();
});

it("keeps no page that says it is not worth keeping, nor the document that there was", async () => {
  const { event, slug } = await publishedDossier();
  const own = at(`/${slug}/visits?year=1999`);
  const shows = [cacheTag.record(event.id)];
  const { store } = storeWith({ render: async () => page(200, "a year", shows) });
  await store.catchUp();
  await store.serve(own);
  expect(store.ready(own.path)).toBeDefined();
  shows.push(notKeptTag);
  written(await publish(editor, event, { ...event.typed, title: "A new title" }));
  await store.catchUp();
  expect(textOf(await store.serve(own))).toBe("a year");
  await store.end();
  expect(store.ready(own.path)).toBeUndefined();
  const { store: next, renders } = storeWith();
  await next.catchUp();
  await next.serve(own);
  expect(renders()).toBe(1);
});

it("shows a publication at once, and leaves the documents alone that do not show it", async () => {
  const { event, slug } = await publishedDossier();
  const { store } = storeWith({ tags: { [`/${slug}`]: [cacheTag.record(event.id)], "/c-d": ["r:another"] } });
  await store.catchUp();
  const [own, other] = [at(`/${slug}`), at("/c-d")];
  expect([textOf(await store.serve(own)), textOf(await store.serve(other))]).toEqual([
    "render 1",
    "render 2",
  ]);
  written(await publish(editor, event, { ...event.typed, title: "A new title" }));
  await store.catchUp();
  expect(textOf(await store.serve(own))).toBe("render 3");
  expect(textOf(await store.serve(other))).toBe("render 2");
});

it("serves the older document when the newer one is late or fails, and waits before it tries again", async () => {
  const { event, slug } = await publishedDossier();
  let fails = false;
  let renders = 0;
  const render = async () => {
    renders += 1;
    if (fails) throw new Error("no page");
    return page(200, "as it was", [cacheTag.record(event.id)]);
  };
  const { store } = storeWith({ render });
  await store.catchUp();
  const own = at(`/${slug}`);
  await store.serve(own);
  fails = true;
  written(await publish(editor, event, { ...event.typed, title: "A new title" }));
  await store.catchUp();
  for (let reader = 0; reader < 5; reader += 1) expect(textOf(await store.serve(own))).toBe("as it was");
  expect(renders).toBe(2);
  expect(store.counts.stale).toBe(5);
});

it("does not give a reader after a publication the render that began before it", async () => {
  const { event, slug } = await publishedDossier();
  const finish: ((rendered: RenderedPage) => void)[] = [];
  const render = () => new Promise<RenderedPage>((resolve) => finish.push(resolve));
  const { store } = storeWith({ render, patience: 10_000 });
  await store.catchUp();
  const own = at(`/${slug}`);
  const before = store.serve(own);
  await expect.poll(() => finish.length).toBe(1);
  written(await publish(editor, event, { ...event.typed, text: "Said anew" }));
  await store.catchUp();
  const after = store.serve(own);
  finish[0]!(page(200, "before", [cacheTag.record(event.id)]));
  await expect.poll(() => finish.length).toBe(2);
  finish[1]!(page(200, "after"));
  expect([textOf(await before), textOf(await after)]).toEqual(["before", "after"]);
});

it("does not make readers wait longer than its patience for a newer document", async () => {
  const { event, slug } = await publishedDossier();
  let finish: ((rendered: RenderedPage) => void) | undefined;
  let first = true;
  const render = () =>
    first
      ? ((first = false), Promise.resolve(page(200, "old", [cacheTag.record(event.id)])))
      : new Promise<RenderedPage>((resolve) => (finish = resolve));
  const { store } = storeWith({ render, patience: 20 });
  await store.catchUp();
  const own = at(`/${slug}`);
  await store.serve(own);
  written(await publish(editor, event, { ...event.typed, text: "Said anew" }));
  await store.catchUp();
  expect(textOf(await store.serve(own))).toBe("old");
  finish!(page(200, "new"));
  await expect.poll(async () => textOf(await store.serve(own))).toBe("new");
});

it("remembers a missing page briefly, and forgets it when anything is published", async () => {
  const { event, slug } = await publishedDossier();
  let isThere = false;
  let renders = 0;
  const render = async () => ((renders += 1), isThere ? page(200, "there") : page(404, "not there"));
  const { store } = storeWith({ render });
  await store.catchUp();
  const own = at(`/${slug}/history/x`);
  for (let reader = 0; reader < 3; reader += 1) expect(textOf(await store.serve(own))).toBe("not there");
  expect(renders).toBe(1);
  isThere = true;
  written(await publish(editor, event, { ...event.typed, text: "Said anew" }));
  await store.catchUp();
  expect(textOf(await store.serve(own))).toBe("there");
});

it("stays within its memory, whatever is asked for", async () => {
  const { store } = storeWith({ memory: 50_000, render: async (path) => page(200, path.padEnd(2000, "x")) });
  await store.catchUp();
  for (let number = 0; number < 300; number += 1) await store.serve(at(`/a-b/history/made-up-${number}`));
  expect(store.memory.calculatedSize).toBeLessThanOrEqual(50_000);
  expect(store.ready("/a-b/history/made-up-299")).toBeDefined();
});
