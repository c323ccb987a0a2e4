import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { v4 } from "uuid";
import { database } from "@/lib/database/client";
import * as environment from "@/lib/env";
import { confirmed } from "@/tests/support/confirmed";
import { createUser, setPassword } from "./accounts";
import { actorFor, Forbidden, operator } from "./actor";
import { confirmSession } from "./confirm-session";
import { endOneOfOwn, endOtherSessions, endSessionsOfAccount, sessionsOfAccount } from "./end-sessions";
import { changeOwnPassword } from "./own-password";
import { endSession, liveSession, sessionLength, sessionsOf, startSession } from "./sessions";
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

const attempt = (typed: string) => signIn({ email, password: typed }, { address });

async function begin(): Promise<string> {
  const outcome = await attempt(password);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.sid;
}

describe("sessions", () => {
  test("end at once when ended, and only that one", async () => {
    const [one, other] = [await begin(), await begin()];
    await endSession(one);
    expect(await liveSession(one)).toBeNull();
    expect(await liveSession(other)).not.toBeNull();
  });

  test("are named by 128 random bits, of which none says that it is a UUID", async () => {
    const { id: userId } = await database().user.findFirstOrThrow({ select: { id: true } });
    const ids = await Promise.all(Array.from({ length: 40 }, () => startSession(database(), userId)));
    // Of a UUID's digits the thirteenth is its version, and of the seventeenth two bits are its variant.
    expect(new Set(ids.map((id) => id[14])).size).toBeGreaterThan(4);
    expect(new Set(ids.map((id) => id[19])).size).toBeGreaterThan(4);
    expect(await liveSession(ids[0]!)).not.toBeNull();
  });

  test("go on while they are used, and end after seven days in any case", async () => {
    const sid = await begin();
    const start = Date.now();
    const hours = (count: number) => new Date(start + count * 3_600_000);
    for (let at = 10; at < 7 * 24; at += 10) expect(await liveSession(sid, hours(at))).not.toBeNull();
    expect(await liveSession(sid, new Date(start + sessionLength.max + 1000))).toBeNull();
  });

  test("end after twelve hours without use", async () => {
    const sid = await begin();
    expect(await liveSession(sid, new Date(Date.now() + sessionLength.idle + 1000))).toBeNull();
  });

  test("are listed for their owner, who alone can end them", async () => {
    const [one, other] = [await begin(), await begin()];
    const live = (await liveSession(one))!;
    expect((await sessionsOf(live.user.id)).map(({ id }) => id).sort()).toEqual([one, other].sort());
    await endOneOfOwn({ ...live, user: { ...live.user, id: v4() } }, other);
    expect(await liveSession(other)).not.toBeNull();
    expect(await endOneOfOwn({ ...live, isConfirmed: false }, other)).toBe(false);
    expect(await liveSession(other)).not.toBeNull();
    await endOneOfOwn(live, other);
    expect(await liveSession(other)).toBeNull();
    const third = await begin();
    expect(await endOtherSessions(live, wrong)).toEqual({ ok: false, reason: "wrong" });
    expect(await liveSession(third)).not.toBeNull();
    expect(await endOtherSessions(live, password)).toEqual({ ok: true, value: 1 });
    expect(await liveSession(third)).toBeNull();
    expect(await liveSession(one)).not.toBeNull();
  });

  test("are confirmed for a quarter of an hour after signing in, and again with the password", async () => {
    const sid = await begin();
    const later = new Date(Date.now() + sessionLength.confirmed);
    const session = (await liveSession(sid, later))!;
    expect([(await liveSession(sid))!.isConfirmed, session.isConfirmed]).toEqual([true, false]);
    expect(await confirmSession(session, wrong)).toEqual({ ok: false, reason: "wrong" });
    expect((await liveSession(sid, later))!.isConfirmed).toBe(false);
    expect(await confirmSession(session, password, later)).toEqual({ ok: true, value: true });
    expect((await liveSession(sid, later))!.isConfirmed).toBe(true);
  });

  test("end where another begins in the same browser, be it another account's", async () => {
    const [mine, elsewhere] = [await begin(), await begin()];
    await createUser(operator(), { email: `other-${email}`, role: "viewer", password });
    const other = await signIn({ email: `other-${email}`, password }, { address, sid: mine });
    expect(other.ok).toBe(true);
    expect(await liveSession(mine)).toBeNull();
    expect(await liveSession(elsewhere)).not.toBeNull();
    // What did not sign in ends nothing.
    await signIn({ email, password: wrong }, { address, sid: elsewhere });
    expect(await liveSession(elsewhere)).not.toBeNull();
  });

  test("say from which network and browser they came, the address shortened", async () => {
    const userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    const outcome = await signIn({ email, password }, { address: "203.0.113.77", userAgent });
    if (!outcome.ok) throw new Error(outcome.reason);
    const [session] = await sessionsOf(outcome.user.id);
    expect(session).toMatchObject({ network: "203.0.113.0/24", browser: "Firefox", system: "Linux" });
  });

  test("of others are seen and ended by admins alone, and that is noted", async () => {
    const sid = await begin();
    const { user } = (await liveSession(sid))!;
    const author = actorFor(user);
    await expect(sessionsOfAccount(author, user.id)).rejects.toThrow(Forbidden);
    await expect(endSessionsOfAccount(author, user.id)).rejects.toThrow(Forbidden);
    expect((await sessionsOfAccount(operator(), user.id)).map(({ id }) => id)).toEqual([sid]);
    expect(await endSessionsOfAccount(operator(), user.id, v4())).toBe(0);
    expect(await endSessionsOfAccount(operator(), user.id, sid)).toBe(1);
    expect(await liveSession(sid)).toBeNull();
    const [event] = await database().auditEvent.findMany({
      where: { subject: email },
      orderBy: { at: "desc" },
    });
    expect(event).toMatchObject({
      action: "account.endSessions",
      detail: { userId: user.id, sessions: "1" },
    });
  });
});

