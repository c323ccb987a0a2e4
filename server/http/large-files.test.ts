/** Tables of many megabytes go through to their readers; small ones are kept. */
import { once } from "node:events";
import { type IncomingMessage, request, type ServerResponse } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, expect, it } from "vitest";
import { wholeOf } from "@/server/next/next-connection";
import { type Handler, startHandler } from "@/tests/support/handler";

const MB = 1024 * 1024;
const piece = Buffer.alloc(64 * 1024, "Kazakhstan,Mexico,2014\r\n");

let handler: Handler;
afterEach(() => handler.stop());

const path = "/kazakhstan-mexico/visits.csv";

/** Writes so many megabytes, unless the connection is broken off. */
async function write(outgoing: ServerResponse, megabytes: number) {
  for (let left = megabytes * MB; left > 0 && !outgoing.destroyed; left -= piece.length)
    await new Promise<void>((resolve) => outgoing.write(piece, () => resolve()));
}

/** A table of so many megabytes; `between` is waited for before the last of them. */
const table =
  (megabytes: () => number, between: () => Promise<void> = async () => {}) =>
  async (_asked: IncomingMessage, outgoing: ServerResponse) => {
    outgoing.writeHead(200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="visits.csv"',
    });
    await write(outgoing, megabytes() - 1);
    await between();
    await write(outgoing, 1);
    outgoing.end();
  };

/** Asks for the table, and gives the answer when it begins. */
async function opened(accepts: string, method = "GET"): Promise<IncomingMessage> {
  const headers = { host: `localhost:${handler.port}`, "accept-encoding": accepts };
  const asked = request({ host: "127.0.0.1", port: handler.port, path, method, headers, agent: false });
  const [answer] = (await once(asked.end(), "response")) as [IncomingMessage];
  return answer;
}

it("sends a reader the first of a large table before Next has sent the last", async () => {
  let goOn: () => void = () => undefined;
  const hasFirst = new Promise<void>((resolve) => (goOn = resolve));
  handler = await startHandler({
    table: table(
      () => 12,
      () => hasFirst,
    ),
  });
  const answer = await opened("identity");
  let read = 0;
  answer.on("data", (bytes: Buffer) => {
    read += bytes.length;
    // A table that is gathered first would never come here.
    if (read > 10 * MB) goOn();
  });
  await once(answer, "end");
  expect(read).toBe(12 * MB);
});

it("takes no more of a large table from Next than its reader takes", async () => {
  let sent: ServerResponse | undefined;
  const whole = table(() => 200);
  handler = await startHandler({ table: (asked, outgoing) => whole(asked, (sent = outgoing)) });
  const answer = await opened("identity");
  await once(answer, "readable");
  let before = -1;
  const more = () => -before + (before = sent!.socket!.bytesWritten);
  // No more comes once all buffers between are full.
  await expect.poll(more, { interval: 200 }).toBe(0);
  expect(sent!.socket!.bytesWritten).toBeLessThan(30 * MB);
  // A client that goes ends the work.
  const closed = once(sent!, "close");
  answer.destroy();
  await closed;
  await expect.poll(() => handler.active()).toBe(0);
});

it.each([
  ["br", brotliDecompressSync],
  ["gzip", gunzipSync],
])("compresses a large table as it comes: %s", async (encoding, decoded) => {
  handler = await startHandler({ table: table(() => 9) });
  const answer = await opened(encoding);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    "content-encoding": encoding,
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="visits.csv"',
    "cache-control": "public, no-cache",
    vary: "Accept-Encoding",
    "x-content-type-options": "nosniff",
  });
  const body = decoded(await wholeOf(answer));
  expect(body.length).toBe(9 * MB);
  expect(body.subarray(-piece.length).equals(piece)).toBe(true);
});

it("asks Next twice for the first large table, once for the next, and keeps a small one", async () => {
  let megabytes = 9;
  handler = await startHandler({ table: table(() => megabytes) });
  for (const asked of [2, 3]) {
    await wholeOf(await opened("br"));
    expect(handler.reached.length).toBe(asked);
  }
  await handler.stop();
  megabytes = 1;
  handler = await startHandler({ table: table(() => megabytes) });
  for (let reader = 0; reader < 3; reader += 1) {
    const answer = await opened("br");
    expect(answer.headers.etag).toBeDefined();
    await wholeOf(answer);
  }
  expect(handler.reached.length).toBe(1);
});

it("says of a large table that went what Next says, and of one asked for by HEAD its headers alone", async () => {
  let isThere = true;
  const whole = table(() => 9);
  handler = await startHandler({
    table: (asked, outgoing) =>
      isThere ? whole(asked, outgoing) : outgoing.writeHead(308, { location: "/here" }).end(),
  });
  const head = await opened("br", "HEAD");
  expect([head.statusCode, (await wholeOf(head)).length]).toEqual([200, 0]);
  isThere = false;
  const moved = await opened("br");
  moved.resume();
  expect([moved.statusCode, moved.headers.location]).toEqual([308, "/here"]);
});
