import { expect, test } from "vitest";
import { FairQueue, TooBusy } from "./fair-queue";
import { SharedWork } from "./shared-work";

const limits = { atOnce: 1, waiting: 3, waitingPerClient: 2 };

function made() {
  const work = new SharedWork<string>(new FairQueue(limits));
  const began: string[] = [];
  const ends: ((value?: Error) => void)[] = [];
  const abandoned: string[] = [];
  const make = (key: string) => (signal: AbortSignal) => {
    began.push(key);
    signal.addEventListener("abort", () => abandoned.push(key));
    return new Promise<string>((resolve, reject) =>
      ends.push((error) => (error ? reject(error) : resolve(key))),
    );
  };
  return {
    began,
    ends,
    abandoned,
    queue: work.queue,
    ask: (client: string, key: string, gone?: AbortSignal) => work.do(key, client, make(key), gone),
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

test("work is given up once all who asked for it have gone, and begun anew for who asks then", async () => {
  const { ask, began, ends, abandoned } = made();
  const clients = [new AbortController(), new AbortController()];
  const asked = clients.map(({ signal }, number) => ask(`client ${number}`, "page", signal));
  await settled();
  clients[0]!.abort("gone");
  await expect(asked[0]).rejects.toBe("gone");
  expect(abandoned).toEqual([]);
  clients[1]!.abort("gone");
  await expect(asked[1]).rejects.toBe("gone");
  expect(abandoned).toEqual(["page"]);

  const again = ask("client 2", "page");
  ends[0]!(new Error("given up"));
  await settled();
  ends[1]!();
  expect(await again).toBe("page");
  expect(began).toEqual(["page", "page"]);
  expect(abandoned).toEqual(["page"]);
});

test("who goes while the work waits leaves the queue, and takes no other client's place along", async () => {
  const { ask, began, ends, queue } = made();
  const running = ask("a", "1");
  const client = new AbortController();
  const left = ask("b", "2", client.signal);
  const shared = ask("b", "3", client.signal);
  const stays = ask("c", "3");
  await settled();
  client.abort("gone");
  await expect(left).rejects.toBe("gone");
  await expect(shared).rejects.toBe("gone");
  ends[0]!();
  await settled();
  expect(began).toEqual(["1", "3"]);
  ends[1]!();
  expect([await running, await stays]).toEqual(["1", "3"]);
  expect(queue.size).toEqual({ running: 0, waiting: 0 });
});
