import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { inRepo } from "./paths.mjs";

const skipped = /(^|\/)(generated|node_modules|\.next)(\/|$)|\.test\.tsx?$/;

function* filesUnder(path) {
  const stat = statSync(inRepo(path), { throwIfNoEntry: false });
  if (!stat || skipped.test(path)) return;
  if (stat.isFile()) yield path;
  else for (const name of readdirSync(inRepo(path)).sort()) yield* filesUnder(join(path, name));
}

/** One hash over the names and contents of files and folders; tests and generated code do not count. */
export function hashOf(paths, ...more) {
  const hash = createHash("sha256");
  for (const text of more) hash.update(`${text}\0`);
  for (const path of paths) {
    for (const file of filesUnder(path))
      hash
        .update(`${file}\0`)
        .update(readFileSync(inRepo(file)))
        .update("\0");
  }
  return hash.digest("hex");
}
