/** What commands say of a database whose certificate no known authority has signed. */
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSecureContext, TLSSocket } from "node:tls";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { hasOpenssl, makeCertificate } from "@/tests/support/certificate";

describe.skipIf(!hasOpenssl())("a certificate of an authority that is not known (needs openssl)", () => {
  let server: Server;
  let folder: string;
  let url: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "entente-authority-"));
    const files = { key: join(folder, "key.pem"), cert: join(folder, "cert.pem") };
    const secureContext = createSecureContext(makeCertificate("DNS:localhost", files));
    // As PostgreSQL: TLS begins once it was asked for and granted.
    server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () => {
        socket.write("S");
        new TLSSocket(socket, { isServer: true, secureContext }).on("error", () => socket.destroy());
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    url = `postgresql://app:secret-word@127.0.0.1:${port}/entente?sslmode=require`;
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ["user", "list"],
    ["migrate", "status"],
  ])("%s %s says in one sentence what to do", async (...words) => {
    // Another test of the same worker may have had the environment read before.
    vi.resetModules();
    vi.stubEnv("DATABASE_URL", url);
    vi.stubEnv("DIRECT_DATABASE_URL", url);
    const said: unknown[] = [];
    vi.spyOn(console, "error").mockImplementation((text) => void said.push(text));
    const { runCommand } = await import("./run-command");
    expect(await runCommand(words)).toBe(1);
    expect(said).toEqual([
      expect.stringMatching(
        /^The database entente at 127\.0\.0\.1:\d+ cannot be used: [^\n]*sslrootcert=[^\n]*$/,
      ),
    ]);
  });
});
