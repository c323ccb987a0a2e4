import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { makeLog } from "@/server/http/log";
import { startNext } from "./next-process";

it("closes at once while it waits to start the process again", async () => {
  const folder = mkdtempSync(join(tmpdir(), "entente-next-"));
  try {
    // Ready once; from then on it ends before it is.
    const entry = join(folder, "entry.mjs");
    writeFileSync(
      entry,
      `import { existsSync, writeFileSync } from "node:fs";
       const been = ${JSON.stringify(join(folder, "been"))};
       if (existsSync(been)) process.exit(1);
       writeFileSync(been, "");
       process.send({ port: 1 }, () => process.exit(1));`,
    );
    const log = makeLog("silent");
    const error = vi.spyOn(log, "error");
    const next = await startNext(entry, { log });
    // Its end, and two more: the next try is a second away.
    await expect.poll(() => error.mock.calls.length, { timeout: 10_000 }).toBe(3);
    const began = performance.now();
    await next.close();
    expect(performance.now() - began).toBeLessThan(500);
    await expect(next.ask({ method: "GET", path: "/", headers: {} })).rejects.toThrow();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 20_000);
