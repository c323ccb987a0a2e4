/** deploy/compose.yaml as its manual sets it up, read by docker-compose, on containers of podman's and a folder of its own. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { get } from "node:https";
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { inRepo } from "../../../../scripts/lib/paths.mjs";
import { untilEnd } from "../../../../scripts/lib/run.mjs";
import { hasOpenssl, makeCertificate } from "../../../support/certificate";
import { during, until } from "../../../support/until";
import { type Containers, image } from "./images";

/** On loopback, but no address that anything else listens at: nginx has its usual ports there. */
const address = "127.30.7.1";

/** Why no file of compose's can be read here; undefined where one can. */
export function whyNoCompose(): string | undefined {
  const { status, stdout } = spawnSync("docker-compose", ["version", "--short"], { encoding: "utf8" });
  const [major = 0, minor = 0] =
    status === 0 ? (/\d+\.\d+/.exec(stdout)?.[0] ?? "").split(".").map(Number) : [];
  // Those before it replace no ports.
  if (major < 2 || (major === 2 && minor < 25)) return "docker-compose 2.25 or newer is not installed";
  return hasOpenssl() ? undefined : "openssl is not installed";
}

/** The images that compose.yaml names besides Entente's. */
export function imagesOfOthers(): Record<"nginx" | "postgres", string> {
  const { services } = parse(readFileSync(inRepo("deploy/compose.yaml"), "utf8"), { merge: true }) as {
    services: Record<string, { image: string }>;
  };
  return { nginx: services.nginx!.image, postgres: services.postgres!.image };
}

export interface Composition {
  origin: string;
  /** The file of the authority that signed the site's certificate. */
  authority: string;
  /** Runs a command of compose's; health is asked after meanwhile. @throws Error with the end of what it printed */
  compose(...words: string[]): Promise<string>;
  /** The same with something piped in. */
  piping(input: string, ...words: string[]): Promise<string>;
  /** The name of a service's container. */
  nameOf(service: string): string;
  /** What compose's own words call the databases' addresses, for another database. */
  databaseAt(name: string): string[];
  isHealthy(service: string): Promise<boolean>;
  /** What the site answers to a reader; 0 where it does not. */
  statusOf(path: string): Promise<number>;
  end(): Promise<void>;
}

/** Makes settings, passwords and a certificate below `folder`, and lets podman be asked as Docker is. Nothing is started. */
export async function composition(containers: Containers, folder: string): Promise<Composition> {
  const deploy = join(folder, "deploy");
  cpSync(inRepo("deploy"), deploy, { recursive: true });
  const { owner, site } = fillIn(deploy);
  const authority = certificateIn(join(deploy, "compose/certificates"));
  const own = join(folder, "ports.yaml");
  const ports = ["80", "443"].map((port) => `"${address}:${port}:${port}"`).join(", ");
  writeFileSync(own, `services:\n  nginx:\n    ports: !override [${ports}]\n`);
  const socket = join(folder, "podman.sock");
  const { words, env } = containers.called;
  const service = spawn("podman", [...words, "system", "service", "--time=0", `unix://${socket}`], {
    env: { ...process.env, ...env },
    stdio: "ignore",
  });
  await until("podman can be asked", () => service.exitCode !== null || existsSync(socket));

  const project = `entente-drill-${process.pid}`;
  const flags = ["--project-name", project, "--file", join(deploy, "compose.yaml"), "--file", own];
  const run = async (input: string | undefined, more: string[]) => {
    const piped = join(folder, "input");
    writeFileSync(piped, input ?? "", { mode: 0o600 });
    const command = `exec docker-compose "$@" < "$INPUT"`;
    const { code, output } = await untilEnd("sh", ["-c", command, "sh", ...flags, ...more], {
      env: { DOCKER_HOST: `unix://${socket}`, ENTENTE_IMAGE: image, INPUT: piped },
    });
    if (code !== 0) throw new Error(`compose ${more.join(" ")}: ${output.slice(-3000)}`);
    return output.trim();
  };
  const check = async (name: string) =>
    containers.podman("healthcheck", "run", name).then(
      () => true,
      () => false,
    );
  const checkAll = async () => {
    const names = await containers.podman("ps", "--format", "{{.Names}}");
    for (const name of names.split("\n").filter(Boolean)) await check(name);
  };
  const nameOf = (one: string) => `${project}-${one}-1`;
  return {
    origin: `https://${address}`,
    authority,
    compose: (...more) =>
      // Every ten seconds, as the image says.
      during(run(undefined, more), async (second) => (second % 10 === 5 ? checkAll() : undefined), {
        every: 1000,
        atMost: 1200,
      }),
    piping: (input, ...more) => run(input, more),
    nameOf,
    databaseAt: (name) => [
      ...["--env", `DATABASE_URL=postgresql://entente_site:${site}@postgres:5432/${name}`],
      ...["--env", `DIRECT_DATABASE_URL=postgresql://entente_owner:${owner}@postgres:5432/${name}`],
    ],
    statusOf: (path) =>
      new Promise((resolve) => {
        const options = {
          host: address,
          path,
          ca: readFileSync(authority),
          signal: AbortSignal.timeout(30_000),
        };
        get(options, (answer) => resolve(answer.resume().statusCode ?? 0)).on("error", () => resolve(0));
      }),
    isHealthy: (one) => check(nameOf(one)),
    async end() {
      await run(undefined, ["down", "--volumes", "--remove-orphans", "--timeout", "5"]).catch(
        () => undefined,
      );
      const ended = once(service, "exit");
      if (service.exitCode === null && service.kill("SIGTERM")) await ended;
    },
  };
}

/** What the manual has filled in: the two files of settings, and the site's name. Returns the databases' passwords. */
function fillIn(deploy: string): { owner: string; site: string } {
  const secret = () => randomBytes(24).toString("hex");
  const [owner, site] = [secret(), secret()];
  const fill = (file: string, set: (text: string) => string) => {
    const path = join(deploy, file);
    copyFileSync(`${path}.example`, path);
    writeFileSync(path, set(readFileSync(path, "utf8")));
    chmodSync(path, 0o600);
  };
  fill("compose/postgres.env", (text) =>
    text
      .replace("\nPOSTGRES_PASSWORD=", `$&${secret()}`)
      .replace("\nENTENTE_OWNER_PASSWORD=", `$&${owner}`)
      .replace("\nENTENTE_SITE_PASSWORD=", `$&${site}`),
  );
  fill("compose/entente.env", (text) =>
    text
      .replace("entente_site:password@", `entente_site:${site}@`)
      .replace("entente_owner:another-password@", `entente_owner:${owner}@`)
      .replace("https://entente.example", `https://${address}`)
      .replace("\nENTENTE_SECRET=", `$&${secret()}`),
  );
  execFileSync("sed", ["-i", `s/entente\\.example/${address}/`, join(deploy, "nginx/entente.conf")]);
  return { owner, site };
}

/** A certificate for the address in a folder of its own. Returns its file. */
function certificateIn(folder: string): string {
  mkdirSync(folder);
  const files = { key: join(folder, "privkey.pem"), cert: join(folder, "fullchain.pem") };
  makeCertificate(`IP:${address}`, files);
  return files.cert;
}
