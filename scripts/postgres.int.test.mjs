/** The embedded PostgreSQL comes back where the others look for it. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { until } from "../tests/support/until";
import { startPostgres } from "./lib/postgres.mjs";

const hold = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen(port, "127.0.0.1", () => resolve(server));
  });

it("waits for the port that it had when it is started again after it died", async () => {
  const data = mkdtempSync(join(tmpdir(), "entente-postgres-"));
  const first = await startPostgres(data);
  const { folder, port } = JSON.parse(readFileSync(join(data, "postgres.json"), "utf8"));
  let again;
  try {
    process.kill(Number(readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
    await until("it is known to be dead", first.isDead);
    // As its own backends may for a while: another program still holds the port.
    let holder = null;
    await until("its port is held by another", async () => (holder ??= await hold(port)) !== null);
    setTimeout(() => holder.close(), 700);
    again = await startPostgres(data, { samePort: true });
    expect(new URL(again.url).port).toBe(String(port));
  } finally {
    await again?.release();
    await first.release();
    rmSync(data, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
});
