import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { alone } from "./alone.mjs";
import { hashOf } from "./hash.mjs";
import { inRepo } from "./paths.mjs";
import { mustRun } from "./run.mjs";
import { step } from "./step.mjs";

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

/** Builds the site for production, unless the build there is of these very sources. */
export async function build() {
  const isBuilt = () => existsSync(marker) && readFileSync(marker, "utf8") === hashOf(sources);
  if (isBuilt()) return;
  await alone(async () => {
    if (isBuilt()) return;
    const now = hashOf(sources);
    rmSync(marker, { force: true }); // a build that is cut off is no build
    await step("Building the site", async () => {
      const next = inRepo("node_modules", "next", "dist", "bin", "next");
      const env = { NODE_ENV: "production" };
      await mustRun("Building the site", process.execPath, [next, "build"], { env });
    });
    writeFileSync(marker, now);
  });
}
