import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { v4 } from "uuid";
import { database } from "@/lib/database/client";
import { createUser, setPassword } from "./accounts";
import { operator } from "./actor";
import { changeOwnPassword } from "./own-password";
import { passwordMatches } from "./password";
import { liveSession } from "./sessions";
import { signIn } from "./sign-in";
import { TooBusy } from "@/lib/fair-queue";

// Watched, so that one test can have the server too busy to look at any password.
vi.mock("./password", { spy: true });

// Hundreds of hashes at their full cost, which password.test.ts is about, would take most of the time here.
vi.mock(import("@node-rs/argon2"), async (original) => {
  const argon2 = await original();
  return { ...argon2, hash: (typed) => argon2.hash(typed, { memoryCost: 1024, timeCost: 1 }) };
});

const password = "a long enough password";
const wrong = "a long wrong password";
let email: string;
let address: string;

beforeEach(async () => {
  await database().user.deleteMany();
  email = `person-${v4()}@example.org`;
  address = v4(); // each test comes from a place of its own
  pauses.length = 0;
  await createUser(operator(), { email, name: "Aigerim", role: "author", password });
});

const pauses: number[] = [];
const pause = async (milliseconds: number) => void pauses.push(milliseconds);

/** A try whose pauses are noted instead of waited. */
const attempt = (typed: string, from = address, browserCookie?: string) =>
  signIn({ email, password: typed }, { address: from, browserCookie }, pause);

/** The cookie of a browser from which an account's holder has signed in. */
async function proofFor(holder: string, browserCookie?: string): Promise<string> {
  const outcome = await signIn({ email: holder, password }, { address: v4(), browserCookie });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.browserCookie.value;
}

const proof = (browserCookie?: string) => proofFor(email, browserCookie);

async function begin(): Promise<string> {
  const outcome = await attempt(password);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.sid;
}

describe("signing in", () => {
  test("starts a session that stands for the account", async () => {
    const live = await liveSession(await begin());
    expect(live?.user).toMatchObject({ email, name: "Aigerim", role: "author" });
  });

  test("takes the address in whatever case", async () => {
    expect(await signIn({ email: ` ${email.toUpperCase()} `, password }, { address })).toMatchObject({
      ok: true,
    });
  });

  test.each(["nobody@example.org", "no address", "", "a\u0000b@example.org", "x".repeat(5000)])(
    "answers %j as it answers a wrong password",
    async (who) => {
      expect(await signIn({ email: who, password }, { address })).toEqual({ ok: false, reason: "wrong" });
    },
  );

  test("sweeps out sessions that have ended", async () => {
    const old = await begin();
    await database().session.update({ where: { id: old }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await liveSession(old)).toBeNull();
    await begin();
    expect(await database().session.findUnique({ where: { id: old } })).toBeNull();
  });
});

describe("the throttle", () => {
  test("after ten wrong passwords even the right one has to wait", async () => {
    for (let i = 0; i < 10; i++) expect(await attempt(wrong)).toEqual({ ok: false, reason: "wrong" });
    const outcome = await attempt(password);
    expect(outcome).toMatchObject({ ok: false, reason: "throttled" });
    const { seconds } = outcome as { seconds: number };
    expect(seconds).toBeGreaterThan(14 * 60);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
  });

  test("tries that come all at once are counted one by one", async () => {
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => attempt(wrong)));
    expect(outcomes.filter((one) => !one.ok && one.reason === "wrong")).toHaveLength(10);
  });

  test("a stranger's guesses do not lock the owner out", async () => {
    for (let i = 0; i < 15; i++) await attempt(wrong, "198.51.100.7");
    expect(await attempt(password, "203.0.113.9")).toMatchObject({ ok: true });
  });

  test("nor do fifty of them from one place: those turned away there cost the account nothing", async () => {
    for (let i = 0; i < 50; i++) await attempt(wrong, "198.51.100.8");
    expect(await attempt(wrong, "198.51.100.8")).toMatchObject({ reason: "throttled" });
    expect(await attempt(password, "203.0.113.10")).toMatchObject({ ok: true });
  });

  test("signing in counts for nothing, however often", async () => {
    for (let i = 0; i < 55; i++) expect(await attempt(password)).toMatchObject({ ok: true });
  });

  test("one place gets fifty guesses, whichever accounts it tries", async () => {
    const guess = () => signIn({ email: `${v4()}@example.org`, password: wrong }, { address });
    const outcomes: Awaited<ReturnType<typeof guess>>[] = [];
    // Sixty in all, fifteen at once: fewer than one client may have waiting, so that none is turned away as too many.
    for (let round = 0; round < 4; round++)
      outcomes.push(...(await Promise.all(Array.from({ length: 15 }, guess))));
    expect(outcomes.filter((one) => !one.ok && one.reason === "wrong")).toHaveLength(50);
  });

  test("the table of tries names no person", async () => {
    await attempt(wrong);
    const rows = await database().rateLimit.findMany();
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).not.toMatch(/@|person/);
  });
});

