import { expect, it } from "vitest";
import { NewestOnly } from "./newest-only";

it("has one request under way, asks once more for all that came meanwhile, and rests", async () => {
  const answers: (() => void)[] = [];
  const newest = new NewestOnly(() => new Promise((resolve) => answers.push(resolve)));
  for (let times = 0; times < 5; times += 1) newest.want();
  expect(answers).toHaveLength(1);
  answers[0]!();
  await expect.poll(() => answers.length).toBe(2);
  answers[1]!();
  await Promise.resolve();
  await Promise.resolve();
  expect(answers).toHaveLength(2);
  newest.want();
  expect(answers).toHaveLength(3);
  newest.want();
  newest.stop();
  answers[2]!();
  await Promise.resolve();
  await Promise.resolve();
  expect(answers).toHaveLength(3);
});
