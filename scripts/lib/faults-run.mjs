import { build } from "./build.mjs";
import { generate, install } from "./install.mjs";
import { loadDotEnv } from "./paths.mjs";
import { stopRunning, typescript, untilEnd } from "./run.mjs";
import { main } from "./step.mjs";

/** `npm run faults -- [part …]`: the fault tests that take minutes, on servers and databases of their own. */
export function faultsRun(args = process.argv.slice(2)) {
  // What we started has servers of its own to end.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stopRunning("SIGTERM"));
  return main(async () => {
    loadDotEnv();
    await install();
    await generate();
    await build();
    const program = [...typescript, "tests/faults/long/main.ts", ...args];
    return (await untilEnd(process.execPath, program, { stdio: "inherit" })).code;
  });
}
