import { expect, it } from "vitest";
import { Renewals } from "./renewals";

const page = (path: string) => ({ path, dossier: null });

it("makes one page at a time, each once however often it was asked for, and goes on after a failure", async () => {
  const made: string[] = [];
  let atOnce = 0;
  const renewals = new Renewals(async ({ path }) => {
    atOnce += 1;
    expect(atOnce).toBe(1);
    await Promise.resolve();
    atOnce -= 1;
    made.push(path);
    if (path === "/a") throw new Error("no page");
  });
  for (let time = 0; time < 1000; time += 1) for (const path of ["/a", "/b", "/c"]) renewals.add(page(path));
  expect(renewals.size).toBe(3);
  await renewals.done();
  expect(made).toEqual(["/a", "/b", "/c"]);
});

it("makes a page again that changed while it was made", async () => {
  const made: string[] = [];
  const renewals = new Renewals(async ({ path }) => {
    if (made.push(path) === 1) renewals.add(page(path));
  });
  renewals.add(page("/a"));
  await renewals.done();
  expect(made).toEqual(["/a", "/a"]);
});

it("leaves what waits when it is told to", async () => {
  const made: string[] = [];
  const renewals = new Renewals(async ({ path }) => {
    made.push(path);
    renewals.clear();
  });
  renewals.add(page("/a"));
  renewals.add(page("/b"));
  await renewals.done();
  expect(made).toEqual(["/a"]);
});
