import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { alone } from "./alone.mjs";
import { hashOf } from "./hash.mjs";
import { inRepo } from "./paths.mjs";
import { mustRun } from "./run.mjs";
import { step } from "./step.mjs";

const packagesOf = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {});

/** Whether a package may rightly be absent: an optional one that is not made for just this kind of machine. */
function dispensable({ optional, os, cpu, libc }) {
  const forUs = os?.includes(process.platform) && cpu?.includes(process.arch) && !libc;
  return Boolean(optional && !forUs);
}

/** Whether what is installed, as npm notes it beside the packages, is what the lock file says. */
export function isInstalled(locked, installed) {
  return Object.entries(locked).every(
    ([path, entry]) =>
      path === "" || installed[path]?.version === entry.version || (!installed[path] && dispensable(entry)),
  );
}

const areInstalled = () =>
  isInstalled(
    packagesOf(inRepo("package-lock.json")),
    packagesOf(inRepo("node_modules", ".package-lock.json")),
  );

/** Installs packages by the lock file, unless what is installed is that already. */
export async function install() {
  if (areInstalled()) return;
  await alone(async () => {
    if (areInstalled()) return;
    // No package of ours needs its install script (what the database's does, postgres-native.mjs does).
    const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    await step("Installing packages by the lock file", async () => {
      await mustRun("Installing packages", "npm", ["ci", ...flags, "--include=dev", "--include=optional"]);
    });
  });
}

const clientMarker = inRepo("lib", "database", "generated", ".schema-hash");

function clientHash() {
  const { version } = packagesOf(inRepo("package-lock.json"))["node_modules/prisma"];
  return hashOf(["prisma/schema.prisma"], version);
}

const isGenerated = () => existsSync(clientMarker) && readFileSync(clientMarker, "utf8") === clientHash();

/** Generates the Prisma client and the types of the pages' addresses, unless those there are current. */
export async function generate() {
  await generateClient();
  await generateRouteTypes();
}

const routesMarker = inRepo(".next", "types", "entente-routes");

/** What the types of addresses are made from: which pages, layouts and handlers there are. */
function routesHash() {
  const files = readdirSync(inRepo("app"), { recursive: true });
  return hashOf(
    [],
    files
      .filter((name) => /(page|layout|route)\.tsx?$/.test(name))
      .sort()
      .join("\n"),
  );
}

/** Types of pages that are gone would fail the check of types. */
async function generateRouteTypes() {
  const isCurrent = () => existsSync(routesMarker) && readFileSync(routesMarker, "utf8") === routesHash();
  if (isCurrent()) return;
  const next = inRepo("node_modules", "next", "dist", "bin", "next");
  await mustRun("Generating the types of addresses", process.execPath, [next, "typegen"]);
  writeFileSync(routesMarker, routesHash());
}

async function generateClient() {
  if (isGenerated()) return;
  await alone(async () => {
    if (isGenerated()) return;
    rmSync(clientMarker, { force: true }); // a client that is cut off is no client
    await step("Generating the database client", async () => {
      const cli = inRepo("node_modules", "prisma", "build", "index.js");
      // Generating needs no schema engine, but looks for one and would download it: any program will do.
      const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
      const args = [cli, "generate", "--schema", "prisma/schema.prisma"];
      await mustRun("Generating the database client", process.execPath, args, { env });
    });
    writeFileSync(clientMarker, clientHash());
  });
}
