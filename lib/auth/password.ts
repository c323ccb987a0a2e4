import "server-only";
import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { newPassword } from "./new-password";
import { composedPassword } from "./password-rules";
import { FairQueue, isTooBusy } from "@/lib/fair-queue";

// Argon2id is the package's default algorithm; its enum cannot be named under isolatedModules.
const argon2id = 2;
// OWASP's password storage cheat sheet: 19 MiB, two passes, one lane.
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Passwords of so many characters were once allowed, and some are in use. */
const longestEver = 200;

/** In whose turn we hash for ourselves, and for those who proved to be admins. */
const ownWork = "";

interface Hashing {
  queue: FairQueue;
  hashOfNoAccount?: Promise<string> | undefined;
}

// One for the whole process: pages and route handlers have bundles, and so a copy of this module, of their own.
const kept = globalThis as { ententeHashing?: Hashing };

function hashing(): Hashing {
  // Each hash takes a thread of Node's pool of four and 19 MiB: files and names need the other threads.
  return (kept.ententeHashing ??= {
    queue: new FairQueue({ atOnce: 2, waiting: 120, waitingPerClient: 60 }),
  });
}

/**
 * The argon2id hash of a password, in PHC string format. `client` is in whose turn it is made: the network or the
 * account that asks. @throws {TooBusy}
 */
export function hashPassword(typed: string, client = ownWork): Promise<string> {
  return hashing().queue.run(client, () => hash(composedPassword(typed), cost));
}

/** What is kept of an account that has no password: like a hash in every way, and that of no password that could be found. */
export function hashOfNoPassword(): string {
  // Base64 without what fills it up, as the format wants it.
  const random = (bytes: number) =>
    randomBytes(bytes)
      .toString("base64")
      .slice(0, Math.ceil((bytes * 4) / 3));
  const { memoryCost, timeCost, parallelism } = cost;
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${random(16)}$${random(32)}`;
}

/** The hash of a password, or null when too many others wait for theirs. */
export async function hashInTime(typed: string): Promise<string | null> {
  try {
    return await hashPassword(typed);
  } catch (error) {
    if (isTooBusy(error)) return null;
    throw error;
  }
}

/** The hash of a password, `current` where it is the one that was hashed before, or `busy` when too many others wait for theirs. */
export async function hashOfAnother(
  typed: string,
  before: string,
): Promise<{ hash: string } | { refused: "current" | "busy" }> {
  try {
    if (await passwordMatches(typed, before)) return { refused: "current" };
    return { hash: await hashPassword(typed) };
  } catch (error) {
    if (isTooBusy(error)) return { refused: "busy" };
    throw error;
  }
}

/**
 * Whether the password is the one that was hashed. Without a hash (no account has that e-mail address) it takes as
 * long and says no, so that time does not tell which addresses have accounts. @throws {TooBusy}
 */
export async function passwordMatches(
  typed: string,
  hashed: string | null,
  client = ownWork,
): Promise<boolean> {
  const password = composedPassword(typed);
  // Hashing a megabyte takes no account any further; the time it takes must not depend on whose it is.
  const tried = password.slice(0, 2 * longestEver + 1);
  if (hashed !== null) return hashing().queue.run(client, () => verify(hashed, tried));
  const known = await (hashing().hashOfNoAccount ??= forgetFailure(hashPassword(newPassword())));
  await hashing().queue.run(client, () => verify(known, tried));
  return false;
}

function forgetFailure(made: Promise<string>): Promise<string> {
  made.catch(() => (hashing().hashOfNoAccount = undefined));
  return made;
}
