/** How wrong passwords are limited: per network, per browser of the account's holder, and slowed for everyone else. */
import "server-only";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { z } from "zod";
import { pool } from "@/lib/database/client";
import { browserKey, tryKeys } from "./throttle-keys";

const minutes = 60;

/**
 * Wrong passwords allowed in a quarter of an hour: ten for one account from one network (pair), fifty from one network
 * (address), and ten from a browser in which the account's holder has signed in before (browser), which then counts for
 * nothing else. What strangers guess at an account from many networks (email) is only counted: those who
 * come from a browser that is not known wait a little longer for their answer, but never in vain.
 */
const allowed = { pair: 10, address: 50, browser: 10, email: Number.MAX_SAFE_INTEGER } as const;

/** Links for another password that may be asked for in an hour: for one address, and from one network. */
const resets = { "reset-email": 3, "reset-address": 20 } as const;
type LimiterName = keyof typeof allowed | keyof typeof resets;

/** Up to so many wrong passwords for one account, no try is slowed. */
const unslowed = 20;
const longestDelay = 8000;

/** Milliseconds to wait before a try from an unknown browser, when the account has had so many wrong ones lately. */
export function delayAfter(wrongTries: number): number {
  if (wrongTries <= unslowed) return 0;
  return Math.min(longestDelay, Math.round(250 * 2 ** ((wrongTries - unslowed) / 10)));
}

// Recognised by its shape: each of the two ways to sign in has a bundle, and so a class, of its own.
const refusal = z.object({ msBeforeNext: z.number() });

type Limiters = Record<LimiterName, RateLimiterPostgres>;
const kept = globalThis as { ententeLimiters?: { pool: unknown; limiters: Limiters } };

function limiters(): Limiters {
  const storeClient = pool();
  if (kept.ententeLimiters?.pool === storeClient) return kept.ententeLimiters.limiters;
  const limiter = (name: LimiterName, points: number, duration = 15 * minutes) =>
    new RateLimiterPostgres({
      storeClient,
      storeType: "pool",
      tableName: "rate_limit",
      tableCreated: true, // by our migration
      keyPrefix: `sign-in:${name}`,
      ...{ points, duration },
    });
  const made = {
    address: limiter("address", allowed.address),
    email: limiter("email", allowed.email),
    pair: limiter("pair", allowed.pair),
    browser: limiter("browser", allowed.browser),
    "reset-email": limiter("reset-email", resets["reset-email"], 60 * minutes),
    "reset-address": limiter("reset-address", resets["reset-address"], 60 * minutes),
  };
  kept.ententeLimiters = { pool: storeClient, limiters: made };
  return made;
}

/** For whom a try counts: a browser that the account's holder has used before, or anyone at a network address. */
export type TryFrom = { userId: string; browser: string } | { email: string; address: string };

/** A try that was counted. Exactly one of its functions is to be called where it was not a wrong password. */
export interface CountedTry {
  /** Milliseconds to wait before the password is looked at. */
  delay: number;
  /** The password was right: only wrong ones count, and this caller starts afresh. */
  wasRight(): Promise<void>;
  /** The password was not looked at: nothing has been tried. */
  takeBack(): Promise<void>;
}

/**
 * Counts a try before its password is looked at, so that many at once gain nothing. Returns the seconds to wait where
 * there have been too many.
 */
export async function countTry(from: TryFrom): Promise<CountedTry | { seconds: number }> {
  const made = limiters();
  if ("browser" in from) {
    const key = browserKey(from.userId, from.browser);
    const counted = await consume(made.browser, key);
    if ("seconds" in counted) return counted;
    return {
      delay: 0,
      wasRight: async () => void (await made.browser.delete(key)),
      takeBack: async () => void (await made.browser.reward(key)),
    };
  }
  const keys = tryKeys(from.email, from.address);
  // The account's own count comes last: a try that its network has used up must not slow everyone else.
  let wrongTries = 0;
  for (const name of ["address", "pair", "email"] as const) {
    const counted = await consume(made[name], keys[name]);
    if ("seconds" in counted) return counted;
    wrongTries = counted.points - 1;
  }
  const reward = (...names: (keyof typeof keys)[]) =>
    Promise.all(names.map((name) => made[name].reward(keys[name])));
  return {
    delay: delayAfter(wrongTries),
    wasRight: async () => void (await Promise.all([made.pair.delete(keys.pair), reward("address", "email")])),
    takeBack: async () => void (await reward("address", "pair", "email")),
  };
}

/** Counts that a link for another password was asked for. Returns the seconds to wait where that was too often. */
export async function countResetAsked(email: string, address: string): Promise<{ seconds: number } | null> {
  const [made, keys] = [limiters(), tryKeys(email, address)];
  // The network's count first: what it has used up must not count for the address.
  for (const [name, key] of [
    ["reset-address", keys.address],
    ["reset-email", keys.email],
  ] as const) {
    const counted = await consume(made[name], key);
    if ("seconds" in counted) return counted;
  }
  return null;
}

/** Counts one more under a key. Returns the seconds to wait where there have been too many. */
export async function consume(
  limiter: RateLimiterPostgres,
  key: string,
): Promise<{ points: number } | { seconds: number }> {
  try {
    return { points: (await limiter.consume(key)).consumedPoints };
  } catch (refused) {
    const { success, data } = refusal.safeParse(refused);
    if (!success) throw refused;
    return { seconds: Math.max(1, Math.ceil(data.msBeforeNext / 1000)) };
  }
}
