/** That the time limit of a search counts all that it waits for. */
import { expect, it } from "vitest";
import { pool } from "@/lib/database/client";
import { searchPublished } from "./search";
import { inSearchSession, SearchCutOff, searchWithin } from "./search-session";

/** How long a piece of work takes that is cut off, in milliseconds. */
async function cutOffAfter(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await expect(work()).rejects.toBeInstanceOf(SearchCutOff);
  return performance.now() - began;
}

const slack = searchWithin / 2;

it("cuts the last statement off when the whole search took too long", async () => {
  const sleeping = (seconds: number) => `SELECT pg_sleep(${seconds})`;
  const took = await cutOffAfter(() =>
    inSearchSession(async ({ read }) => {
      await read(sleeping(0.7), []);
      await read(sleeping(0.9), []);
    }),
  );
  expect(took).toBeLessThan(searchWithin + slack);
});

it("is cut off where no connection is free in time, and says so; the next has one again", async () => {
  const { max } = pool().options;
  const taken = await Promise.all(Array.from({ length: max }, () => pool().connect()));
  try {
    expect(await cutOffAfter(() => inSearchSession(async () => undefined))).toBeLessThan(
      searchWithin + slack,
    );
    expect(await searchPublished("zinc")).toEqual({ hits: [], hasMore: false, isCutOff: true });
  } finally {
    for (const client of taken) client.release();
  }
  expect(await searchPublished("zinc")).toMatchObject({ isCutOff: false });
  expect(pool().waitingCount).toBe(0);
});
