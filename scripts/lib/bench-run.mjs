import { build } from "./build.mjs";
import { generate, install } from "./install.mjs";
import { loadDotEnv } from "./paths.mjs";
import { typescript, untilEnd } from "./run.mjs";
import { main } from "./step.mjs";

/** `npm run bench -- [part …]`: measures a production build on this machine and prints what it found. */
export function benchRun(args = process.argv.slice(2)) {
  return main(async () => {
    loadDotEnv();
    await install();
    await generate();
    await build();
    const { code } = await untilEnd(process.execPath, [...typescript, "bench/main.ts", ...args], {
      stdio: "inherit",
    });
    return code;
  });
}
