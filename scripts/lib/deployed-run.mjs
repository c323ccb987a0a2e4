import { generate, install } from "./install.mjs";
import { loadDotEnv } from "./paths.mjs";
import { typescript, untilEnd } from "./run.mjs";
import { main } from "./step.mjs";

/** `npm run e2e:deployed -- https://host`: checks a running deployment over HTTP. Its exit code is the check's. */
export function deployedRun(args = process.argv.slice(2)) {
  return main(async () => {
    loadDotEnv();
    await install();
    await generate();
    return (
      await untilEnd(process.execPath, [...typescript, "e2e/deployed/main.ts", ...args], { stdio: "inherit" })
    ).code;
  });
}
