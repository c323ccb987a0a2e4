import { readFileSync } from "node:fs";
import { inRepo } from "../paths.mjs";

/** What the lock file names that production needs: `{ path, name, version, licence }` of each package, `licence` null where it has none. */
export function lockedPackages(lock = JSON.parse(readFileSync(inRepo("package-lock.json"), "utf8"))) {
  return Object.entries(lock.packages)
    .filter(([path, { dev, link }]) => path !== "" && !dev && !link)
    .map(([path, { name, version, license }]) => ({
      path,
      name: name ?? path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
      version,
      licence: license ?? null,
    }));
}

/** A file of this folder that a person keeps. */
export const keptList = (name) =>
  JSON.parse(readFileSync(inRepo("scripts", "lib", "dependencies", name), "utf8"));
