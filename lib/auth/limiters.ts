/** What is limited by counting in the database, and how one is counted: the wrong passwords, the links and the reports of a while. */
import "server-only";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { z } from "zod";
import { pool } from "@/lib/database/client";

const minutes = 60;
const quarter = 15 * minutes;
const hour = 60 * minutes;

/** What is counted, by its key in the database: how many are allowed (points) in how many seconds. */
const limits = {
  // Wrong passwords: `throttle.ts` says what each of them is.
  "sign-in:address": { points: 50, duration: quarter },
  "sign-in:email": { points: Number.MAX_SAFE_INTEGER, duration: quarter },
  "sign-in:pair": { points: 10, duration: quarter },
  "sign-in:browser": { points: 10, duration: quarter },
  // Answers by passkeys to sign in by that are not right: from one network.
  "sign-in:passkey": { points: 50, duration: quarter },
  // Links for another password that are asked for: for one address, and from one network.
  "sign-in:reset-email": { points: 3, duration: hour },
  "sign-in:reset-address": { points: 20, duration: hour },
  // Challenges for passkeys that are asked for: from one network.
  "sign-in:challenge": { points: 600, duration: quarter },
  // Reports of errors: from one network, and in all.
  "report:network": { points: 10, duration: hour },
  "report:all": { points: 100, duration: hour },
} as const;

/** The name of a limit. */
export type LimitName = keyof typeof limits;

type Limiters = Record<LimitName, RateLimiterPostgres>;
const kept = globalThis as { ententeLimiters?: { pool: unknown; limiters: Limiters } };

/** The counters of all limits, on the pool of this process. */
export function limiters(): Limiters {
  const storeClient = pool();
  if (kept.ententeLimiters?.pool === storeClient) return kept.ententeLimiters.limiters;
  const made = Object.fromEntries(
    Object.entries(limits).map(([keyPrefix, limit]) => [
      keyPrefix,
      new RateLimiterPostgres({
        storeClient,
        storeType: "pool",
        tableName: "rate_limit",
        tableCreated: true, // by our migration
        keyPrefix,
        ...limit,
      }),
    ]),
  ) as Limiters; // of each name one, which `fromEntries` cannot say
  kept.ententeLimiters = { pool: storeClient, limiters: made };
  return made;
}

// Recognised by its shape: each of the two ways to sign in has a bundle, and so a class, of its own.
const refusal = z.object({ msBeforeNext: z.number() });

/** Counts one more under a key. Returns the seconds to wait where there have been too many. */
export async function consume(
  name: LimitName,
  key: string,
): Promise<{ points: number } | { seconds: number }> {
  try {
    return { points: (await limiters()[name].consume(key)).consumedPoints };
  } catch (refused) {
    const { success, data } = refusal.safeParse(refused);
    if (!success) throw refused;
    return { seconds: Math.max(1, Math.ceil(data.msBeforeNext / 1000)) };
  }
}

/**
 * Counts one more under each of several keys in turn, and under none behind one of which there were too many: what one caller
 * has used up must not count for others. Returns the seconds to wait there; else how many there were under the last.
 */
export async function consumeInTurn(
  ...counts: readonly (readonly [LimitName, string])[]
): Promise<{ points: number } | { seconds: number }> {
  let last: { points: number } = { points: 0 };
  for (const [name, key] of counts) {
    const counted = await consume(name, key);
    if ("seconds" in counted) return counted;
    last = counted;
  }
  return last;
}
