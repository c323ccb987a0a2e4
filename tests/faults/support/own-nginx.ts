/** nginx on loopback with the configuration of `deploy/`, its names, paths and TLS replaced. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inRepo } from "../../../scripts/lib/paths.mjs";
import { freePort } from "../../../scripts/lib/postgres.mjs";
import { until } from "../../support/until";

export interface OwnNginx {
  origin: string;
  /** The file that names the instances, and how to make it read again. */
  upstream: string;
  reload: string;
  stop(): Promise<void>;
}

/** Whether nginx is there to be run. */
export const hasNginx = () => spawnSync("nginx", ["-v"]).status === 0;

/** The name of a file of nginx's own, and the configuration around ours. */
const around = (folder: string, port: number) => `daemon off; worker_processes 1; pid ${folder}/pid;
${process.getuid?.() === 0 ? "user root;" : ""} error_log ${folder}/error.log;
events { worker_connections 512; }
http {
  access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  include ${folder}/entente-${port}.conf;
}`;

/** Makes a place for nginx; `start` begins it once the instances, and their data folder, are known. */
export async function ownNginx(): Promise<{
  origin: string;
  start(ports: number[], data: string): Promise<OwnNginx>;
}> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  return {
    origin,
    async start(ports, data) {
      const folder = mkdtempSync(join(tmpdir(), "entente-nginx-"));
      chmodSync(folder, 0o755);
      mkdirSync(join(folder, "cache"));
      const upstream = join(folder, "upstream.conf");
      writeFileSync(
        upstream,
        ports.map((one) => `server 127.0.0.1:${one} max_fails=2 fail_timeout=2s;\n`).join(""),
      );
      const ours = readFileSync(inRepo("deploy/nginx/entente.conf"), "utf8")
        .replace(/server \{\s*listen 80;[\s\S]*?\n\}\n/, "")
        .replace("listen 443 ssl http2;", `listen 127.0.0.1:${port};`)
        .replace(/^\s*ssl_.*\n/gm, "")
        // An instance says so only where its own address is https.
        .replace(/^.*Strict-Transport-Security.*\n/m, "")
        .replace("entente.example yes", `localhost:${port} yes`)
        .replaceAll("entente.example", "localhost")
        .replace("/var/lib/entente/site", join(data, "site"))
        .replace("/var/cache/nginx/entente", join(folder, "cache"))
        .replace("/etc/nginx/entente/upstream.conf", upstream);
      writeFileSync(join(folder, `entente-${port}.conf`), ours);
      const file = join(folder, "nginx.conf");
      writeFileSync(file, around(folder, port));
      const child: ChildProcess = spawn("nginx", ["-c", file], { stdio: ["ignore", "ignore", "pipe"] });
      let said = "";
      child.stderr?.on("data", (bytes) => (said += String(bytes)));
      const answers = () =>
        fetch(`${origin}/metrics`).then(
          ({ status }) => status === 404,
          () => false,
        );
      await until("nginx answers", async () => child.exitCode !== null || (await answers()));
      if (child.exitCode !== null) throw new Error(`nginx did not start: ${said}`);
      return {
        origin,
        upstream,
        reload: `nginx -c ${file} -s reload`,
        async stop() {
          const ended = once(child, "exit");
          if (child.exitCode === null && child.kill("SIGTERM")) await ended;
          rmSync(folder, { recursive: true, force: true });
        },
      };
    },
  };
}
