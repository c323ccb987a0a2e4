#!/usr/bin/env node
/** runc, but for limits of processes that this machine lets not even root set: containers keep the machine's own. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const args = process.argv.slice(2);
const bundle = args[args.indexOf("--bundle") + 1];
if (args.includes("--bundle")) {
  const file = join(bundle, "config.json");
  const config = JSON.parse(readFileSync(file, "utf8"));
  // An exec has a file of its own, and sets no limits.
  delete config.process.rlimits;
  delete config.process.oomScoreAdj;
  writeFileSync(file, JSON.stringify(config));
}
process.exit(spawnSync("runc", args, { stdio: "inherit" }).status ?? 1);