describe("while strangers guess at an account from many networks", () => {
  /** So many wrong passwords that all of them were looked at. */
  async function attackOf(tries: number): Promise<void> {
    vi.mocked(passwordMatches).mockResolvedValue(false); // hashing hundreds would tell no more
    for (let i = 0; i < tries; i++)
      expect(await attempt(wrong, `198.51.${Math.floor(i / 10)}.7`)).toEqual({ ok: false, reason: "wrong" });
    vi.mocked(passwordMatches).mockRestore();
  }

  test("its holder gets in at once from a browser that signed in before", async () => {
    const cookie = await proof();
    await attackOf(60);
    pauses.length = 0;
    expect(await attempt(password, "198.51.0.7", cookie)).toMatchObject({ ok: true });
    expect(pauses).toEqual([]);
  });

  test("and from a new browser after a bounded time, however long the attack", async () => {
    await attackOf(120);
    pauses.length = 0;
    expect(await attempt(password, "203.0.113.9")).toMatchObject({ ok: true });
    expect(pauses).toHaveLength(1);
    expect(pauses[0]).toBeLessThanOrEqual(8000);
  });

  test("the guesses wait the longer, the more there are", async () => {
    await attackOf(80);
    expect(pauses.length).toBeGreaterThan(50);
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(pauses.at(-1)).toBe(8000);
  });
});

describe("a browser that signed in before", () => {
  test("has ten tries of its own, which cost no other account any", async () => {
    const cookie = await proof();
    for (let i = 0; i < 10; i++)
      expect(await attempt(wrong, address, cookie)).toEqual({ ok: false, reason: "wrong" });
    expect(await attempt(password, v4(), cookie)).toMatchObject({ reason: "throttled" });
    expect(await attempt(password)).toMatchObject({ ok: true });
  });

  test("keeps its allowance when it signs in again, and starts afresh", async () => {
    const cookie = await proof();
    for (let i = 0; i < 9; i++) await attempt(wrong, address, cookie);
    const again = await proof(cookie);
    for (let i = 0; i < 10; i++)
      expect(await attempt(wrong, address, again)).toMatchObject({ reason: "wrong" });
    expect(await attempt(password, address, cookie)).toMatchObject({ reason: "throttled" });
  });

  test.each([
    ["another account's", async () => proofFor(await another())],
    ["a changed one", async () => (await proof()).replace(/.$/, (last) => (last === "A" ? "B" : "A"))],
    ["one from before the password was changed", beforeNewPassword],
    ["nonsense", async () => "x".repeat(10_000)],
  ])("is none with %s", async (_what, cookieOf) => {
    const cookie = await cookieOf();
    for (let i = 0; i < 10; i++) await attempt(wrong, address, cookie);
    expect(await attempt(wrong)).toMatchObject({ reason: "throttled" });
  });

  test("may be shared by several people, each with an allowance", async () => {
    const own = await proof();
    const other = await another();
    const both = await proofFor(other, own);
    for (let i = 0; i < 10; i++) await attempt(wrong, address);
    expect(await attempt(password, address, both)).toMatchObject({ ok: true });
    for (let i = 0; i < 10; i++) await signIn({ email: other, password: wrong }, { address });
    expect(await signIn({ email: other, password }, { address })).toMatchObject({ reason: "throttled" });
    expect(await signIn({ email: other, password }, { address, browserCookie: both })).toMatchObject({
      ok: true,
    });
  });

  async function another(): Promise<string> {
    const other = `other-${v4()}@example.org`;
    await createUser(operator(), { email: other, name: "Berik", role: "viewer", password });
    return other;
  }

  async function beforeNewPassword(): Promise<string> {
    const cookie = await proof();
    const live = (await liveSession(await begin()))!;
    await setPassword(operator(), live.user, "quite another password");
    return cookie;
  }
});

describe("when too many sign in at once", () => {
  afterEach(() => void vi.mocked(passwordMatches).mockRestore());

  test("a try that was not looked at is given back, from a known browser and from any other", async () => {
    const live = (await liveSession(await begin()))!;
    const cookie = await proof();
    await database().rateLimit.deleteMany();
    vi.mocked(passwordMatches).mockRejectedValue(new TooBusy("full"));
    for (let i = 0; i < 60; i++) {
      expect(await attempt(password)).toEqual({ ok: false, reason: "busy" });
      expect(await attempt(password, address, cookie)).toEqual({ ok: false, reason: "busy" });
      expect(await changeOwnPassword(live, { current: password, password: `${password}!` })).toEqual({
        ok: false,
        reason: "busy",
      });
    }
    const counted = await database().rateLimit.findMany({ select: { points: true } });
    expect(counted.length).toBeGreaterThan(0);
    expect(counted.filter(({ points }) => points !== 0)).toEqual([]);
    expect(pauses).toEqual([]);
  });
});
