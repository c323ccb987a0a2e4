/** Lines of the log at a server of syslog over TLS (RFC 5425), on loopback. */
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer as createPlain, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type connect as connectByTls, type ConnectionOptions, createServer, type TLSSocket } from "node:tls";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import pino from "pino";
import { logDestination } from "@/lib/env-log";
import { hasOpenssl, makeCertificate } from "@/tests/support/certificate";
import { until } from "@/tests/support/until";
import type * as Senders from "./sender";

/** What is trusted besides the usual authorities; Node itself takes that from its environment alone, and once. */
let trusted: string | undefined;
vi.mock("node:tls", async (original) => {
  const tls = await original<{ connect: typeof connectByTls }>();
  const connect = (options: ConnectionOptions) => tls.connect({ ...options, ca: trusted });
  return { ...tls, connect };
});

/** Takes the messages out of what came, by the lengths before them. @throws Error where something else stands */
function messagesIn(bytes: Buffer): string[] {
  if (bytes.length === 0) return [];
  const [frame, length] = /^([1-9]\d*) /.exec(bytes.subarray(0, 20).toString("latin1")) ?? [];
  if (!frame) throw new Error(`no length: ${bytes.toString("utf8").slice(0, 80)}`);
  const end = frame.length + Number(length);
  if (end > bytes.length) return [];
  const message = bytes.subarray(frame.length, end).toString("utf8");
  return [message, ...messagesIn(bytes.subarray(end))];
}

describe.skipIf(!hasOpenssl())("syslog over TLS (needs openssl)", () => {
  let folder = "";
  let senders: typeof Senders;
  let certificates: Record<"right" | "another", { key: string; cert: string }>;

  beforeAll(async () => {
    // Another file of this process may have loaded them with the usual authorities alone.
    vi.resetModules();
    senders = await import("./sender");
    folder = mkdtempSync(join(tmpdir(), "entente-syslog-"));
    certificates = { right: made("right", "IP:127.0.0.1"), another: made("another", "DNS:log.example.org") };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const made = (file: string, name: Parameters<typeof makeCertificate>[0]) =>
    makeCertificate(name, { key: join(folder, `${file}.key`), cert: join(folder, `${file}.pem`) });

  const portOf = async (server: Server, port = 0) => {
    await once(server.listen(port, "127.0.0.1"), "listening");
    return (server.address() as AddressInfo).port;
  };

  /** A server that keeps what it is sent. */
  async function receiver(which: keyof typeof certificates, at = 0) {
    const sockets = new Set<TLSSocket>();
    const pieces: Buffer[] = [];
    let ended = 0;
    const server = createServer(certificates[which], (socket) => {
      sockets.add(socket.on("error", () => undefined));
      socket.on("data", (piece) => pieces.push(piece)).on("end", () => (ended += 1));
    });
    server.on("tlsClientError", () => undefined);
    const stop = async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    };
    onTestFinished(stop);
    const port = await portOf(server, at);
    return { port, messages: () => messagesIn(Buffer.concat(pieces)), ended: () => ended, stop };
  }

  /** A log that is sent there alone, and what is told of how that goes. */
  function sending(port: number, trusting: keyof typeof certificates | undefined) {
    trusted = trusting && certificates[trusting].cert;
    const telling = { failed: vi.fn<(error: unknown) => void>(), sent: vi.fn() };
    const sender = senders.senderTo(logDestination.parse(`syslog+tls://127.0.0.1:${port}`), telling);
    onTestFinished(() => void sender.end());
    const options = { level: "info", base: null, timestamp: pino.stdTimeFunctions.isoTime };
    return { log: pino(options, sender), sender, telling };
  }

  it("has each message whole, with its length in octets before it, and is told of the end", async () => {
    const server = await receiver("right");
    const { log, sender, telling } = sending(server.port, "right");
    log.error({ id: "abc" }, "Größe");
    log.info(`${"ж".repeat(20_000)}.`);
    log.info("last");
    await until("all three are there", () => server.messages().length === 3);
    const [first, second, third] = server.messages();
    expect(first).toMatch(
      /^<131>1 \d{4}-\S+Z \S+ entente \d+ - - \{"level":50,.*"id":"abc","msg":"Größe"\}$/,
    );
    expect(second).toContain(`"msg":"${"ж".repeat(20_000)}."}`);
    expect(third).toMatch(/^<134>1 .*"msg":"last"\}$/);
    await sender.end();
    await until("its end was told", () => server.ended() === 1);
    expect(telling.failed).not.toHaveBeenCalled();
  });

  it.each([
    ["an authority that is not trusted", "right", undefined, /self-signed|unable to verify/],
    ["another name", "another", "another", /altnames|IP: 127\.0\.0\.1/],
  ] as const)("sends nothing to a certificate of %s, and says so", async (_what, which, trusting, reason) => {
    const server = await receiver(which);
    const { log, telling } = sending(server.port, trusting);
    for (let number = 0; number < 3000; number += 1) log.info({ number }, "a line");
    await until("it is said", () => telling.failed.mock.calls.length > 0);
    expect(String(telling.failed.mock.calls[0]![0])).toMatch(reason);
    expect(telling.sent).not.toHaveBeenCalled();
    expect(server.messages()).toEqual([]);
  });

  it("keeps the newest while its certificate is refused, and sends them once it is right", async () => {
    const wrong = await receiver("another");
    const { log, telling } = sending(wrong.port, "right");
    for (let number = 0; number < 3000; number += 1) log.info(`number ${number}.`);
    await until("it is said", () => telling.failed.mock.calls.length > 0);
    await wrong.stop();
    const right = await receiver("right", wrong.port);
    await until("the last is there", () => right.messages().some((one) => one.includes("number 2999.")));
    expect(right.messages()).toHaveLength(1000);
    await until("it goes well", () => telling.sent.mock.calls.length > 0);
  });

  it("gives up on a server that takes the connection and never speaks, and says so", async () => {
    const silent = createPlain((socket) => {
      socket.on("error", () => undefined).resume();
      onTestFinished(() => void socket.destroy());
    });
    onTestFinished(() => void silent.close());
    const port = await portOf(silent);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const { log, telling } = sending(port, "right");
    log.info("a line");
    await once(silent, "connection");
    expect(telling.failed).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    await until("it is said", () => telling.failed.mock.calls.length > 0);
    expect(String(telling.failed.mock.calls[0]![0])).toContain("no connection within ten seconds");
  });
});
