import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { maxFileSize } from "@/lib/domain/files";
import { type Handler, startHandler } from "@/tests/support/handler";
import { publicFiles } from "./public-files";

const hash = "a".repeat(64);
const bytes = Buffer.from("%PDF-1.4 a text");
let handler: Handler;
let [isShown, version, asked] = [true, 1, 0];

beforeAll(async () => {
  const answerFile = publicFiles({
    sizeOf: async (id) => {
      asked += 1;
      return isShown && id.startsWith(hash) ? bytes.length : null;
    },
    read: async (_, span) => Readable.from([span ? bytes.subarray(span.start, span.end + 1) : bytes]),
    version: () => version,
  });
  handler = await startHandler({ answerFile });
});

afterAll(() => handler.stop());

it("gives a file under any name, never to be run, as a whole or in part", async () => {
  const whole = await handler.ask(`/files/${hash}/the-text.pdf`);
  expect([whole.status, whole.text]).toEqual([200, String(bytes)]);
  expect(whole.headers).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": "inline",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringContaining("sandbox"),
    etag: `"${hash}"`,
  });
  const at = `/files/${hash}/another.txt`;
  const head = await handler.ask(at, { method: "HEAD" });
  expect([head.headers["content-disposition"], head.headers["content-length"], head.text]).toEqual([
    "attachment",
    String(bytes.length),
    "",
  ]);
  const part = await handler.ask(at, { headers: { range: "bytes=1-3" } });
  expect([part.status, part.text, part.headers["content-range"]]).toEqual([206, "PDF", "bytes 1-3/15"]);
  expect((await handler.ask(at, { headers: { range: "bytes=99-" } })).status).toBe(416);
  expect((await handler.ask(at, { headers: { "if-none-match": `"${hash}"` } })).status).toBe(304);
  expect((await handler.ask(at, { method: "POST", body: "a" })).status).toBe(405);
});

it("asks once after each publication, and gives nothing that was withdrawn", async () => {
  const before = asked;
  const at = `/files/${hash}/the-text.pdf`;
  await handler.ask(at);
  expect(asked).toBe(before);
  [isShown, version] = [false, 2];
  const headers = { "if-none-match": `"${hash}"` };
  expect((await handler.ask(at, { headers })).status).toBe(404);
  for (const other of [`/files/${hash}/a.exe`, `/files/${hash}/../a.pdf`, `/files/${"b".repeat(64)}/a.pdf`])
    expect([other, (await handler.ask(other)).status]).not.toEqual([other, 200]);
});

it("passes a large body on to the desk as an upload alone", async () => {
  const headers = { cookie: "sid=1", origin: handler.origin };
  const body = Buffer.alloc(3 * 1024 * 1024, "a");
  const sent = await handler.ask("/admin/files", { method: "POST", headers, body });
  expect([sent.status, sent.text.includes("aaaa")]).toEqual([200, true]);
  expect((await handler.ask("/admin/visits", { method: "POST", headers, body })).status).toBe(413);
  const foreign = { ...headers, origin: "http://evil.example" };
  expect((await handler.ask("/admin/files", { method: "POST", headers: foreign, body: "a" })).status).toBe(
    403,
  );
  const tooLarge = { ...headers, "content-length": String(maxFileSize + 1024 * 1024) };
  const refused = await handler
    .ask("/admin/files", { method: "POST", headers: tooLarge, body: "a" })
    .catch(() => ({ status: 413 }));
  expect(refused.status).toBe(413);
});
