import { beforeEach, describe, expect, test } from "vitest";
import { v4 } from "uuid";
import { database } from "@/lib/database/client";
import { createUser, setPassword } from "./accounts";
import { operator } from "./actor";
import { changeOwnPassword } from "./own-password";
import {
  endOtherSessions,
  endOwnSession,
  endSession,
  liveSession,
  sessionLength,
  sessionsOf,
} from "./sessions";
import { signIn } from "./sign-in";

const password = "a long enough password";
const wrong = "a long wrong password";
let email: string;
let address: string;

beforeEach(async () => {
  await database().user.deleteMany();
  email = `person-${v4()}@example.org`;
  address = v4(); // each test comes from a place of its own
  await createUser(operator(), { email, name: "Aigerim", role: "author", password });
});

const attempt = (typed: string, from = address) => signIn({ email, password: typed }, from);

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
    expect(await signIn({ email: ` ${email.toUpperCase()} `, password }, address)).toMatchObject({
      ok: true,
    });
  });

  test.each(["nobody@example.org", "no address", "", "a\u0000b@example.org", "x".repeat(5000)])(
    "answers %j as it answers a wrong password",
    async (who) => {
      expect(await signIn({ email: who, password }, address)).toEqual({ ok: false, reason: "wrong" });
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

  test("one place gets fifty guesses, whoever it tries to be", async () => {
    const guess = () => signIn({ email: `${v4()}@example.org`, password: wrong }, address);
    const outcomes = await Promise.all(Array.from({ length: 60 }, guess));
    expect(outcomes.filter((one) => !one.ok && one.reason === "wrong")).toHaveLength(50);
  });

  test("the table of tries names nobody", async () => {
    await attempt(wrong);
    const rows = await database().rateLimit.findMany();
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).not.toMatch(/@|person/);
  });
});

describe("sessions", () => {
  test("end at once when ended, and only that one", async () => {
    const [one, other] = [await begin(), await begin()];
    await endSession(one);
    expect(await liveSession(one)).toBeNull();
    expect(await liveSession(other)).not.toBeNull();
  });

  test("go on while they are used, and end after seven days in any case", async () => {
    const sid = await begin();
    const start = Date.now();
    const hours = (count: number) => new Date(start + count * 3_600_000);
    for (let at = 10; at < 7 * 24; at += 10) expect(await liveSession(sid, hours(at))).not.toBeNull();
    expect(await liveSession(sid, new Date(start + sessionLength.most + 1000))).toBeNull();
  });

  test("end after twelve hours without use", async () => {
    const sid = await begin();
    expect(await liveSession(sid, new Date(Date.now() + sessionLength.idle + 1000))).toBeNull();
  });

  test("are listed for their owner, who can end them, and nobody else can", async () => {
    const [one, other] = [await begin(), await begin()];
    const live = (await liveSession(one))!;
    expect((await sessionsOf(live.user.id)).map(({ id }) => id).sort()).toEqual([one, other].sort());
    await endOwnSession(v4(), other);
    expect(await liveSession(other)).not.toBeNull();
    await endOwnSession(live.user.id, other);
    expect(await liveSession(other)).toBeNull();
    const third = await begin();
    await endOtherSessions(live);
    expect(await liveSession(third)).toBeNull();
    expect(await liveSession(one)).not.toBeNull();
  });
});

describe("one's own password", () => {
  const next = "quite another password";

  test("is changed with the current one; every session ends but the new one given", async () => {
    const [one, other] = [await begin(), await begin()];
    const outcome = await changeOwnPassword(
      (await liveSession(one))!,
      { current: password, password: next },
      address,
    );
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(await liveSession(one)).toBeNull();
    expect(await liveSession(other)).toBeNull();
    expect((await liveSession(outcome.sid))?.user.email).toBe(email);
    expect(await attempt(password)).toEqual({ ok: false, reason: "wrong" });
  });

  test("stays when the current one is wrong, and guesses are throttled", async () => {
    const live = (await liveSession(await begin()))!;
    for (let i = 0; i < 10; i++)
      expect(await changeOwnPassword(live, { current: wrong, password: next }, address)).toEqual({
        ok: false,
        reason: "wrong",
      });
    expect(await changeOwnPassword(live, { current: password, password: next }, address)).toMatchObject({
      reason: "throttled",
    });
  });

  test("does not win over a password that an admin set in the meantime", async () => {
    const live = (await liveSession(await begin()))!;
    const [own] = await Promise.all([
      changeOwnPassword(live, { current: password, password: next }, address),
      setPassword(operator(), live.user, "what the admin set instead"),
    ]);
    const left = await sessionsOf(live.user.id);
    const [byOwn, byAdmin] = [await attempt(next), await attempt("what the admin set instead")];
    // Whichever came last stands alone, and a session is left only to its owner if it was theirs.
    expect([byOwn.ok, byAdmin.ok].filter(Boolean)).toHaveLength(1);
    if (byAdmin.ok) expect(left).toEqual([]);
    else expect(own.ok).toBe(true);
  });
});
