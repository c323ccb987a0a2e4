/** Lines of the log at systems that take them: a collector, and servers of syslog, all on loopback. */
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer as createHttp, type IncomingHttpHeaders } from "node:http";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { expect, it, onTestFinished, vi } from "vitest";
import pino from "pino";
import { logDestination } from "@/lib/env-log";
import { wholeOf } from "@/server/next/next-connection";
import { until } from "@/tests/support/until";
import { type LogSender, senderTo } from "./sender";

interface Sent {
  resourceLogs: {
    resource: { attributes: { key: string }[] };
    scopeLogs: { logRecords: Record<string, unknown>[] }[];
  }[];
}

/** A log that is sent there alone, and what is told of how that goes. */
function sending(address: string) {
  const telling = { failed: vi.fn(), sent: vi.fn() };
  const sender: LogSender = senderTo(logDestination.parse(address), telling);
  // One that waits for a collector that is not there takes its time.
  onTestFinished(() => void sender.end());
  const options = { level: "info", base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return { log: pino(options, sender), sender, telling };
}

/** A collector of OpenTelemetry, and what it was sent. */
async function collecting(status = 200) {
  const batches: Sent[] = [];
  const heads: { url: string | undefined; headers: IncomingHttpHeaders }[] = [];
  const server = createHttp(async (incoming, outgoing) => {
    heads.push({ url: incoming.url, headers: incoming.headers });
    const body = await wholeOf(incoming);
    batches.push(JSON.parse(body.toString("utf8")) as Sent);
    outgoing.writeHead(status, { "content-type": "application/json" }).end("{}");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void (server.close(), server.closeAllConnections()));
  const records = () =>
    batches.flatMap(({ resourceLogs }) =>
      resourceLogs.flatMap(({ scopeLogs }) => scopeLogs.flatMap(({ logRecords }) => logRecords)),
    );
  return { port: (server.address() as AddressInfo).port, batches, heads, records };
}

/** A server that keeps what it is sent over connections. */
async function listening(port = 0) {
  const sockets = new Set<Socket>();
  let text = "";
  const server = createServer((socket) => {
    sockets.add(socket.on("error", () => undefined));
    socket.setEncoding("utf8").on("data", (piece: string) => (text += piece));
  });
  await once(server.listen(port, "127.0.0.1"), "listening");
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(stop);
  return { port: (server.address() as AddressInfo).port, text: () => text, stop };
}

it("a collector has each line with its time, its severity, its words and the rest beside", async () => {
  const collector = await collecting();
  const { log, sender, telling } = sending(`otlp+http://desk:s%40cret@127.0.0.1:${collector.port}`);
  log.warn({ id: "abc", status: 503, err: new Error("gone") }, "no page");
  log.info({ act: "sign-in.right", by: null }, "act");
  await sender.end();
  expect(telling.failed).not.toHaveBeenCalled();
  expect(collector.heads[0]).toMatchObject({
    url: "/v1/logs",
    headers: { authorization: `Basic ${Buffer.from("desk:s@cret").toString("base64")}` },
  });
  const [first, second] = collector.records();
  expect(first).toMatchObject({ severityNumber: 13, severityText: "WARN", body: { stringValue: "no page" } });
  expect(first!.attributes).toEqual(
    expect.arrayContaining([
      { key: "id", value: { stringValue: "abc" } },
      { key: "status", value: { intValue: 503 } },
    ]),
  );
  expect(JSON.stringify(first!.attributes)).toContain("gone");
  expect(Math.abs(Number(first!.timeUnixNano) / 1e6 - Date.now())).toBeLessThan(60_000);
  expect(second).toMatchObject({ severityText: "INFO", body: { stringValue: "act" } });
  expect(collector.batches[0]!.resourceLogs[0]!.resource.attributes.map(({ key }) => key)).toContain(
    "service.name",
  );
});

it("a collector that never answers keeps no line waiting", async () => {
  const server = createHttp(() => undefined);
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void (server.close(), server.closeAllConnections()));
  const asked = once(server, "request");
  const { log, telling } = sending(`otlp+http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  log.info("the first");
  await asked;
  for (let number = 0; number < 5000; number += 1) log.info({ number }, "a line");
  // The batch that hangs is still under way.
  expect(telling.failed).not.toHaveBeenCalled();
  expect(telling.sent).not.toHaveBeenCalled();
});

it("a collector that refuses or is not there is told of", async () => {
  const refusing = sending(`otlp+http://127.0.0.1:${(await collecting(400)).port}`);
  const absent = sending("otlp+http://127.0.0.1:1");
  for (const { log } of [refusing, absent])
    for (let number = 0; number < 5000; number += 1) log.info({ number }, "a line");
  await until("both have failed", () =>
    [refusing, absent].every(({ telling }) => telling.failed.mock.calls.length > 0),
  );
});

it("syslog has each line whole, with its severity, as datagrams", async () => {
  const socket = createSocket("udp4");
  onTestFinished(() => void socket.close());
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const received = once(socket, "message") as Promise<[Buffer]>;
  const { log } = sending(`syslog://127.0.0.1:${socket.address().port}`);
  log.error({ id: "abc" }, "Größe");
  const [message] = await received;
  expect(message.toString("utf8")).toMatch(
    /^<131>1 \d{4}-\d\d-\d\dT[\d:.]+Z \S+ entente \d+ - - \{"level":50,"time":"[^"]+","id":"abc","msg":"Größe"\}$/,
  );
});

it("syslog has lines one after the other over a connection, each with its length before it", async () => {
  const server = await listening();
  const { log, sender } = sending(`syslog+tcp://127.0.0.1:${server.port}`);
  log.info("Größe");
  log.info("two");
  await until("both are there", () => server.text().includes('"two"}'));
  const bytes = Buffer.from(server.text());
  const [length = ""] = /^\d+/.exec(server.text()) ?? [];
  const rest = bytes.subarray(length.length + 1 + Number(length)).toString();
  expect(rest).toMatch(/^\d+ <134>1 .*"msg":"two"\}$/);
  await sender.end();
});

it("a connection that broke is opened again, with what was said meanwhile; of more than there is room for, the newest", async () => {
  const first = await listening();
  const { log, telling } = sending(`syslog+tcp://127.0.0.1:${first.port}`);
  log.info("before");
  await until("it is there, and goes well", () => {
    return first.text().includes("before") && telling.sent.mock.calls.length > 0;
  });
  await first.stop();
  await until("that is noticed", () => {
    log.info("while it is gone");
    return telling.failed.mock.calls.length > 0;
  });
  for (let number = 0; number < 3000; number += 1) log.info(`number ${number}.`);
  const second = await listening(first.port);
  await until("the last is there", () => second.text().includes("number 2999."));
  expect(second.text()).not.toContain("number 1.");
  await until("it goes well again", () => telling.sent.mock.calls.length > 1);
});

it("a server that ends each connection is asked again after a pause, and is told of as one that takes nothing", async () => {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.on("error", () => undefined).end();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void server.close());
  const { log, telling } = sending(`syslog+tcp://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const took = await until("it was asked three times", () => {
    log.info("a line");
    return connections >= 3;
  });
  expect(took).toBeGreaterThan(1900);
  expect(telling.failed).toHaveBeenCalled();
  expect(telling.sent).not.toHaveBeenCalled();
});

it.each(["syslog", "syslog+tcp", "otlp+http"])(
  "what is said once %s has ended is left out",
  async (scheme) => {
    const { log, sender } = sending(`${scheme}://127.0.0.1:1`);
    log.info("in time");
    await sender.end();
    expect(() => log.info("too late")).not.toThrow();
    await sender.end();
  },
);

it("a server that takes a connection and reads nothing keeps no line waiting, and is later sent the newest", async () => {
  const sockets: Socket[] = [];
  const server = createServer({ pauseOnConnect: true }, (socket) => sockets.push(socket));
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void server.close());
  const { log } = sending(`syslog+tcp://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const long = "x".repeat(10_000);
  for (let number = 0; number < 5000; number += 1) log.info({ number }, long);
  await until("it is connected", () => sockets.length === 1);
  for (let number = 5000; number < 10_000; number += 1) log.info({ number }, long);
  let [received, rest] = [0, ""];
  sockets[0]!.on("data", (piece) => {
    received += piece.length;
    rest = (rest + piece.toString()).slice(-20_000);
  });
  sockets[0]!.resume();
  await until("the last is there", () => rest.includes('"number":9999'));
  // A hundred megabytes were said; a thousand lines were kept, and what the system had taken.
  expect(received).toBeLessThan(50e6);
});