describe("by the settings", () => {
  const minute = 60_000;
  afterEach(() => void vi.restoreAllMocks());
  const settings = (more: Partial<environment.Env>) => {
    const usual = environment.env();
    vi.spyOn(environment, "env").mockReturnValue({ ...usual, ...more });
  };

  test("sessions become shorter, also those that stand", async () => {
    const sid = await begin();
    const soon = new Date(Date.now() + 20 * minute);
    settings({ session: { idle: 30 * minute, max: 60 * minute, confirmed: minute } });
    expect(await liveSession(sid, soon)).not.toBeNull();
    expect(await liveSession(sid, new Date(soon.getTime() + 31 * minute))).toBeNull();
    settings({ session: { idle: 12 * 60 * minute, max: 10 * minute, confirmed: minute } });
    expect(await liveSession(sid, soon)).toBeNull();
  });

  test("an account has so many sessions at once, also when many begin together", async () => {
    const first = await begin();
    settings({ sessionsAtOnce: 3 });
    const begun = await Promise.all(Array.from({ length: 6 }, begin));
    expect(await liveSession(first)).toBeNull();
    const alive = await Promise.all(begun.map((sid) => liveSession(sid)));
    expect(alive.filter((one) => one !== null)).toHaveLength(3);
  });

  test("sessions that wait for a code take no place of those that gave one", async () => {
    const { user } = (await liveSession(await begin()))!;
    await database().user.update({ where: { id: user.id }, data: { secondStep: "an app" } });
    settings({ sessionsAtOnce: 2 });
    const full = () =>
      database().$transaction((tx) => startSession(tx, user.id, undefined, { isSecondStep: true }));
    const isAlive = async (sid: string) => (await liveSession(sid)) !== null;
    const one = await full();
    const halves = [await begin(), await begin(), await begin()];
    expect(await Promise.all(halves.map(isAlive))).toEqual([false, true, true]);
    const [two, three] = [await full(), await full()];
    expect(await Promise.all([one, two, three].map(isAlive))).toEqual([false, true, true]);
    await begin();
    expect(await Promise.all([two, three].map(isAlive))).toEqual([true, true]);
  });
});

