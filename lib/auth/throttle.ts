import "server-only";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { z } from "zod";
import { pool } from "@/lib/database/client";
import { tryKeys, type TryKeys } from "./throttle-keys";

const minutes = 60;

/**
 * Wrong passwords allowed in a quarter of an hour: ten for one account from one network, fifty for one account
 * from anywhere (so that a stranger cannot lock its owner out with ten), fifty from one network.
 */
const allowed: Record<keyof TryKeys, number> = { pair: 10, email: 50, address: 50 };
/** The account's own points come last: a try that one network has used up must not spend everybody else's. */
const order: (keyof TryKeys)[] = ["address", "pair", "email"];

// By what it says, not by its class: of the two ways to sign in each has a bundle with a class of its own.
const refusal = z.object({ msBeforeNext: z.number() });

type Limiters = Record<keyof TryKeys, RateLimiterPostgres>;
const kept = globalThis as { ententeLimiters?: { pool: unknown; limiters: Limiters } };

function limiters(): Limiters {
  const storeClient = pool();
  if (kept.ententeLimiters?.pool === storeClient) return kept.ententeLimiters.limiters;
  const limiter = (name: keyof TryKeys) =>
    new RateLimiterPostgres({
      storeClient,
      storeType: "pool",
      tableName: "rate_limit",
      tableCreated: true, // by our migration
      keyPrefix: `sign-in:${name}`,
      points: allowed[name],
      duration: 15 * minutes,
    });
  const made = { address: limiter("address"), email: limiter("email"), pair: limiter("pair") };
  kept.ententeLimiters = { pool: storeClient, limiters: made };
  return made;
}

/**
 * Counts a try before its password is looked at, so that many at once gain nothing. Returns null when it may go
 * on, else the seconds to wait. `address` is the caller's network address.
 */
export async function countTry(email: string, address: string): Promise<number | null> {
  const keys = tryKeys(email, address);
  const made = limiters();
  for (const name of order) {
    try {
      await made[name].consume(keys[name]);
    } catch (refused) {
      const { success, data } = refusal.safeParse(refused);
      if (!success) throw refused;
      return Math.max(1, Math.ceil(data.msBeforeNext / 1000));
    }
  }
  return null;
}

/** Takes a try back that turned out right: only wrong ones count, and the account's own network starts afresh. */
export async function forgetTry(email: string, address: string): Promise<void> {
  const keys = tryKeys(email, address);
  const made = limiters();
  await Promise.all([
    made.pair.delete(keys.pair),
    made.email.reward(keys.email),
    made.address.reward(keys.address),
  ]);
}
