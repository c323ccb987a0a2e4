#!/usr/bin/env node
/** runc, but for limits of processes that this machine lets not even root set: containers keep the machine's own. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const args = process.argv.slice(2);
const after = (flag) => (args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined);

/** Takes the limits out of a file; what is run is that object, or the part of it that `of` gives. */
function withoutLimits(file, of = (config) => config) {
  const config = JSON.parse(readFileSync(file, "utf8"));
  delete of(config).rlimits;
  delete of(config).oomScoreAdj;
  writeFileSync(file, JSON.stringify(config));
}

const [bundle, exec] = [after("--bundle"), after("--process")];
if (bundle) withoutLimits(join(bundle, "config.json"), (config) => config.process);
if (exec) withoutLimits(exec);
process.exit(spawnSync("runc", args, { stdio: "inherit" }).status ?? 1);