describe("a password that an admin made", () => {
  const temporary = "quite another password";
  const day = 24 * 60 * 60_000;

  test("opens nothing but the way to one of one's own", async () => {
    const { user } = (await liveSession(await begin()))!;
    await setPassword(operator(), user, temporary, { isTemporary: true });
    const outcome = await attempt(temporary);
    expect(outcome).toMatchObject({ ok: true, due: "password" });
    if (!outcome.ok) throw new Error(outcome.reason);
    const live = (await liveSession(outcome.sid))!;
    expect(live.due).toBe("password");
    const same = await changeOwnPassword(live, { current: temporary, password: temporary });
    expect(same).toEqual({ ok: false, reason: "invalid", fault: "password.current" });
    const changed = await changeOwnPassword(live, { current: temporary, password: "one of their very own" });
    if (!changed.ok) throw new Error(changed.reason);
    expect((await liveSession(changed.sid))?.due).toBeNull();
    expect(await attempt("one of their very own")).toMatchObject({ ok: true, due: null });
  });

  test("lapses after a day, with the sessions that it opened", async () => {
    const { user } = (await liveSession(await begin()))!;
    await setPassword(operator(), user, temporary, { isTemporary: true });
    const outcome = await attempt(temporary);
    if (!outcome.ok) throw new Error(outcome.reason);
    const { passwordLapsesAt } = await database().user.findUniqueOrThrow({ where: { id: user.id } });
    expect(passwordLapsesAt!.getTime() - Date.now()).toBeGreaterThan(day - 60_000);
    expect(passwordLapsesAt!.getTime() - Date.now()).toBeLessThanOrEqual(day);
    await database().user.update({ where: { id: user.id }, data: { passwordLapsesAt: new Date() } });
    expect(await liveSession(outcome.sid)).toBeNull();
    expect(await attempt(temporary)).toEqual({ ok: false, reason: "lapsed" });
  });

  test("is any that an admin sets at the desk, whatever is said of it", async () => {
    const { user } = (await liveSession(await begin()))!;
    const made = await createUser(operator(), { email: `admin-${email}`, role: "admin", password });
    if (!made.ok) throw new Error(made.reason);
    await setPassword(confirmed(made.account), user, temporary);
    expect(await attempt(temporary)).toMatchObject({ ok: true, due: "password" });
  });
});

describe("one's own password", () => {
  const next = "quite another password";

  test("is changed with the current one; every session ends but the new one given", async () => {
    const [one, other] = [await begin(), await begin()];
    const outcome = await changeOwnPassword((await liveSession(one))!, { current: password, password: next });
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(await liveSession(one)).toBeNull();
    expect(await liveSession(other)).toBeNull();
    expect((await liveSession(outcome.sid))?.user.email).toBe(email);
    expect(await attempt(password)).toEqual({ ok: false, reason: "wrong" });
  });

  test("stays when the current one is wrong, and guesses are throttled", async () => {
    const live = (await liveSession(await begin()))!;
    for (let i = 0; i < 10; i++)
      expect(await changeOwnPassword(live, { current: wrong, password: next })).toEqual({
        ok: false,
        reason: "wrong",
      });
    expect(await changeOwnPassword(live, { current: password, password: next })).toMatchObject({
      reason: "throttled",
    });
  });

  test("does not win over a password that an admin set in the meantime", async () => {
    const live = (await liveSession(await begin()))!;
    const [own] = await Promise.all([
      changeOwnPassword(live, { current: password, password: next }),
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
