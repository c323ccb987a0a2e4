/** What a document store is made with, what it gives, and what it counts. */
import type { Log } from "@/server/http/log";
import type { Rendered, RenderedPage } from "@/server/next/pages";
import type { DiskCache } from "./disk-cache";
import type { StoredDocument } from "./stored-document";

/** What a reader gets: a kept document, or something that is not kept (a 404, a redirect, an empty period, a large file), as of an outbox position. */
export type Served = { document: StoredDocument } | { rendered: Rendered; position: number };

/** What wants to know which documents are up to date, as whatever serves them besides this process. */
export interface DocumentHooks {
  /** A document is on disk, and up to date. */
  kept(document: StoredDocument): Promise<void>;
  /** The documents under these paths are not up to date any more; a change is taken in once this resolves. */
  outdated(paths: readonly string[]): Promise<void>;
}

export interface StoreSettings {
  /** Names the build, whose style sheets its documents need. */
  build: string;
  /** Renders a page; given up when `abandoned` is aborted, since no client waits for it any more. */
  render(path: string, abandoned: AbortSignal): Promise<RenderedPage>;
  disk: DiskCache;
  log: Log;
  hooks?: DocumentHooks;
  /** Bytes of memory for documents. */
  memory?: number;
  /** How long a reader waits for a newer document before getting the older one, in milliseconds. */
  patience?: number;
}

export interface StoreCounts {
  hits: number;
  stale: number;
  renders: number;
  failures: number;
  renderSeconds: number;
}
