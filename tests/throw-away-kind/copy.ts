/** A copy of the project to which a kind can be added, with the tools of the project run in it. */
import { cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newMigration } from "@/lib/operations/migration-files";
import { inRepo } from "../../scripts/lib/paths.mjs";
import { untilEnd } from "../../scripts/lib/run.mjs";

type Ended = Awaited<ReturnType<typeof untilEnd>>;

export interface Copy {
  root: string;
  /** Runs a script of an installed package, or of the copy, under Node. */
  run(args: string[], env?: Record<string, string>): Promise<Ended>;
  /** Makes the migration and the client of the copy's schema. */
  generate(): Promise<void>;
  /** What is wrong with the types of everything, as the compiler says it; empty where nothing is. */
  types(): Promise<string>;
  remove(): Promise<void>;
}

export const packaged = (...path: string[]) => inRepo("node_modules", ...path);

const notCopied = new Set([
  ".data",
  ".git",
  ".next",
  ".env",
  "docs",
  "node_modules",
  "playwright-report",
  "test-results",
]);

/** Copies the project inside the repository, where packages are found and git and every tool look away. */
export async function copyProject(): Promise<Copy> {
  const root = inRepo(".data", "test", `throw-away-kind-${process.pid}`);
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  const { readdir } = await import("node:fs/promises");
  for (const name of await readdir(inRepo()))
    if (!notCopied.has(name)) await cp(inRepo(name), join(root, name), { recursive: true });
  await cp(inRepo(".next", "types"), join(root, ".next", "types"), { recursive: true });
  await symlink(inRepo("node_modules"), join(root, "node_modules"));
  // The copy's packages lie outside of it, in the folder that holds both.
  const config = join(root, "next.config.js");
  const text = await readFile(config, "utf8");
  await writeFile(
    config,
    text
      .replace('new URL(".", import.meta.url)', 'new URL("../../../", import.meta.url)')
      // No second build of the copy would read what the first one keeps for it.
      .replace("experimental: {", "experimental: { turbopackFileSystemCacheForBuild: false,"),
  );
  const run = (args: string[], env: Record<string, string> = {}) =>
    untilEnd(process.execPath, args, {
      cwd: root,
      env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, ...env },
    });
  return {
    root,
    run,
    async generate() {
      await newMigration({ root: join(root, "prisma") }, "prizes");
      const cli = packaged("prisma", "build", "index.js");
      const { code, output } = await run([cli, "generate", "--schema", "prisma/schema.prisma"]);
      if (code) throw new Error(output);
    },
    async types() {
      // It notes in the copy what it has checked, and looks the next time only at what a change reaches.
      const notes = join(root, ".types.tsbuildinfo");
      const tsc = packaged("typescript-7", "bin", "tsc");
      const { code, output } = await run([tsc, "--noEmit", "--tsBuildInfoFile", notes]);
      if (code && !output) throw new Error(`the check of types ended with ${code}`);
      return output;
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
