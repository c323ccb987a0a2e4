import { expect, test } from "vitest";
import { FairQueue, TooBusy } from "./fair-queue";
import { SharedWork } from "./shared-work";

const limits = { atOnce: 1, waiting: 3, waitingPerClient: 2 };

function made() {
  const work = new SharedWork<string>(new FairQueue(limits));
  const began: string[] = [];
  const ends: ((value?: Error) => void)[] = [];
  const make = (key: string) => () => {
    began.push(key);
    return new Promise<string>((resolve, reject) =>
      ends.push((error) => (error ? reject(error) : resolve(key))),
    );
  };
  return {
    began,
    ends,
    queue: work.queue,
    ask: (client: string, key: string) => work.do(key, client, make(key)),
  };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test("work is done once for all who ask while it waits or runs, and anew afterwards", async () => {
  const { ask, began, ends } = made();
  const all = ["a", "a", "b", "c", "d", "e", "f"].map((client) => ask(client, "page"));
  await settled();
  all.push(ask("g", "page"));
  ends[0]!();
  expect(new Set(await Promise.all(all))).toEqual(new Set(["page"]));
  expect(began).toEqual(["page"]);
  void ask("a", "page");
  await settled();
  expect(began).toEqual(["page", "page"]);
});

test("a client that asks for what stands at the end of another's queue gets it with its own turn", async () => {
  const { ask, began, ends, queue } = made();
  void ask("greedy", "1");
  void ask("greedy", "2");
  const last = ask("greedy", "3");
  const own = ask("other", "3");
  await settled();
  ends[0]!();
  await settled();
  ends[1]!();
  await settled();
  expect(began).toEqual(["1", "2", "3"]);
  expect(queue.size).toEqual({ running: 1, waiting: 0 });
  ends[2]!();
  expect(await Promise.all([last, own])).toEqual(["3", "3"]);
});

test("a client that is refused is told, and the others' work goes on", async () => {
  const { ask, ends, queue } = made();
  const running = ask("a", "1");
  const waiting = [ask("a", "2"), ask("a", "3")];
  await expect(ask("a", "4")).rejects.toThrow(TooBusy);
  void ask("b", "3");
  for (let index = 0; index < 3; index += 1) {
    await settled();
    ends[index]!();
  }
  expect(await Promise.all([running, ...waiting])).toEqual(["1", "2", "3"]);
  await settled();
  expect(queue.size).toEqual({ running: 0, waiting: 0 });
});

test("a failure reaches all who asked, and the next is tried anew", async () => {
  const { ask, ends, began } = made();
  const all = [ask("a", "1"), ask("b", "1")];
  await settled();
  ends[0]!(new Error("no"));
  for (const one of all) await expect(one).rejects.toThrow("no");
  void ask("a", "1");
  await settled();
  expect(began).toEqual(["1", "1"]);
});
