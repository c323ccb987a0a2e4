/** How nginx of deploy/ speaks TLS, and what it does with requests without: its own file, with other ports and paths. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type ConnectionOptions } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inRepo } from "../../scripts/lib/paths.mjs";
import { freePort } from "../../scripts/lib/postgres.mjs";
import { hasOpenssl, makeCertificate } from "../support/certificate";
import { until } from "../support/until";
import { hasNginx } from "./support/own-nginx";

const canRun = hasNginx() && hasOpenssl();

describe.skipIf(!canRun)("nginx as deployed (needs nginx and openssl)", () => {
  let nginx: ChildProcess;
  let folder: string;
  let [plain, closed] = [0, 0];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "entente-tls-"));
    [plain, closed] = [await freePort(), await freePort()];
    mkdirSync(join(folder, "cache"));
    const files = { key: join(folder, "key.pem"), cert: join(folder, "certificate.pem") };
    makeCertificate("DNS:entente.example", files);
    const ours = readFileSync(inRepo("deploy/nginx/entente.conf"), "utf8")
      .replace("listen 80;", `listen 127.0.0.1:${plain};`)
      .replace("listen 443 ssl http2;", `listen 127.0.0.1:${closed} ssl http2;`)
      .replace("/etc/ssl/entente/fullchain.pem", files.cert)
      .replace("/etc/ssl/entente/privkey.pem", files.key)
      .replace("/var/cache/nginx/entente", join(folder, "cache"))
      .replace("/etc/nginx/entente/upstream.conf", inRepo("deploy/nginx/upstream.conf"));
    writeFileSync(join(folder, "entente.conf"), ours);
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    const file = join(folder, "nginx.conf");
    writeFileSync(
      file,
      `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
       ${process.getuid?.() === 0 ? "user root;" : ""} events {}
       http { access_log off; ${temporary.map((one) => `${one}_temp_path ${folder}/${one};`).join(" ")} include ${folder}/entente.conf; }`,
    );
    nginx = spawn("nginx", ["-c", file], { stdio: "ignore" });
    await until("nginx answers", async () => nginx.exitCode !== null || (await asked("/")) !== "no answer");
    expect(nginx.exitCode).toBeNull();
  });

  afterAll(async () => {
    const ended = once(nginx, "exit");
    if (nginx.exitCode === null && nginx.kill("SIGTERM")) await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  /** What was agreed on with a client that can no more than this. */
  const agreed = (client: ConnectionOptions) =>
    new Promise<string>((resolve) => {
      const options = {
        host: "127.0.0.1",
        port: closed,
        servername: "entente.example",
        rejectUnauthorized: false,
      };
      const socket = connect({ ...options, ...client }, () => {
        resolve(`${socket.getProtocol()} ${socket.getCipher().name}`);
        socket.destroy();
      });
      socket.once("error", () => resolve("refused"));
    });

  /** The status and the address that a request without TLS gets. */
  const asked = (path: string, method = "GET") =>
    new Promise<string>((resolve) => {
      const options = { host: "127.0.0.1", port: plain, path, method, headers: { host: "entente.example" } };
      request(options, (answer) => {
        answer.resume();
        resolve(`${answer.statusCode} ${answer.headers.location ?? ""}`.trim());
      })
        .once("error", () => resolve("no answer"))
        .end();
    });

  it("speaks TLS 1.3, and 1.2 with ciphers that keep earlier conversations closed, and nothing else", async () => {
    expect(await agreed({})).toMatch(/^TLSv1\.3 /);
    expect(await agreed({ maxVersion: "TLSv1.2" })).toMatch(/^TLSv1\.2 ECDHE-ECDSA-(AES|CHACHA20)/);
    const old = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "ALL@SECLEVEL=0" } as const;
    expect(await agreed(old)).toBe("refused");
    const weak = "ECDHE-ECDSA-AES128-SHA256:ECDHE-ECDSA-AES256-SHA:AES128-GCM-SHA256:DES-CBC3-SHA";
    expect(await agreed({ maxVersion: "TLSv1.2", ciphers: weak })).toBe("refused");
  });

  it("leads pages to TLS, and answers no program that sends a secret without", async () => {
    expect(await asked("/kazakhstan-mexico?a=b")).toBe("301 https://entente.example/kazakhstan-mexico?a=b");
    expect(await asked("/admin/calendar/a-secret.ics")).toBe("404");
    expect(await asked("/", "TRACE")).toBe("405");
  });
});
