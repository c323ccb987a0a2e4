import "server-only";
import { join } from "node:path";
import { env } from "@/lib/env";
import type { FileStore } from "./file-store";
import { folderStore } from "./folder-store";
import { s3Store } from "./s3-store";

/** The folder below the data folder in which files are kept, and into which they come. */
export const filesFolder = () => join(env().data, "files");

let store: FileStore | undefined;

/** The store that the environment names. */
export function ownFileStore(): FileStore {
  const { files } = env();
  return (store ??= files ? s3Store(files) : folderStore(filesFolder()));
}
