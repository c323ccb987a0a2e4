/** How wrong passwords are limited: per network, per browser of the account's holder, and slowed for everyone else. */
import "server-only";
import { consume, consumeInTurn, limiters } from "./limiters";
import { browserKey, networkKey, tryKeys } from "./throttle-keys";

/*
 * Wrong passwords allowed in a quarter of an hour: ten for one account from one network (pair), fifty from one network
 * (address), and ten from a browser in which the account's holder has signed in before (browser), which then counts for
 * nothing else. What strangers guess at an account from many networks (email) is only counted: those who
 * come from a browser that is not known wait a little longer for their answer, but never in vain.
 */

/** Up to so many wrong passwords for one account, no try is slowed. */
const unslowed = 20;
const longestDelay = 8000;

/** Milliseconds to wait before a try from an unknown browser, when the account has had so many wrong ones lately. */
export function delayAfter(wrongTries: number): number {
  if (wrongTries <= unslowed) return 0;
  return Math.min(longestDelay, Math.round(250 * 2 ** ((wrongTries - unslowed) / 10)));
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
    const counted = await consume("sign-in:browser", key);
    if ("seconds" in counted) return counted;
    return {
      delay: 0,
      wasRight: async () => void (await made["sign-in:browser"].delete(key)),
      takeBack: async () => void (await made["sign-in:browser"].reward(key)),
    };
  }
  const keys = tryKeys(from.email, from.address);
  // The account's own count comes last: a try that its network has used up must not slow everyone else.
  const counted = await consumeInTurn(
    ["sign-in:address", keys.address],
    ["sign-in:pair", keys.pair],
    ["sign-in:email", keys.email],
  );
  if ("seconds" in counted) return counted;
  const reward = (...names: (keyof typeof keys)[]) =>
    Promise.all(names.map((name) => made[`sign-in:${name}`].reward(keys[name])));
  return {
    delay: delayAfter(counted.points - 1),
    wasRight: async () =>
      void (await Promise.all([made["sign-in:pair"].delete(keys.pair), reward("address", "email")])),
    takeBack: async () => void (await reward("address", "pair", "email")),
  };
}

/**
 * Counts a try to sign in by a passkey before it is looked at, under its network alone: which account it is for shows only then.
 * It has a count of its own, as wrong passwords of others behind the same address must not keep passkeys out. Returns the seconds to
 * wait where there have been too many.
 */
export async function countPasskeyTry(
  address: string,
): Promise<{ wasRight(): Promise<void> } | { seconds: number }> {
  const key = networkKey(address);
  const counted = await consume("sign-in:passkey", key);
  if ("seconds" in counted) return counted;
  return { wasRight: async () => void (await limiters()["sign-in:passkey"].reward(key)) };
}

/** Counts that a challenge for a passkey was asked for. Returns the seconds to wait where that was too often. */
export async function countChallenge(address: string): Promise<{ seconds: number } | null> {
  const counted = await consume("sign-in:challenge", networkKey(address));
  return "seconds" in counted ? counted : null;
}

/** Counts that a link for another password was asked for. Returns the seconds to wait where that was too often. */
export async function countResetAsked(email: string, address: string): Promise<{ seconds: number } | null> {
  const keys = tryKeys(email, address);
  // The network's count first: what it has used up must not count for the address.
  const counted = await consumeInTurn(
    ["sign-in:reset-address", keys.address],
    ["sign-in:reset-email", keys.email],
  );
  return "seconds" in counted ? counted : null;
}
