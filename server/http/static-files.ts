import { readFile } from "node:fs/promises";
import { extname, join, posix } from "node:path";
import { encode, type Encoding, shrinks, tagOf } from "./encode";
import { pathsUnder } from "./static-archive";

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

const forAYear = "public, max-age=31536000, immutable";
const forAnHour = "public, max-age=3600";

export interface StaticFile {
  type: string;
  caching: string;
  tag: string;
  bytes(encoding: Encoding): Promise<{ body: Buffer; encoding: Encoding }>;
}

/** A file that is read and compressed once, when first asked for, and kept: the build's files are few. */
async function held(file: string, caching: string): Promise<StaticFile> {
  const plain = await readFile(file);
  const type = types[extname(file)] ?? "application/octet-stream";
  const kept = new Map<Encoding, Promise<Buffer>>();
  return {
    type,
    caching,
    tag: tagOf(plain),
    async bytes(wanted) {
      const encoding = shrinks(type) && plain.length > 500 ? wanted : "identity";
      const body = kept.get(encoding) ?? encode(plain, encoding, 9);
      kept.set(encoding, body);
      return { body: await body, encoding };
    },
  };
}

/**
 * The files that need no page: the build's own and earlier builds' under `/_next/static`, and those of `public/`. Only
 * what was there at the start is served, by its exact name: no path of a request ever reaches the file system.
 */
export async function staticFiles(
  root: string,
  archive: string,
): Promise<(path: string) => Promise<StaticFile> | undefined> {
  const found = new Map<string, { file: string; caching: string }>();
  const add = async (folder: string, prefix: string, cachingOf: (path: string) => string) => {
    for (const below of await pathsUnder(folder)) {
      const path = posix.join(prefix, below.replaceAll("\\", "/"));
      found.set(path, { file: join(folder, below), caching: cachingOf(path) });
    }
  };
  // Earlier builds' files first, so that the present build's stand where both have one.
  await add(archive, "/_next/static", () => forAYear);
  await add(join(root, "public"), "/", (path) =>
    /[.-][0-9a-f]{8,}\.\w+$/.test(path) ? forAYear : forAnHour,
  );
  await add(join(root, ".next", "static"), "/_next/static", () => forAYear);
  const opened = new Map<string, Promise<StaticFile>>();
  return (path) => {
    const entry = found.get(path);
    if (!entry) return undefined;
    const known = opened.get(path);
    if (known) return known;
    const file = held(entry.file, entry.caching);
    opened.set(path, file);
    // One that could not be read is tried again when it is next asked for.
    file.catch(() => opened.delete(path));
    return file;
  };
}
