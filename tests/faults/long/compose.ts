/**
 * deploy/compose.yaml, read by docker-compose and run by podman as the manual says: two instances on a root that cannot be written, behind
 * nginx with TLS, on PostgreSQL 18. The check of deployments passes, with an editor's story; while one instance is started anew readers
 * notice nothing and nothing that was acknowledged is lost; what the backup's job writes comes back whole in another database.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { typescript, untilEnd } from "../../../scripts/lib/run.mjs";
import { until } from "../../support/until";
import type { Seen } from "../support/container/at-work";
import {
  type Composition,
  composition,
  imagesOfOthers,
  whyNoCompose,
} from "../support/container/composition";
import { type Containers, containersIn, whyNot } from "../support/container/images";
import { rightsOf } from "../support/container/rights";
import type { Part } from "./main";

const editor = { E2E_EMAIL: "editor@example.org", E2E_PASSWORD: "drilled by whoever reads compose files" };
const webs = ["web-1", "web-2"];

export const compose: Part = async (rig): Promise<Record<string, string | number>> => {
  const reason = whyNot() ?? whyNoCompose();
  if (reason !== undefined) return { skipped: reason };
  const containers = containersIn(rig.folder());
  try {
    const base = await containers.makeBase();
    await containers.build(base);
    await containers.buildStandIns(imagesOfOthers());
    const site = await composition(containers, rig.folder());
    try {
      return await drill(containers, site);
    } finally {
      await site.end();
    }
  } finally {
    await containers.end();
  }
};

async function drill(containers: Containers, site: Composition): Promise<Record<string, string | number>> {
  const began = performance.now();
  await site.compose("up", "--no-build", "--detach");
  const up = performance.now() - began;
  const rights = await Promise.all(webs.map((web) => rightsOf(containers, site.nameOf(web))));
  await holdsUserOfNginx(containers, site);

  await site.compose("run", "--rm", "-T", "entente", "seed");
  const account = ["user", "add", "--email", editor.E2E_EMAIL, "--role", "editor"];
  await site.piping(editor.E2E_PASSWORD, "run", "--rm", "-T", "entente", ...account);
  // As quickly as the machine makes the first pages.
  const areServed = async () =>
    (await Promise.all(["/", "/sitemap.xml"].map(site.statusOf))).every((one) => one === 200);
  await until("readers are served", areServed, { within: 180_000, every: 500 });
  const trusting = { NODE_EXTRA_CA_CERTS: site.authority, ...editor };
  const check = [...typescript, "e2e/deployed/main.ts", site.origin];
  const { code, output } = await untilEnd(process.execPath, check, { env: trusting });
  if (code !== 0) throw new Error(`the check failed:\n${output.slice(-3000)}`);

  const seen = await whileAtWork(site.origin, trusting, async () => {
    for (const web of webs) {
      await site.compose("restart", web);
      await until(`${web} is healthy again`, () => site.isHealthy(web), { every: 500 });
    }
  });
  const { faults, answers, slowest } = seen.reading;
  if (faults.length > 0) throw new Error(`${faults.length} of ${answers} readers: ${faults[0]}`);
  if (seen.published.length < 2) throw new Error(`only ${seen.published.length} publications in that time`);
  const there = await titlesIn(site, "entente");
  const lost = seen.published.filter((title) => !there.includes(title));
  if (lost.length > 0) throw new Error(`${lost.length} acknowledged publications are lost: ${lost[0]}`);

  return {
    "up, s": (up / 1000).toFixed(0),
    ...rights[0],
    "publications while both were started anew": `${seen.published.length}, none lost; ${seen.refused} turned away`,
    "readers' answers meanwhile": `${answers}, the slowest after ${slowest.toFixed(0)} ms`,
    ...(await backedUp(site, there)),
  };
}

/** nginx's workers have the rights of an account of their own. */
async function holdsUserOfNginx(containers: Containers, site: Composition): Promise<void> {
  const users = "for one in /proc/[0-9]*; do grep -q ^nginx $one/comm && stat -c %U $one; done; true";
  const found = await containers.podman("exec", site.nameOf("nginx"), "sh", "-c", users);
  if (!found.split("\n").includes("nginx")) throw new Error(`nginx works as ${found}`);
}

/** Does something while an editor and readers are at work; what they saw. */
async function whileAtWork(
  origin: string,
  env: Record<string, string>,
  something: () => Promise<void>,
): Promise<Seen> {
  const program = [...typescript, "tests/faults/support/container/at-work.ts", origin];
  const child = spawn(process.execPath, program, { env: { ...process.env, ...env } });
  const ended = once(child, "exit");
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (said += String(piece)));
  try {
    await until("they are at work", () => child.exitCode !== null || said.includes("at work"));
    await something();
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
  const line = said.split("\n").find((one) => one.startsWith("{"));
  if (!line) throw new Error(`nothing was seen: ${said.slice(-2000)}`);
  return JSON.parse(line) as Seen;
}

/** The titles of all versions in a database of the composition's. */
async function titlesIn(site: Composition, database: string): Promise<string[]> {
  const asked = `SELECT "title" FROM "Revision" ORDER BY "entryId", "version"`;
  const psql = ["psql", "--username=postgres", `--dbname=${database}`, "--tuples-only", "--no-align"];
  const said = await site.compose("exec", "-T", "postgres", ...psql, "--command", asked);
  return said.split("\n");
}

/** Lets the job write a backup, and reads it into a database of its own. */
async function backedUp(site: Composition, there: string[]): Promise<Record<string, string | number>> {
  const written = await site.compose("run", "--rm", "-T", "backup");
  const [, file] = /rows to (\S+\.backup)\./.exec(written) ?? [];
  if (!file) throw new Error(`no backup: ${written}`);
  const made = `CREATE DATABASE restored OWNER entente_owner ENCODING 'UTF8' TEMPLATE template0`;
  await site.compose("exec", "-T", "postgres", "psql", "--username=postgres", "--command", made);
  const words = ["run", "--rm", "-T", ...site.databaseAt("restored"), "entente"];
  await site.compose(...words, "restore", file);
  const again = await titlesIn(site, "restored");
  if (again.join("\n") !== there.join("\n"))
    throw new Error(`the backup held ${again.length} versions of ${there.length}`);
  const proven = await site.compose(...words, "audit", "verify");
  return {
    "versions restored": again.length,
    "audit verify": proven.split("\n").find((line) => line.includes("sealed")) ?? proven,
  };
}
