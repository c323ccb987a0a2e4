/**
 * The image of deploy/: built by its Dockerfile and run as compose.yaml runs it, twice behind nginx: without rights, on a root that
 * cannot be written. It answers, passes the check of deployments, makes a backup, and ends cleanly.
 */
import { chmodSync, chownSync, readdirSync } from "node:fs";
import { people } from "../../../e2e/support/people";
import { freePort } from "../../../scripts/lib/postgres.mjs";
import { typescript, untilEnd } from "../../../scripts/lib/run.mjs";
import { atMost } from "../../support/at-most";
import { until } from "../../support/until";
import { type Containers, containersIn, image, whyNot } from "../support/container/images";
import { account, rightsOf } from "../support/container/rights";
import { hasNginx, ownNginx } from "../support/own-nginx";
import { ownEnv } from "../support/own-server";
import type { Part } from "./main";

export const container: Part = async (rig): Promise<Record<string, string | number>> => {
  const reason = whyNot() ?? (hasNginx() ? undefined : "nginx is not installed");
  if (reason !== undefined) return { skipped: reason };
  const [data, backups] = [rig.folder(), rig.folder()];
  for (const folder of [data, backups]) chownSync(folder, account, account);
  const place = await ownNginx();
  const ports = [await freePort(), await freePort()];
  const containers = containersIn(rig.folder());
  try {
    const began = performance.now();
    await containers.build(await containers.makeBase());
    const built = performance.now() - began;

    const settings = { databaseUrl: rig.databaseUrl, data: "/var/lib/entente" };
    const env = (port: number) =>
      Object.entries(
        ownEnv({ ...settings, env: { ENTENTE_URL: place.origin, TRUST_PROXY: "127.0.0.1" } }, port),
      );
    const start = ({
      port = 3000,
      more = [],
      words = [],
    }: {
      port?: number;
      more?: string[];
      words?: string[];
    }) =>
      containers.podman(
        // On this machine's loopback, where the database of the test is.
        ...["run", "--network=host", "--no-healthcheck", "--read-only", "--tmpfs=/tmp", "--cap-drop=all"],
        ...["--security-opt=no-new-privileges", `--volume=${data}:/var/lib/entente`],
        ...env(port).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
        ...more,
        image,
        ...words,
      );
    await start({ more: ["--rm"], words: ["cli/main.ts", "migrate", "apply"] });
    const names = ports.map((port) => `web-${port}`);
    for (const [at, port] of ports.entries()) await start({ port, more: ["--detach", "--name", names[at]!] });
    await until("both are ready", async () => (await Promise.all(ports.map(isReady))).every(Boolean), {
      within: atMost(60_000),
    }).catch(async (error: unknown) => {
      throw new Error(`${String(error)}\n${(await containers.logs(names[0]!)).slice(-2000)}`);
    });
    chmodSync(data, 0o755);

    const rights = await rightsOf(containers, names[0]!);
    const nginx = await place.start(ports, data);
    try {
      await passesTheCheck(nginx.origin);
    } finally {
      await nginx.stop();
    }
    await containers.podman("exec", names[0]!, ...(await healthCheck(containers)));

    await start({
      more: [
        "--rm",
        `--volume=${backups}:/var/backups/entente`,
        "--entrypoint",
        '["sh", "deploy/backup.sh"]',
      ],
    });
    const made = readdirSync(backups).filter((name) => /^entente-\d{8}T\d{6}Z\.backup$/.test(name));
    if (made.length !== 1) throw new Error(`backups: ${readdirSync(backups).join(", ")}`);

    for (const name of names) {
      await containers.podman("stop", "--time", "30", name);
      const code = await containers.podman("inspect", "--format", "{{.State.ExitCode}}", name);
      if (code !== "0")
        throw new Error(`${name} ended with ${code}: ${(await containers.logs(name)).slice(-2000)}`);
    }
    const bytes = Number(await containers.podman("inspect", "--format", "{{.Size}}", image));
    return {
      "built and based, s": (built / 1000).toFixed(0),
      "size, MB": (bytes / 1e6).toFixed(0),
      "instances that passed": ports.length,
      ...rights,
    };
  } finally {
    await containers.end();
  }
};

const isReady = (port: number) =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  );

/** The words of the image's own health check. */
async function healthCheck(containers: Containers): Promise<string[]> {
  const text = await containers.podman("image", "inspect", "--format", "{{json .HealthCheck.Test}}", image);
  const [kind, ...words] = JSON.parse(text) as string[];
  if (kind !== "CMD") throw new Error(`the health check is ${text}`);
  return words;
}

async function passesTheCheck(origin: string): Promise<void> {
  const { email, password } = people.editor;
  const { code, output } = await untilEnd(process.execPath, [...typescript, "e2e/deployed/main.ts", origin], {
    env: { E2E_EMAIL: email, E2E_PASSWORD: password },
  });
  if (code !== 0) throw new Error(`the check failed:\n${output.slice(-3000)}`);
}
