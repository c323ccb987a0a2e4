import { expect, it } from "vitest";
import { during, until } from "./until";

it("waits until something holds, and says what never did", async () => {
  let asked = 0;
  await until("the third time", () => ++asked === 3, { every: 1 });
  expect(asked).toBe(3);
  await expect(until("pigs fly", () => false, { within: 20, every: 1 })).rejects.toThrow(
    "not within 20 ms: pigs fly",
  );
});

it("goes on while other work runs, and ends with it", async () => {
  let end: (value: string) => void = () => undefined;
  const work = new Promise<string>((resolve) => (end = resolve));
  const rounds: number[] = [];
  const step = async (round: number) => {
    if (rounds.push(round) === 5) end("done");
  };
  expect(await during(work, step)).toBe("done");
  expect(rounds.length).toBeLessThan(10);
});

it("ends with work that fails, and tells its reason", async () => {
  const work = new Promise<void>((_, reject) => setTimeout(() => reject(new Error("the writer broke")), 5));
  await expect(during(work, async () => undefined)).rejects.toThrow("the writer broke");
});

it("ends after so many steps, whatever the work does", async () => {
  let steps = 0;
  let end: () => void = () => undefined;
  const work = new Promise<void>((resolve) => (end = resolve));
  const doing = during(work, async () => void (steps += 1), { atMost: 7 });
  await until("seven steps are done", () => steps === 7, { every: 1 });
  end();
  await doing;
  expect(steps).toBe(7);
});
