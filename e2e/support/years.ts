import { test } from "@playwright/test";

/** How many tests run side by side, at most (playwright.config.ts). */
const workers = 2;

/**
 * Gives years between two, `step` apart, none of them twice in one run: each worker counts through a part of its own.
 * The tests of one story share a range, and no other story uses it. @throws where all are given.
 */
export function yearsBetween(first: number, last: number, step = 1): () => number {
  const each = Math.floor((last - first + 1) / step / workers);
  let given = 0;
  return () => {
    if (given === each) throw new Error(`no year is left between ${first} and ${last}`);
    return first + step * (test.info().parallelIndex * each + given++);
  };
}
