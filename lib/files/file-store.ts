/** Where the bytes of files are kept, by the ids of the files. What is kept under an id never changes. */
import "server-only";
import type { Readable } from "node:stream";

/** Bytes from one place to another, both of them included. */
export interface Span {
  start: number;
  end: number;
}

export interface FileStore {
  /** Keeps what a file on this machine's disk holds, which is left where it is or taken. One that is kept already stays. */
  keep(id: string, path: string): Promise<void>;
  /** The bytes of a file, or a span of them; null where there is no such file. */
  read(id: string, span?: Span): Promise<Readable | null>;
}
