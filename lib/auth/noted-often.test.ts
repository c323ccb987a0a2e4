import { expect, test } from "vitest";
import { NotedOften } from "./noted-often";

test("what one network does over and over is noted twenty times in ten minutes, and then how often it was not", () => {
  let now = 0;
  const often = new NotedOften(() => now);
  const noted = Array.from({ length: 100 }, () => often.next("wrong", "203.0.113.0/24"));
  expect(noted.filter(Boolean)).toHaveLength(20);
  expect(often.next("wrong", "198.51.100.0/24")).toEqual({ skipped: 0 });
  expect(often.next("other", "203.0.113.0/24")).toEqual({ skipped: 0 });
  now += 10 * 60_000;
  expect(often.next("wrong", "203.0.113.0/24")).toEqual({ skipped: 80 });
  expect(often.next("wrong", "203.0.113.0/24")).toEqual({ skipped: 0 });
});

test("many networks together are noted five hundred times in ten minutes", () => {
  const often = new NotedOften(() => 0);
  const noted = Array.from({ length: 1000 }, (_, index) => often.next("wrong", String(index)));
  expect(noted.filter(Boolean)).toHaveLength(500);
});

test("what is done to an account is noted whatever the same network did to others before", () => {
  const often = new NotedOften(() => 0);
  for (let index = 0; index < 1000; index += 1) often.next("wrong", String(index % 3));
  const noted = Array.from({ length: 100 }, () => often.next("wrong", "1", "an account"));
  expect(noted.filter(Boolean)).toHaveLength(20);
  expect(often.next("wrong", "1", "another account")).toEqual({ skipped: 0 });
});
