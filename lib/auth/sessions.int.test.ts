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
