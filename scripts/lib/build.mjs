import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { alone } from "./alone.mjs";
import { hintScripts } from "./compile-hints.mjs";
import { hashOf } from "./hash.mjs";
import { inRepo } from "./paths.mjs";
import { mustRun, untilEnd } from "./run.mjs";
import { Fault, step } from "./step.mjs";

const sources = [
  "app",
  "components",
  "i18n",
  "islands",
  "lib",
  "messages",
  "prisma/schema.prisma",
  "public",
  "next.config.js",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tailwind.config.ts",
  "tsconfig.json",
];

const marker = inRepo(".next", "entente-sources");

/**
 * Builds the site for production, unless the build there is of these very sources. With `quiet` it says nothing of
 * it, and throws a Fault that holds what the build printed.
 */
export async function build({ quiet = false } = {}) {
  const isBuilt = () => existsSync(marker) && readFileSync(marker, "utf8") === hashOf(sources);
  if (isBuilt()) return;
  await alone(async () => {
    if (isBuilt()) return;
    const now = hashOf(sources);
    rmSync(marker, { force: true }); // a build that is cut off is no build
    const next = [inRepo("node_modules", "next", "dist", "bin", "next"), "build"];
    const env = { NODE_ENV: "production" };
    if (quiet) {
      const { code, output } = await untilEnd(process.execPath, next, { env });
      if (code) throw new Fault(`${output.trimEnd()}\nBuilding the site failed.`);
    } else
      await step("Building the site", () => mustRun("Building the site", process.execPath, next, { env }));
    hintScripts(inRepo(".next", "static", "chunks"));
    writeFileSync(marker, now);
  });
}
