import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { inRepo } from "./paths.mjs";
import { runLanes } from "./test-lanes.mjs";
import { core, lanes, quickLanes } from "./test-parts.mjs";

const part = (name, run = async () => ({ passed: 1, failed: 0 })) => ({ name, run });

it("runs the parts of a lane one after the other, and lanes side by side", async () => {
  const begun = [];
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const noting = (name, until) => part(name, async () => (begun.push(name), await until, { passed: 1 }));
  const running = runLanes([
    [noting("a", held), noting("b")],
    [noting("c"), part("d", async () => (release(), { passed: 1 }))],
  ]);
  expect(begun).toEqual(["a", "c"]);
  const ended = await running;
  expect(begun).toEqual(["a", "c", "b"]);
  expect(ended.map(({ name }) => name).sort()).toEqual(["a", "b", "c", "d"]);
});

it("lets a part wait for one of another lane, also for one that fails", async () => {
  const order = [];
  const lanesOf = (failing) => [
    [{ ...part("waits", async () => (order.push("waits"), { passed: 1, failed: 0 })), after: "first" }],
    [part("first", async () => (order.push("first"), failing ? Promise.reject(new Error("no")) : {}))],
  ];
  await runLanes(lanesOf(false));
  await runLanes(lanesOf(true));
  expect(order).toEqual(["first", "waits", "first", "waits"]);
});

it("begins no other part once it was stopped", async () => {
  const stop = new AbortController();
  const begun = [];
  const noting = (name) => part(name, async () => (begun.push(name), stop.abort(), { passed: 0, failed: 1 }));
  const lanes = [[noting("a"), noting("b")], [{ ...noting("c"), after: "b" }]];
  const ended = await runLanes(lanes, undefined, stop.signal);
  expect([begun, ended.map(({ name }) => name)]).toEqual([["a"], ["a"]]);
});

it("counts a part that throws as one failure and tells why", async () => {
  const told = [];
  const broken = part("broken", () => Promise.reject(new Error("could not begin")));
  const [result] = await runLanes([[broken]], (one) => told.push(one.name));
  expect(result).toMatchObject({ passed: 0, failed: 1, output: expect.stringContaining("could not begin") });
  expect(told).toEqual(["broken"]);
});

it("knows every part by a name of its own, and only files that are there", () => {
  for (const all of [lanes, quickLanes]) {
    const names = all.flat().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { after } of all.flat()) if (after) expect(names).toContain(after);
  }
  for (const file of core) expect(existsSync(inRepo(file)), file).toBe(true);
});
