import { expect, it } from "vitest";
import { Renewals } from "./renewals";

it("makes pages in their order, few at a time, each once however often it was asked for, also after a failure", async () => {
  const made: string[] = [];
  let [now, most] = [0, 0];
  const renewals = new Renewals(async (path) => {
    most = Math.max(most, (now += 1));
    made.push(path);
    await Promise.resolve();
    now -= 1;
    if (path === "/a") throw new Error("no page");
  }, 2);
  for (let time = 0; time < 1000; time += 1) renewals.add(["/a", "/b", "/c"]);
  expect(renewals.size).toBe(3);
  await renewals.done();
  expect(made).toEqual(["/a", "/b", "/c"]);
  expect(most).toBe(2);
});

it("makes a page again that changed while it was made", async () => {
  const made: string[] = [];
  const renewals = new Renewals(async (path) => {
    if (made.push(path) === 1) renewals.add([path]);
  }, 1);
  renewals.add(["/a"]);
  await renewals.done();
  expect(made).toEqual(["/a", "/a"]);
});

it("leaves what waits when it is told to", async () => {
  const made: string[] = [];
  const renewals = new Renewals(async (path) => {
    made.push(path);
    renewals.clear();
  }, 1);
  renewals.add(["/a", "/b"]);
  await renewals.done();
  expect(made).toEqual(["/a"]);
});
