import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { generate, install } from "./install.mjs";
import { loadDotEnv, root } from "./paths.mjs";
import { mustRun, typescript } from "./run.mjs";
import { Fault, main, step } from "./step.mjs";

const usage = `Usage: npm run release -- [options]
  Starts this version beside the running one, checks it, and only then lets readers come to it.
  --url https://host      the public address (default: ENTENTE_URL)
  --ports 3101,3102       the ports of one version; --other 3103,3104 those of the next, in turn
  --upstream FILE         nginx's list of servers (default: /etc/nginx/entente/upstream.conf)
  --homes FOLDER          a link for each port to the version it serves (default: /srv/entente/ports)
  --start, --stop COMMAND with {port} in it (default: systemctl start|stop entente@{port})
  --reload COMMAND        (default: systemctl reload nginx)`;

const options = {
  url: { type: "string", default: process.env.ENTENTE_URL ?? "" },
  ports: { type: "string", default: "3101,3102" },
  other: { type: "string", default: "3103,3104" },
  upstream: { type: "string", default: "/etc/nginx/entente/upstream.conf" },
  homes: { type: "string", default: "/srv/entente/ports" },
  start: { type: "string", default: "systemctl start entente@{port}" },
  stop: { type: "string", default: "systemctl stop entente@{port}" },
  reload: { type: "string", default: "systemctl reload nginx" },
  help: { type: "boolean", default: false },
};

/** `npm run release`: from a checkout of the new version to readers who are served by it, or nothing changed. */
export function releaseRun(args = process.argv.slice(2)) {
  return main(async () => {
    loadDotEnv();
    if (process.env.ENTENTE_URL) options.url.default = process.env.ENTENTE_URL;
    const asked = read(args);
    if (!asked || asked.help) {
      console.error(usage);
      return asked ? 0 : 2;
    }
    await install();
    // Loaded late: before the installation there is no library to load them with.
    const { checkDependencies } = await import("./dependencies/check.mjs");
    const { sbomFile, writeSbom } = await import("./dependencies/sbom.mjs");
    await checkDependencies();
    await step(
      "Listing what it is made of",
      async () => `${await writeSbom()} components in ${basename(sbomFile)}`,
    );
    await generate();
    await build();
    // Old and new run side by side for a while: migrations only add (see CONTRIBUTING).
    await mustRun(
      "Preparing the database",
      process.execPath,
      [...typescript, "cli/main.ts", "migrate", "apply"],
      {
        show: true,
      },
    );
    await release(asked);
    return 0;
  });
}

function read(args) {
  try {
    const { values } = parseArgs({ args, options });
    const sets = [values.ports, values.other].map((list) => list.split(",").map(Number));
    const isRight = sets.flat().every((port) => Number.isInteger(port) && port > 0 && port < 65536);
    return isRight && (values.help || URL.canParse(values.url)) ? { ...values, sets } : null;
  } catch {
    return null;
  }
}

async function release({ url, sets, upstream, homes, start, stop, reload }) {
  const before = existsSync(upstream) ? readFileSync(upstream, "utf8") : "";
  const inUse = new Set(
    [...before.matchAll(/^[ \t]*server[ \t]+\S+?:(\d+)/gm)].map(([, port]) => Number(port)),
  );
  const [next, last] = sets[0].some((port) => inUse.has(port)) ? [sets[1], sets[0]] : sets;
  if (next.some((port) => inUse.has(port))) throw new Fault(`${upstream} names ports of both versions.`);
  const command = (text, port) => mustRun(text, "sh", ["-c", text.replaceAll("{port}", String(port))]);
  const stopAll = async (ports) => {
    for (const port of ports) await command(stop, port);
  };
  try {
    for (const port of next) {
      link(join(homes, String(port)));
      await step(`Starting this version at port ${port}`, () => command(start, port));
    }
    for (const port of next) await step(`Waiting for port ${port}`, () => ready(port));
    for (const port of next)
      await step(`Checking port ${port}`, async () => {
        const check = [...typescript, "e2e/deployed/main.ts", url, "--through", `http://127.0.0.1:${port}`];
        await mustRun(`The check of port ${port}`, process.execPath, check);
      });
  } catch (error) {
    console.log("Readers stay with the version they have.");
    await stopAll(next).catch(() => undefined);
    throw error;
  }
  await step("Letting readers come to it", async () => {
    replace(upstream, next.map((port) => `server 127.0.0.1:${port} max_fails=2 fail_timeout=2s;\n`).join(""));
    try {
      await command(reload);
    } catch (error) {
      if (before) replace(upstream, before);
      await stopAll(next).catch(() => undefined);
      throw error;
    }
    // For what is run by a timer.
    link(join(homes, "current"));
  });
  // nginx's old workers finish with the old version what they have begun.
  await wait(2000);
  const running = last.filter((port) => inUse.has(port));
  if (running.length > 0) await step("Stopping the old version", () => stopAll(running));
  console.log(`Readers are served at ${url} by this version.`);
}

async function ready(port) {
  for (let tries = 0; tries < 240; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await wait(250);
  }
  throw new Fault(`Nothing is ready at port ${port} after a minute.`);
}

/** Writes beside and renames: nginx never reads half a file. */
function replace(file, text) {
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
}

function link(path) {
  mkdirSync(join(path, ".."), { recursive: true });
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(path);
  symlinkSync(root, path);
}
