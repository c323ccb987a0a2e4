import { existsSync, mkdirSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A path inside the repository. */
export const inRepo = (...parts) => join(root, ...parts);

/** The folder that keeps what this installation made: database, secret, documents. Made if missing. */
export function dataFolder() {
  const named = process.env.ENTENTE_DATA || ".data";
  const folder = isAbsolute(named) ? named : inRepo(named);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Reads `.env` beside package.json, if there is one; what is set already wins. */
export function loadDotEnv() {
  const file = inRepo(".env");
  if (existsSync(file)) process.loadEnvFile(file);
}
