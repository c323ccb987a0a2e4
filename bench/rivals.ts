/** What a document is measured against: the same page through Next alone, and the same bytes from bare servers. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../scripts/lib/paths.mjs";
import { freePort } from "../scripts/lib/postgres.mjs";
import { typescript } from "../scripts/lib/run.mjs";

export interface Rival {
  url: string;
  stop(): Promise<void>;
}

/** The page as Next renders it for each request, on a server with nothing else: no document store. */
export function nextAlone(databaseUrl: string): Promise<Rival> {
  return served([...typescript, "bench/next-alone.ts"], {
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
  });
}

/** A Node server of a few lines that answers every request with the same compressed bytes from memory. */
export async function bareNode(body: Buffer): Promise<Rival> {
  const folder = await mkdtemp(join(tmpdir(), "entente-bench-"));
  await writeFile(join(folder, "body.gz"), gzipSync(body));
  const rival = await served(["bench/bare-node.mjs", join(folder, "body.gz")], {});
  return { url: rival.url, stop: () => rival.stop().then(() => rm(folder, { recursive: true })) };
}

/** nginx with the same bytes as a static `.gz` file. */
export async function nginx(body: Buffer): Promise<Rival> {
  const folder = await mkdtemp(join(tmpdir(), "entente-bench-"));
  const port = await freePort();
  await writeFile(join(folder, "page.html"), body);
  await writeFile(join(folder, "page.html.gz"), gzipSync(body));
  await writeFile(
    join(folder, "nginx.conf"),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr crit; ${process.getuid?.() === 0 ? "user root;" : ""}
     events { worker_connections 512; }
     http { access_log off; client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder};
       uwsgi_temp_path ${folder}; scgi_temp_path ${folder}; types { text/html html; } keepalive_requests 1000000000;
       open_file_cache max=10; server { listen 127.0.0.1:${port}; root ${folder}; gzip_static on; } }`,
  );
  const process_ = spawn("nginx", ["-c", join(folder, "nginx.conf")], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}/page.html`;
  for (let tries = 0; tries < 200; tries += 1) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return { url, stop: () => ended(process_).then(() => rm(folder, { recursive: true })) };
}

async function served(args: string[], env: Record<string, string>): Promise<Rival> {
  const port = await freePort();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => Promise.reject(new Error(args.join(" ")))),
  ]);
  return { url: `http://127.0.0.1:${port}/`, stop: () => ended(child) };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  await exit;
}
