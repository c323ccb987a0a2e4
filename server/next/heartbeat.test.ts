import { expect, it } from "vitest";
import { heartbeat } from "./heartbeat";

it("says that nothing is done once the last sign is old, and no more when another comes", async () => {
  let [now, beatAt] = [1_000_000, 0];
  let isThere = true;
  const figures = async () => {
    if (!isThere) throw new Error("being started again");
    return {
      pool: { total: 0, idle: 0, waiting: 0 },
      signIns: {},
      memory: 0,
      unreachableAt: 0,
      jobs: { beatAt, done: 0, failed: 0 },
    };
  };
  const beat = heartbeat(figures, 30_000, () => now);
  now += 30_000;
  await beat.ask();
  expect(beat.fault()).toBeNull();
  now += 5000;
  isThere = false;
  await beat.ask();
  expect(beat.fault()).toBe("nothing has been done in the background for 35 s");
  isThere = true;
  beatAt = now - 1000;
  await beat.ask();
  expect(beat.fault()).toBeNull();
});
