import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { makeLog } from "@/server/http/log";
import { atMost } from "@/tests/support/at-most";
import { NextEnded, NextSilent, wholeOf } from "./next-connection";
import { startNext } from "./next-process";
import { askWithin } from "./render-budget";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "entente-next-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const log = makeLog("silent");
const settings = { log, name: "renders", heap: 64, connections: 1 };

/** Starts a program in the place of Next's; it ends with the test, however that ends. */
function start(entry: string, more = {}) {
  const next = startNext(entry, { ...settings, ...more });
  onTestFinished(() => next.close());
  return next;
}

/** A program to be started in the place of Next's. */
function entryOf(program: string): string {
  const entry = join(folder, "entry.mjs");
  writeFileSync(entry, program);
  return entry;
}

it("closes at once while it waits to start the process again", async () => {
  // Ready once; from then on it ends before it is.
  const entry = entryOf(
    `import { existsSync, writeFileSync } from "node:fs";
     const been = ${JSON.stringify(join(folder, "been"))};
     if (existsSync(been)) process.exit(1);
     writeFileSync(been, "");
     process.send({ port: 1 }, () => process.exit(1));`,
  );
  const error = vi.spyOn(log, "error");
  const next = start(entry);
  await next.ready;
  // Its end, and two tries more: the next one is a second away, or under way on a busy machine.
  await expect.poll(() => error.mock.calls.length).toBeGreaterThanOrEqual(3);
  error.mockRestore();
  const began = performance.now();
  await next.close();
  expect(performance.now() - began).toBeLessThan(atMost(500));
  await expect(next.ask({ method: "GET", path: "/", headers: {} })).rejects.toThrow();
});

it("ends a process that hears nothing any more, and starts another", async () => {
  const entry = entryOf(
    `import { createServer } from "node:http";
     const figures = { pool: { total: 0, idle: 0, waiting: 0 }, signIns: {}, memory: process.pid, unreachableAt: 0 };
     const server = createServer((question, answer) => {
       answer.end(JSON.stringify(figures));
       if (question.url === "/for-ever") for (;;);
     });
     process.on("disconnect", () => process.exit());
     server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));`,
  );
  const next = start(entry, { stuckAfter: atMost(300) });
  const { memory: first } = await next.figures();
  await next.endIfStuck();
  expect(await next.figures()).toMatchObject({ memory: first });
  void next.ask({ method: "GET", path: "/for-ever", headers: {} }).catch(() => undefined);
  await expect
    .poll(async () => {
      await next.endIfStuck();
      return (await next.figures()).memory;
    })
    .not.toBe(first);
});

it("asks the next process for what is only read, also in mid-answer, and says so where something was sent", async () => {
  // The first process ends at its first question, the second in the middle of an answer.
  const entry = entryOf(
    `import { existsSync, writeFileSync } from "node:fs";
     import { createServer } from "node:http";
     const been = [1, 2].map((number) => ${JSON.stringify(folder)} + "/been" + number);
     const turn = been.filter(existsSync).length;
     if (turn < 2) writeFileSync(been[turn], "");
     const server = createServer((question, answer) => {
       if (turn === 0) process.exit(1);
       if (turn === 2) return answer.end("whole");
       answer.writeHead(200, { "content-length": 5 });
       answer.write("ha", () => process.exit(1));
     });
     process.on("disconnect", () => process.exit());
     server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));`,
  );
  const next = start(entry);
  const sent = { method: "POST", path: "/", headers: {}, body: Buffer.from("a change") };
  await expect(next.ask(sent)).rejects.toBeInstanceOf(NextEnded);
  expect(String((await askWithin(next, { method: "GET", path: "/", headers: {} })).body)).toBe("whole");
  expect(String(await wholeOf(await next.ask(sent)))).toBe("whole");
});

it("says that a process ended also where that is told some time after its connections broke", async () => {
  const entry = entryOf(
    `import { createServer } from "node:http";
     const server = createServer((question) => {
       question.socket.destroy();
       setTimeout(() => process.exit(1), 600);
     });
     process.on("disconnect", () => process.exit());
     server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));`,
  );
  const sent = { method: "POST", path: "/", headers: {}, body: Buffer.from("a change") };
  await expect(start(entry).ask(sent)).rejects.toBeInstanceOf(NextEnded);
});

it("says that a process is silent", async () => {
  const entry = entryOf(
    `import { createServer } from "node:http";
     const server = createServer(() => undefined);
     process.on("disconnect", () => process.exit());
     server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));`,
  );
  const next = start(entry, { answerTimeout: 100 });
  await expect(next.ask({ method: "GET", path: "/", headers: {} })).rejects.toBeInstanceOf(NextSilent);
});
