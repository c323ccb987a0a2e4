/** Requests whose bodies come slowly, in part, or never to their end. */
import type { IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TooBusy } from "@/lib/fair-queue";
import { type Handler, startHandler } from "@/tests/support/handler";
import { ClientGone, MAX_BODY, RequestBodies, TooLarge } from "./request-bodies";

let handler: Handler;
let sockets: Socket[] = [];

beforeEach(async () => {
  sockets = [];
  handler = await startHandler();
});

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await handler.stop();
});

/** Sends the head of a form and half of its body. */
function sendHalf(client: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port: handler.port, localAddress: client });
    sockets.push(socket);
    const head = [
      "POST /admin/sign-in HTTP/1.1",
      `host: localhost:${handler.port}`,
      `origin: ${handler.origin}`,
      "content-length: 20",
    ];
    socket.once("error", reject);
    socket.write(`${head.join("\r\n")}\r\n\r\nemail=half`, () => resolve(socket));
  });
}

const form = () => ({ method: "POST", body: "email=whole", headers: { origin: handler.origin } });

it("forms sent in half by several clients leave another client's form answered", async () => {
  for (const client of ["127.0.0.2", "127.0.0.3", "127.0.0.4"])
    await Promise.all(Array.from({ length: 20 }, () => sendHalf(client)));
  await expect.poll(() => handler.active()).toBe(60);
  expect(await handler.ask("/admin/sign-in", { ...form(), client: "127.0.0.5" })).toMatchObject({
    status: 200,
  });
  // And those clients' own, as long as they do not hold too many.
  expect(await handler.ask("/admin/sign-in", { ...form(), client: "127.0.0.2" })).toMatchObject({
    status: 200,
  });
  expect(handler.reached).toHaveLength(2);
});

it("a client that goes away in the middle of a form, while Next is out of reach, ends only its own request", async () => {
  const faults: unknown[] = [];
  const note = (fault: unknown) => void faults.push(fault);
  process.on("uncaughtException", note);
  handler.next.ask = () => new Promise(() => undefined);
  try {
    const halves = await Promise.all(Array.from({ length: 40 }, () => sendHalf("127.0.0.2")));
    await expect.poll(() => handler.active()).toBeGreaterThanOrEqual(20);
    for (const half of halves) half.destroy();
    await expect.poll(() => handler.active()).toBe(0);
  } finally {
    process.off("uncaughtException", note);
  }
  expect(faults).toEqual([]);
});

it("a form of which nothing more comes is told so, and its connection ends", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const half = await sendHalf("127.0.0.2");
    await vi.waitUntil(() => handler.active() === 1);
    const answer = text(half);
    vi.advanceTimersByTime(5000);
    expect(await answer).toMatch(/^HTTP\/1.1 408 /);
  } finally {
    vi.useRealTimers();
  }
});

describe("bodies", () => {
  const limits = { unfinishedPerClient: 3, bytesPerClient: 100, bytes: 150, pause: 5000 };
  // A stream is all that is needed of a request here.
  const request = () => new PassThrough() as unknown as IncomingMessage & PassThrough;

  it("of one client that are not whole yet are few, and another client's come in", async () => {
    const bodies = new RequestBodies(limits);
    const halves = [request(), request(), request()];
    const read = halves.map((half) => bodies.run(half, "a", async (body) => String(body)));
    await expect(bodies.run(request(), "a", async () => null)).rejects.toThrow(TooBusy);
    const whole = request();
    whole.end("whole");
    expect(await bodies.run(whole, "b", async (body) => String(body))).toBe("whole");
    for (const half of halves) half.end("late");
    expect(await Promise.all(read)).toEqual(["late", "late", "late"]);
    expect(bodies.bytes).toBe(0);
  });

  it("take memory within bounds, and who has the most gives way", async () => {
    const bodies = new RequestBodies(limits);
    const send = (client: string, bytes: number) => {
      const one = request();
      const read = bodies.run(one, client, async (body) => body.length);
      one.write(Buffer.alloc(bytes));
      return { one, read };
    };
    await expect(send("a", 101).read).rejects.toThrow(TooBusy);
    const [first, second] = [send("a", 45), send("a", 45)];
    await expect.poll(() => bodies.bytes).toBe(90);
    const other = send("b", 61);
    await expect(second.read).rejects.toThrow(TooBusy);
    first.one.end();
    other.one.end();
    expect(await Promise.all([first.read, other.read])).toEqual([45, 61]);
    expect(bodies.bytes).toBe(0);
  });

  it("that break off or grow too large leave nothing behind", async () => {
    const bodies = new RequestBodies({ ...limits, bytesPerClient: 10 * MAX_BODY, bytes: 10 * MAX_BODY });
    const [gone, large] = [request(), request()];
    const read = [gone, large].map((one) => bodies.run(one, "a", async () => null));
    gone.write("half");
    gone.destroy(new Error("reset"));
    large.end(Buffer.alloc(MAX_BODY + 1));
    await expect(read[0]).rejects.toThrow(ClientGone);
    await expect(read[1]).rejects.toThrow(TooLarge);
    expect(bodies.bytes).toBe(0);
  });
});
