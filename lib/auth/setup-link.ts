/** The file that holds the link with which the first admin is made: who can read it has the server's own files. */
import "server-only";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { env, publicUrl } from "@/lib/env";

const file = () => join(env().data, "setup-link");

/**
 * Writes the link, its token in the fragment, which no browser sends to a server and no log holds. Returns the file's path;
 * its owner alone may read it.
 */
export async function writeSetupLink(token: string): Promise<string> {
  await mkdir(env().data, { recursive: true });
  await removeSetupLink(); // one that others may read would stay so
  await writeFile(file(), `${publicUrl()}/admin/setup#${token}\n`, { mode: 0o600, flag: "wx" });
  return resolve(file());
}

/** Removes the file, where there is one. */
export async function removeSetupLink(): Promise<void> {
  await rm(file(), { force: true });
}
