import { expect, test } from "vitest";
import { TooBusy, turns } from "@/lib/turns";

test("no more than so many run at once, and the rest in the order they came", async () => {
  const inTurn = turns(2, 10);
  const order: number[] = [];
  let [running, most] = [0, 0];
  const work = (name: number) =>
    inTurn(async () => {
      most = Math.max(most, ++running);
      order.push(name);
      await Promise.resolve();
      running--;
    });
  await Promise.all([1, 2, 3, 4, 5].map(work));
  expect(most).toBe(2);
  expect(order).toEqual([1, 2, 3, 4, 5]);
});

test("a turn that fails passes on to the next", async () => {
  const inTurn = turns(1, 10);
  const failing = inTurn(() => Promise.reject(new Error("no")));
  const after = inTurn(() => Promise.resolve("yes"));
  await expect(failing).rejects.toThrow("no");
  await expect(after).resolves.toBe("yes");
  await expect(inTurn(() => Promise.resolve("again"))).resolves.toBe("again");
});

test("whoever finds the queue full is told at once", async () => {
  const inTurn = turns(1, 1);
  let finish = () => {};
  const first = inTurn(() => new Promise<void>((resolve) => (finish = resolve)));
  const second = inTurn(() => Promise.resolve());
  await expect(inTurn(() => Promise.resolve())).rejects.toThrow(TooBusy);
  finish();
  await Promise.all([first, second]);
});
