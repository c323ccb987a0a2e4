/** What a press is made with, what it gives, and what it counts. */
import type { Log } from "@/server/http/log";
import type { Rendered } from "@/server/next/pages";
import type { PressDisk } from "./press-disk";
import type { PressDocument } from "./press-document";

/** What a reader gets: a kept document, or something that is not kept (a 404, a redirect), as of a change. */
export type Served = { document: PressDocument } | { rendered: Rendered; mark: number };

export interface PressSettings {
  /** Names the build, whose style sheets its documents need. */
  build: string;
  render(path: string): Promise<Rendered>;
  disk: PressDisk;
  log: Log;
  /** Bytes of memory for documents. */
  memory?: number;
  /** How long a reader waits for a newer document before getting the older one, in milliseconds. */
  patience?: number;
}

export interface PressCounts {
  hits: number;
  stale: number;
  renders: number;
  failures: number;
  renderSeconds: number;
}
