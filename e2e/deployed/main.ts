/**
 * Checks a running deployment: `npm run e2e:deployed -- https://host [--through http://127.0.0.1:3102]`. With
 * E2E_EMAIL and E2E_PASSWORD of an account that may publish, it also tells an editor's story. Exit code 0 when all
 * stories passed, 1 when one failed, 2 for wrong use.
 */
import { parseArgs } from "node:util";
import { openDeployment, tellAll } from "./check";
import { editing } from "./editing";
import { operation } from "./operation";
import { reading } from "./reading";

const usage = "Usage: npm run e2e:deployed -- https://host [--through http://address:port]";

function read(): { origin: string; through?: string } | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { through: { type: "string" } },
    });
    const [host] = positionals;
    if (positionals.length !== 1 || !host || !/^https?:$/.test(new URL(host).protocol)) return null;
    return {
      origin: new URL(host).origin,
      through: values.through === undefined ? undefined : new URL(values.through).origin,
    };
  } catch {
    return null;
  }
}

async function run(): Promise<number> {
  const asked = read();
  if (!asked) {
    console.error(usage);
    return 2;
  }
  const { E2E_EMAIL: email, E2E_PASSWORD: password } = process.env;
  const stories = [...operation, ...reading, ...(email && password ? [editing({ email, password })] : [])];
  console.log(`Checking ${asked.origin}${asked.through ? ` through ${asked.through}` : ""}`);
  try {
    const failed = await tellAll(stories, await openDeployment(asked.origin, asked.through));
    if (!email || !password) console.log("skip  an editor's story: set E2E_EMAIL and E2E_PASSWORD");
    console.log(`${failed ? "FAIL" : "pass"}: ${stories.length - failed} passed, ${failed} failed`);
    return failed ? 1 : 0;
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    console.log(`FAIL: ${asked.origin} cannot be read: ${String(cause ?? error)}`);
    return 1;
  }
}

process.exitCode = await run();
