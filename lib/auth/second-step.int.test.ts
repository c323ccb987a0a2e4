import { Secret, TOTP } from "otpauth";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { v4 } from "uuid";
import { database } from "@/lib/database/client";
import * as environment from "@/lib/env";
import { confirmed } from "@/tests/support/confirmed";
import { type Account, changeRole, createUser, disableUser, enableUser, setPassword } from "./accounts";
import { type Actor, Forbidden, operator, type Role } from "./actor";
import { proposalFor } from "./one-time-code";
import { changeOwnPassword } from "./own-password";
import * as passwords from "./password";
import { beginPasswordReset, useResetLink } from "./password-reset";
import { recoveryCodesLeft } from "./recovery-codes";
import { endSecondStep, provideCode, setUpSecondStep } from "./second-step";
import { beginReset, callOffReset, endReset, ownReset, resetWait, secondStepFor } from "./second-step-reset";
import { endSession, type LiveSession, liveSession } from "./sessions";
import { signIn } from "./sign-in";

const password = "a long enough password";
const caller = { address: "203.0.113.7" };
const shown = (secret: string, step = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + step * 30_000 });

let account: Account;

async function person(role: Role): Promise<Account> {
  const made = await createUser(operator(), {
    email: `${v4()}@example.org`,
    name: "Aigerim",
    role,
    password,
  });
  if (!made.ok) throw new Error(made.reason);
  return made.account;
}

async function begin(): Promise<LiveSession> {
  const outcome = await signIn({ email: account.email, password }, { address: v4() });
  if (!outcome.ok) throw new Error(outcome.reason);
  return (await liveSession(outcome.sid))!;
}

/** Sets an app up, and says what it and the codes for its loss are. */
async function setUp(session: LiveSession) {
  const proposal = proposalFor(session.id);
  const outcome = await setUpSecondStep(session, { password, code: shown(proposal.secret) }, caller);
  if (!outcome.ok || !outcome.value) throw new Error("not set up");
  return { ...proposal, session: (await liveSession(outcome.value.sid))! };
}

/** Whether the account has an app by now, and how many codes for its loss. */
async function stepsOf({ user: { id } }: LiveSession) {
  const { secondStep } = await database().user.findUniqueOrThrow({ where: { id } });
  return { isOn: secondStep !== null, codesLeft: await recoveryCodesLeft(id) };
}

const give = async (code: string) => provideCode(await begin(), code, caller);

beforeEach(async () => {
  await database().user.deleteMany();
  await database().rateLimit.deleteMany();
  account = await person("editor");
});
afterEach(() => void vi.restoreAllMocks());

