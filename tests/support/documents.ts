/** Document stores for tests: each test has a folder of its own, and pages are made up. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach } from "vitest";
import { openEntry } from "@/lib/desk/read/open";
import { diskCache } from "@/server/documents/disk-cache";
import { shownTags } from "@/server/documents/shown-tags";
import { bodyOf } from "@/server/documents/stored-document";
import { DocumentStore } from "@/server/documents/document-store";
import type { Served, StoreSettings } from "@/server/documents/store-settings";
import type { RenderedPage } from "@/server/next/pages";
import { makeDossier, makePublished, someone } from "./make";

const editor = someone("editor");
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-documents-"));
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

/** The folder in which every store of this test keeps its documents. */
export const documentsFolder = () => folder;

/** What a public address answers, and the tags of what it shows. */
export const page = (status: number, body: string, tags: readonly string[] = []): RenderedPage => ({
  shows: shownTags(tags),
  status,
  type: "text/html; charset=utf-8",
  location: undefined,
  disposition: undefined,
  caching: undefined,
  body: Buffer.from(body),
});

/** A store whose pages say how often they were rendered and show `tags`, unless `render` says otherwise. */
export function storeWith({ tags = {}, ...settings }: Partial<StoreSettings> & { tags?: TagsByPath } = {}) {
  let renders = 0;
  const store = new DocumentStore({
    build: "one",
    render: async (path) => page(200, `render ${(renders += 1)}`, tags[path]),
    disk: diskCache(folder),
    log: pino({ level: "silent" }),
    ...settings,
  });
  return { store, renders: () => renders };
}

type TagsByPath = Readonly<Record<string, readonly string[]>>;

/** A reader's address. */
export const at = (path: string) => ({ path });

/** What a reader got, as text. */
export const textOf = (served: Served) =>
  ("document" in served ? bodyOf(served.document, "identity") : served.rendered.body).toString();

/** A published dossier with an event, and its slug. */
export async function publishedDossier() {
  const dossier = await makeDossier();
  const event = await makePublished("event", dossier);
  const slug = (await openEntry(editor, "dossier", dossier.id))!.slug!;
  return { dossier, event, slug };
}
