import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { FairQueue, type FairQueueLimits, isTooBusy, TooBusy } from "./fair-queue";

/** Work that ends when it is told to, and the order in which pieces of it began. */
function desk(limits: FairQueueLimits) {
  const queue = new FairQueue(limits);
  const began: string[] = [];
  const refused: string[] = [];
  const finish = new Map<string, () => void>();
  const ask = (client: string, name: string) => {
    const done = queue.run(client, () => {
      began.push(name);
      return new Promise<void>((resolve) => finish.set(name, resolve));
    });
    return done.catch((error: unknown) => {
      expect(error).toBeInstanceOf(TooBusy);
      refused.push(name);
    });
  };
  /** Lets pieces of work end one after the other, in the order they began, until none is left. */
  const runOut = async () => {
    await settled();
    for (let index = 0; index < began.length; index += 1) {
      finish.get(began[index]!)!();
      await settled();
    }
  };
  return { queue, began, refused, ask, runOut, finish };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test("no more than so many run at once, and one client's in the order they came", async () => {
  const { ask, began, runOut, queue } = desk({ atOnce: 2, waiting: 10, waitingPerClient: 10 });
  for (const name of ["1", "2", "3", "4", "5"]) void ask("a", name);
  await settled();
  expect(began).toEqual(["1", "2"]);
  expect(queue.size).toEqual({ running: 2, waiting: 3 });
  await runOut();
  expect(began).toEqual(["1", "2", "3", "4", "5"]);
  expect(queue.size).toEqual({ running: 0, waiting: 0 });
});

test("a client with one request does not wait for all of another's sixty", async () => {
  const { ask, began, runOut } = desk({ atOnce: 1, waiting: 100, waitingPerClient: 100 });
  for (let number = 0; number < 60; number += 1) void ask("greedy", `greedy ${number}`);
  void ask("other", "other");
  await runOut();
  expect(began.indexOf("other")).toBe(2);
});

test("turns go round the clients that wait", async () => {
  const { ask, began, runOut } = desk({ atOnce: 1, waiting: 100, waitingPerClient: 100 });
  void ask("first", "first");
  for (const client of ["a", "b", "c"]) for (const number of [1, 2]) void ask(client, client + number);
  await runOut();
  expect(began).toEqual(["first", "a1", "b1", "c1", "a2", "b2", "c2"]);
});

describe("a full queue", () => {
  test("takes the newest place from the client with the longest queue, for one that has none", async () => {
    const { ask, began, refused, runOut } = desk({ atOnce: 1, waiting: 4, waitingPerClient: 10 });
    for (const name of ["1", "2", "3", "4", "5"]) void ask("greedy", name);
    void ask("other", "other");
    await settled();
    expect(refused).toEqual(["5"]);
    await runOut();
    expect(began).toEqual(["1", "2", "other", "3", "4"]);
  });

  test("refuses a client that waits for as much as any other", async () => {
    const { ask, refused } = desk({ atOnce: 1, waiting: 2, waitingPerClient: 10 });
    for (const client of ["a", "b", "c", "d"]) void ask(client, client);
    await settled();
    expect(refused).toEqual(["d"]);
  });

  test("of one client's own refuses what comes then", async () => {
    const { ask, refused } = desk({ atOnce: 1, waiting: 100, waitingPerClient: 2 });
    for (const name of ["1", "2", "3", "4"]) void ask("a", name);
    void ask("b", "b");
    await settled();
    expect(refused).toEqual(["4"]);
  });
});

test("one client's share of what runs is bounded, and the rest stays free for others", async () => {
  const { ask, began } = desk({ atOnce: 4, atOncePerClient: 2, waiting: 10, waitingPerClient: 10 });
  for (const name of ["1", "2", "3"]) void ask("a", name);
  void ask("b", "b");
  await settled();
  expect(began).toEqual(["1", "2", "b"]);
});

test("work that fails gives its turn to the next", async () => {
  const queue = new FairQueue({ atOnce: 1, waiting: 10, waitingPerClient: 10 });
  const failing = queue.run("a", () => Promise.reject(new Error("no")));
  const after = queue.run("a", () => Promise.resolve("yes"));
  await expect(failing).rejects.toThrow("no");
  await expect(after).resolves.toBe("yes");
  expect(queue.size).toEqual({ running: 0, waiting: 0 });
});

test("a place that is given back is free for others, waiting or running", async () => {
  const queue = new FairQueue({ atOnce: 1, waiting: 10, waitingPerClient: 10 });
  const [first, second, third] = [queue.enter("a"), queue.enter("a"), queue.enter("b")];
  second.leave();
  second.leave();
  expect(queue.size).toEqual({ running: 1, waiting: 1 });
  first.leave();
  first.leave();
  await third.turn;
  third.leave();
  expect(queue.size).toEqual({ running: 0, waiting: 0 });
});

test("whatever comes in whatever order, the limits hold, all of it ends, and each client's order stays", async () => {
  const limits = fc.record({
    atOnce: fc.integer({ min: 1, max: 4 }),
    atOncePerClient: fc.integer({ min: 1, max: 4 }),
    waiting: fc.integer({ min: 0, max: 6 }),
    waitingPerClient: fc.integer({ min: 1, max: 4 }),
  });
  const step = fc.oneof(
    fc.constantFrom("a", "b", "c").map((client) => ({ ask: client })),
    fc.nat(3).map((index) => ({ end: index })),
  );
  await fc.assert(
    fc.asyncProperty(limits, fc.array(step, { maxLength: 40 }), async (some, steps) => {
      const { ask, began, refused, runOut, queue, finish } = desk(some);
      const asked: string[] = [];
      for (const [number, one] of steps.entries()) {
        if ("ask" in one) {
          const name = `${one.ask} ${String(number).padStart(2, "0")}`;
          asked.push(name);
          void ask(one.ask, name);
        } else finish.get(began[one.end] ?? "")?.();
        await settled();
        expect(queue.size.running).toBeLessThanOrEqual(some.atOnce);
        expect(queue.size.waiting).toBeLessThanOrEqual(some.waiting);
      }
      await runOut();
      expect(queue.size).toEqual({ running: 0, waiting: 0 });
      expect([...began, ...refused].sort()).toEqual([...asked].sort());
      for (const client of ["a", "b", "c"]) {
        const own = began.filter((name) => name.startsWith(client));
        expect(own).toEqual([...own].sort());
      }
    }),
  );
});

test("it knows the refusal of another bundle's queue", async () => {
  vi.resetModules();
  const copy = await import("./fair-queue");
  expect(new copy.TooBusy("full")).not.toBeInstanceOf(TooBusy);
  expect(isTooBusy(new copy.TooBusy("full"))).toBe(true);
  expect(isTooBusy(new Error("TooBusy"))).toBe(false);
});