describe("a second step", () => {
  test("is asked for after the password, and opens nothing else before", async () => {
    const { secret, session } = await setUp(await begin());
    expect(session.due).toBeNull();
    const half = await begin();
    expect(half.due).toBe("code");
    const next = { current: password, password: "quite another password" };
    await expect(changeOwnPassword(half, next)).rejects.toThrow(Forbidden);
    expect(() => endSecondStep(half, password)).toThrow(Forbidden);
    const outcome = await provideCode(half, shown(secret, 1), caller);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(await liveSession(half.id)).toBeNull();
    expect((await liveSession(outcome.sid))?.due).toBeNull();
    await expect(provideCode((await liveSession(outcome.sid))!, "1", caller)).rejects.toThrow(Forbidden);
  });

  test("takes each code once, and none from before it, also when two come at once", async () => {
    const { secret } = await setUp(await begin());
    const code = shown(secret, 1);
    const [one, other] = [await begin(), await begin()];
    const outcomes = await Promise.all([one, other].map((session) => provideCode(session, code, caller)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await give(code)).toEqual({ ok: false, reason: "wrong" });
    expect(await give(shown(secret))).toEqual({ ok: false, reason: "wrong" });
  });

  test("proves nothing anew of who signed on through the provider", async () => {
    const { secret } = await setUp(await begin());
    const half = await begin();
    const confirmedAt = new Date(Date.now() - 60 * 60 * 1000);
    await database().session.update({ where: { id: half.id }, data: { begunBy: "provider", confirmedAt } });
    const outcome = await provideCode((await liveSession(half.id))!, shown(secret, 1), caller);
    const live = await liveSession(outcome.ok ? outcome.sid : v4());
    expect(live).toMatchObject({ begunBy: "provider", due: null, confirmedAt, isConfirmed: false });
  });

  test("is stood in for by each kept code once", async () => {
    const { codes } = await setUp(await begin());
    const [code = ""] = codes;
    const outcomes = await Promise.all([give(code), give(code.toUpperCase())]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await give(code)).toEqual({ ok: false, reason: "wrong" });
    expect(await stepsOf(await begin())).toEqual({ isOn: true, codesLeft: 9 });
  });

  test("is throttled for the account, however many sessions guess", async () => {
    const { secret } = await setUp(await begin());
    for (let i = 0; i < 10; i++) expect(await give("000000")).toEqual({ ok: false, reason: "wrong" });
    expect(await give(shown(secret, 1))).toMatchObject({ ok: false, reason: "throttled" });
  });

  test("is set up with the password and a code of the app alone, and ends all other sessions", async () => {
    const [session, elsewhere] = [await begin(), await begin()];
    const { secret } = proposalFor(session.id);
    const attempt = (typed: string, code: string) =>
      setUpSecondStep(session, { password: typed, code }, caller);
    expect(await attempt("not the password", shown(secret))).toEqual({ ok: false, reason: "wrong" });
    expect(await attempt(password, shown(proposalFor(elsewhere.id).secret))).toEqual({
      ok: true,
      value: null,
    });
    expect(await liveSession(elsewhere.id)).not.toBeNull();
    await setUp(session);
    expect(await liveSession(elsewhere.id)).toBeNull();
    expect(await liveSession(session.id)).toBeNull();
  });

  test("is kept encrypted, bound to its account, and its codes as hashes", async () => {
    const { secret, codes } = await setUp(await begin());
    const kept = JSON.stringify([
      await database().user.findMany(),
      await database().recoveryCode.findMany(),
      (await database().auditEvent.findMany({ where: { subject: account.email } })).map(
        ({ detail }) => detail,
      ),
    ]);
    for (const one of [secret, ...codes, ...codes.map((code) => code.replaceAll("-", ""))])
      expect(kept).not.toContain(one);
    const other = await person("admin");
    const { secondStep } = await database().user.findUniqueOrThrow({ where: { id: account.id } });
    await database().user.update({ where: { id: other.id }, data: { secondStep } });
    account = other;
    expect(await give(shown(secret, 1))).toEqual({ ok: false, reason: "wrong" });
  });

  test("is given up with the password, and goes with a new password of one's own", async () => {
    const { session } = await setUp(await begin());
    expect(await endSecondStep(session, "not the password")).toEqual({ ok: false, reason: "wrong" });
    const changed = await changeOwnPassword(session, {
      current: password,
      password: "quite another password",
    });
    if (!changed.ok) throw new Error(changed.reason);
    const live = (await liveSession(changed.sid))!;
    expect(live.due).toBeNull();
    expect(await endSecondStep(live, "quite another password")).toEqual({ ok: true, value: true });
    expect(await stepsOf(live)).toEqual({ isOn: false, codesLeft: 0 });
  });
});

describe("a session that ended while it was used", () => {
  const wrong = { ok: false, reason: "wrong" };
  const tryToSetUp = (session: LiveSession) =>
    setUpSecondStep(session, { password, code: shown(proposalFor(session.id).secret) }, caller);
  /** Lets something happen just after the password was found right. */
  const afterMatch = (happens: () => Promise<unknown>) =>
    vi.spyOn(passwords, "passwordMatches").mockImplementationOnce(async () => Boolean(await happens()));
  const meanwhile = {
    "signed out": (session: LiveSession) => endSession(session.id).then(() => true),
    "another password": () =>
      database().user.update({ where: { id: account.id }, data: { passwordHash: "another" } }),
    "account disabled": () =>
      database().user.update({ where: { id: account.id }, data: { disabledAt: new Date() } }),
  };

  test.each(Object.entries(meanwhile))("sets no second step up: %s", async (_name, happens) => {
    const session = await begin();
    afterMatch(() => happens(session));
    expect(await tryToSetUp(session)).toEqual(wrong);
    expect(await stepsOf(session)).toEqual({ isOn: false, codesLeft: 0 });
  });

  test.each(Object.entries(meanwhile))("gives none up: %s", async (_name, happens) => {
    const { session } = await setUp(await begin());
    afterMatch(() => happens(session));
    expect(await endSecondStep(session, password)).toEqual(wrong);
    expect(await stepsOf(session)).toEqual({ isOn: true, codesLeft: 10 });
  });

  test("is not replaced by a code, which stays good", async () => {
    const { secret } = await setUp(await begin());
    const [half, code] = [await begin(), shown(secret, 1)];
    await endSession(half.id);
    expect(await provideCode(half, code, caller)).toEqual(wrong);
    expect(await give(code)).toMatchObject({ ok: true });
  });
});

test("a role that needs a second step has nothing before it, and cannot give it up", async () => {
  const before = await begin();
  const usual = environment.env();
  vi.spyOn(environment, "env").mockReturnValue({ ...usual, twoSteps: ["editor", "admin"] });
  expect((await liveSession(before.id))?.due).toBe("enrol");
  const { session } = await setUp(await begin());
  expect(session.due).toBeNull();
  expect(await endSecondStep(session, password)).toEqual({ ok: true, value: false });
  account = await person("author");
  expect((await begin()).due).toBeNull();
});

describe("a lost second step", () => {
  const isOn = async () => (await secondStepFor(operator(), account.id)).isOn;

  test("is taken away by two admins, and by none alone before its time", async () => {
    const { session } = await setUp(await begin());
    const [first, second] = [confirmed(await person("admin")), confirmed(await person("admin"))];
    expect(await endReset(first, account.id)).toEqual({ ok: false, reason: "missing" });
    expect(await beginReset(first, account.id)).toEqual({ ok: true });
    // A second beginning is not an agreement, and takes no one's place.
    expect(await beginReset(second, account.id)).toEqual({ ok: true });
    expect(await endReset(first, account.id)).toEqual({ ok: false, reason: "tooSoon" });
    expect(await isOn()).toBe(true);
    expect(await endReset(second, account.id)).toEqual({ ok: true });
    expect(await isOn()).toBe(false);
    expect(await liveSession(session.id)).toBeNull();
    expect((await begin()).due).toBeNull();
  });

  test("is taken away by one admin once a day has gone by", async () => {
    await setUp(await begin());
    const admin = confirmed(await person("admin"));
    const now = new Date();
    await beginReset(admin, account.id, now);
    const at = (ms: number) => endReset(admin, account.id, new Date(now.getTime() + resetWait + ms));
    expect(await at(-1)).toEqual({ ok: false, reason: "tooSoon" });
    expect(await at(1)).toEqual({ ok: true });
  });

  test("was not lost where its holder gives a code", async () => {
    const { secret } = await setUp(await begin());
    const admins = [confirmed(await person("admin")), confirmed(await person("admin"))] as const;
    await beginReset(admins[0], account.id);
    expect(await give(shown(secret, 1))).toMatchObject({ ok: true });
    expect(await endReset(admins[1], account.id)).toEqual({ ok: false, reason: "missing" });
  });

  test("is told to its holder, who calls it off from a session that was begun with it", async () => {
    const { session } = await setUp(await begin());
    const smtp = { host: "127.0.0.1", port: 1, isTls: false, login: undefined, from: undefined };
    vi.spyOn(environment, "env").mockReturnValue({ ...environment.env(), smtp });
    await beginReset(confirmed(await person("admin")), account.id);
    await beginReset(confirmed(await person("admin")), account.id); // told once
    const letters = await database().mail.findMany({ where: { address: account.email } });
    expect(letters.map(({ text }) => text)).toEqual([expect.stringContaining("/admin/account")]);
    expect(await ownReset(session)).toMatchObject({ madeByName: "Aigerim" });
    await expect(callOffReset(await begin())).rejects.toThrow(Forbidden);
    await expect(callOffReset({ ...session, isSecondStep: false })).rejects.toThrow(Forbidden);
    // The provider's own second step says nothing of this one.
    await expect(callOffReset({ ...session, begunBy: "provider" })).rejects.toThrow(Forbidden);
    expect(await ownReset(session)).not.toBeNull();
    await callOffReset(session);
    expect(await ownReset(session)).toBeNull();
    const act = { action: "account.secondStepResetOff", byId: account.id };
    expect(await database().auditEvent.findMany({ where: act })).toHaveLength(1);
  });

  test("was not lost where its holder sets another app up", async () => {
    const { session } = await setUp(await begin());
    const admins = [confirmed(await person("admin")), confirmed(await person("admin"))] as const;
    await beginReset(admins[0], account.id);
    const again = await setUp(session);
    expect((await secondStepFor(admins[0], account.id)).reset).toBeNull();
    expect(await endReset(admins[1], account.id)).toEqual({ ok: false, reason: "missing" });
    expect(await liveSession(again.session.id)).not.toBeNull();
  });

  /** What the admin who begins it may do to another's account, to agree in their name. */
  const ownMeans = {
    "made since": ({ id }: Account) =>
      database().user.update({ where: { id }, data: { createdAt: new Date(Date.now() + 60_000) } }),
    "with a password that lapses": ({ id }: Account) =>
      database().user.update({ where: { id }, data: { passwordLapsesAt: new Date(Date.now() + resetWait) } }),
    "whose password another admin made": async (second: Account, first: Actor) => {
      const made = await setPassword(first, second, "a password by the first");
      expect(made.ok).toBe(true);
      // They signed in with it and set one that does not lapse.
      await database().user.update({ where: { id: second.id }, data: { passwordLapsesAt: null } });
    },
    "whose password a link of the other's set": async (second: Account, first: Actor) => {
      const made = await beginPasswordReset(first, second);
      const token = made.ok ? made.link! : "";
      expect(await useResetLink({ token, password: "the words of another day" })).toMatchObject({ ok: true });
    },
    "who was none": async (second: Account, first: Actor) => {
      const lower = await changeRole(first, second, "viewer");
      if (!lower.ok) throw new Error(lower.reason);
      expect(await changeRole(first, lower.account, "admin")).toMatchObject({ ok: true });
    },
    "whose account was closed": async (second: Account, first: Actor) => {
      const closed = await disableUser(operator(), second);
      if (!closed.ok) throw new Error(closed.reason);
      expect(await enableUser(first, closed.account)).toMatchObject({ ok: true });
    },
  };

  test.each(Object.entries(ownMeans))("is not agreed to by an admin %s", async (_name, happens) => {
    await setUp(await begin());
    const [first, second] = [confirmed(await person("admin")), await person("admin")];
    const now = new Date();
    await beginReset(first, account.id, now);
    await happens(second, first);
    expect(await endReset(confirmed(second), account.id)).toEqual({ ok: false, reason: "tooSoon" });
    const later = new Date(now.getTime() + resetWait + 1);
    expect(await endReset(confirmed(second), account.id, later)).toEqual({ ok: true });
  });

  test("is not agreed to by an admin whom the other one made just before", async () => {
    await setUp(await begin());
    const first = confirmed(await person("admin"));
    const made = await createUser(first, {
      email: `${v4()}@example.org`,
      name: "B",
      role: "admin",
      password,
    });
    if (!made.ok) throw new Error(made.reason);
    const { id } = await database().user.update({
      where: { id: made.account.id },
      data: { passwordLapsesAt: null },
    });
    await beginReset(first, account.id);
    expect(await endReset(confirmed({ ...made.account, id }), account.id)).toMatchObject({
      reason: "tooSoon",
    });
  });

  test("is no admin's own to take away, nor anyone's who may not manage people", async () => {
    account = await person("admin");
    await setUp(await begin());
    const own = confirmed(account);
    expect(await beginReset(own, account.id)).toEqual({ ok: false, reason: "missing" });
    await beginReset(confirmed(await person("admin")), account.id);
    expect(await endReset(own, account.id)).toEqual({ ok: false, reason: "missing" });
    const editor = confirmed(await person("editor"));
    for (const attempt of [beginReset, endReset, secondStepFor])
      await expect(attempt(editor, account.id)).rejects.toThrow(Forbidden);
  });
});
