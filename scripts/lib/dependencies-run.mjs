import { parseArgs } from "node:util";
import { install } from "./install.mjs";
import { loadDotEnv } from "./paths.mjs";
import { main } from "./step.mjs";

const usage = `Usage: npm run dependencies [-- --sbom FILE]
  Checks the licences of what production needs, and what is known of its weaknesses: 1 where something stands against it.
  --sbom FILE   also writes what it is made of, as CycloneDX JSON`;

/** `npm run dependencies`: what stands against the libraries that production needs. */
export function dependenciesRun(args = process.argv.slice(2)) {
  return main(async () => {
    loadDotEnv();
    const asked = read(args);
    if (!asked || asked.help) {
      console.error(usage);
      return asked ? 0 : 2;
    }
    await install();
    // Loaded late: before the installation there is no library to load them with.
    const { checkDependencies } = await import("./dependencies/check.mjs");
    await checkDependencies();
    if (asked.sbom) {
      const { writeSbom } = await import("./dependencies/sbom.mjs");
      console.log(`${await writeSbom(asked.sbom)} components in ${asked.sbom}.`);
    }
    return 0;
  });
}

function read(args) {
  try {
    const options = { sbom: { type: "string" }, help: { type: "boolean", default: false } };
    return parseArgs({ args, options }).values;
  } catch {
    return null;
  }
}
