import { hash } from "@node-rs/argon2";
import { Secret, TOTP } from "otpauth";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { v4 } from "uuid";
import { database } from "@/lib/database/client";
import * as environment from "@/lib/env";
import { confirmed } from "@/tests/support/confirmed";
import { type Oddity, SoftPasskey } from "@/tests/support/soft-passkey";
import { type Account, accountColumns } from "../account-change";
import { disableUser } from "../accounts";
import { Forbidden, operator, type Role } from "../actor";
import { proposalFor } from "../one-time-code";
import { ownData } from "../own-data";
import { endSecondStep, provideCode, setUpSecondStep } from "../second-step";
import { beginReset, endReset, ownReset } from "../second-step-reset";
import { type LiveSession, liveSession, startSession } from "../sessions";
import { countTry } from "../throttle";
import { challengeLife } from "./challenges";
import { mostPasskeys, offerMaking, offerSignIn, offerUse } from "./offers";
import { addPasskey, ownPasskeys, removePasskey, renamePasskey } from "./own-passkeys";
import { confirmByPasskey, providePasskey, signInByPasskey } from "./use-passkey";

const password = "a long enough password";
const caller = { address: "203.0.113.9" };
const wrong = { ok: false, reason: "wrong" };

let account: Account;

/** A hash carries its cost with it: one of the least cost is checked as fast, by the same code. */
const passwordHash = await hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });

async function person(role: Role): Promise<Account> {
  const row = { id: v4(), email: `${v4()}@example.org`, name: "Aigerim", role, passwordHash };
  return { ...(await database().user.create({ data: row, select: accountColumns })), role };
}

/** A session that was begun by the password of an account. */
async function begin({ id } = account): Promise<LiveSession> {
  const sid = await database().$transaction((tx) => startSession(tx, id));
  return (await liveSession(sid))!;
}

const device = (kind: { counts?: boolean; isSynced?: boolean } = {}) =>
  new SoftPasskey(environment.publicUrl(), kind);

/** Adds a passkey, and gives it with the session that stands then. */
async function add(session: LiveSession, passkey = device(), odd: Oddity = {}) {
  const offer = await offerMaking(session, caller.address);
  if (!offer.ok) throw new Error(offer.reason);
  const typed = { name: "Key ring", answer: passkey.make(offer.options, odd) };
  const outcome = await addPasskey(session, typed, caller);
  if (!outcome.ok) throw new Error(outcome.reason);
  return { passkey, session: (await liveSession(outcome.sid))! };
}

async function offered(browser: string) {
  const offer = await offerSignIn(browser, caller.address);
  if (!offer.ok) throw new Error(offer.reason);
  return offer.options;
}

async function offeredOwn(session: LiveSession) {
  const offer = await offerUse(session, caller.address);
  if (!offer.ok) throw new Error(offer.reason);
  return offer.options;
}

/** Signs in by a passkey alone, in a browser that is asked for the first time. */
async function enter(passkey: SoftPasskey, odd: Oddity = {}) {
  const browser = v4();
  return signInByPasskey(passkey.use(await offered(browser), odd), browser, caller);
}

const acts = async (action: string) =>
  (
    await database().auditEvent.findMany({
      where: { action, detail: { path: ["userId"], equals: account.id } },
      orderBy: { seq: "asc" },
    })
  ).map(({ detail }) => detail);

beforeEach(async () => {
  await database().user.deleteMany();
  await database().rateLimit.deleteMany();
  account = await person("editor");
});
afterEach(() => void vi.restoreAllMocks());

describe("a passkey", () => {
  test("is added, ends all other sessions, and signs in by itself as both steps", async () => {
    const elsewhere = await begin();
    const first = await begin();
    const { passkey, session } = await add(first, device({ isSynced: true }));
    expect([await liveSession(first.id), await liveSession(elsewhere.id)]).toEqual([null, null]);
    expect(session).toMatchObject({ due: null, isSecondStep: true, begunBy: "password" });
    expect(await ownPasskeys(session)).toMatchObject([{ name: "Key ring", isSynced: true, usedAt: null }]);
    const outcome = await enter(passkey);
    if (!outcome.ok) throw new Error(outcome.reason);
    const live = (await liveSession(outcome.sid))!;
    expect(live).toMatchObject({ due: null, isSecondStep: true, begunBy: "passkey", isConfirmed: true });
    expect(await ownPasskeys(live)).toMatchObject([{ usedAt: expect.any(Date) as Date }]);
    expect(await acts("account.passkeyAdd")).toMatchObject([{ passkey: "Key ring" }]);
    expect((await acts("account.signIn")).at(-1)).toMatchObject({ by: "passkey", passkey: "Key ring" });
  });

  test("is the second step after the password, and opens nothing else before", async () => {
    const { passkey } = await add(await begin());
    const half = await begin();
    expect(half.due).toBe("code");
    expect(await provideCode(half, "000000", caller)).toEqual(wrong);
    await expect(offerMaking(half, caller.address)).rejects.toThrow(Forbidden);
    await expect(removePasskey(half, v4())).rejects.toThrow(Forbidden);
    const outcome = await providePasskey(half, passkey.use(await offeredOwn(half)), caller);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(await liveSession(half.id)).toBeNull();
    expect(await liveSession(outcome.sid)).toMatchObject({ due: null, begunBy: "password" });
    expect(await acts("account.passkeyUse")).toMatchObject([{ step: "secondStep", passkey: "Key ring" }]);
  });

  test("proves anew who one is, and is not added or removed without that", async () => {
    const { passkey, session } = await add(await begin());
    const [{ id = "" } = {}] = await ownPasskeys(session);
    await database().session.update({ where: { id: session.id }, data: { confirmedAt: new Date(0) } });
    const stale = (await liveSession(session.id))!;
    const unconfirmed = { ok: false, reason: "unconfirmed" };
    expect(await offerMaking(stale, caller.address)).toEqual(unconfirmed);
    expect(await addPasskey(stale, { name: "Key", answer: "" }, caller)).toEqual(unconfirmed);
    expect(await removePasskey(stale, id)).toEqual(unconfirmed);
    const answer = passkey.use(await offeredOwn(stale));
    expect(await confirmByPasskey(stale, answer)).toEqual({ ok: true, value: true });
    expect(await liveSession(session.id)).toMatchObject({ isConfirmed: true });
    expect(await confirmByPasskey(stale, answer)).toEqual(wrong);
  });

  test("is renamed and removed by its holder alone, and the password alone lets in then", async () => {
    const { passkey, session } = await add(await begin());
    const other = await begin(await person("admin"));
    const [{ id = "" } = {}] = await ownPasskeys(session);
    expect(await renamePasskey(session, { id, name: " " })).toBe("name.missing");
    expect(await renamePasskey(other, { id, name: "Mine" })).toBeNull();
    expect(await removePasskey(other, id)).toEqual({ ok: false, reason: "missing" });
    expect(await renamePasskey(session, { id, name: "Old phone" })).toBeNull();
    expect(await ownPasskeys(session)).toMatchObject([{ name: "Old phone" }]);
    const entered = await enter(passkey);
    expect(await removePasskey(session, id)).toEqual({ ok: true });
    expect(entered.ok && (await liveSession(entered.sid))).toBeNull();
    expect(await liveSession(session.id)).toMatchObject({ due: null, isSecondStep: false });
    expect(await enter(passkey)).toEqual(wrong);
    expect((await begin()).due).toBeNull();
    expect(await acts("account.passkeyRemove")).toMatchObject([{ passkey: "Old phone" }]);
  });

  test("is what a role asks for as well as an app, and the last of both stays", async () => {
    const usual = environment.env();
    vi.spyOn(environment, "env").mockReturnValue({ ...usual, twoSteps: ["editor"] });
    const enrolling = await begin();
    expect(enrolling.due).toBe("enrol");
    const { session } = await add(enrolling);
    expect(session.due).toBeNull();
    const [{ id = "" } = {}] = await ownPasskeys(session);
    expect(await removePasskey(session, id)).toEqual({ ok: false, reason: "needed" });
    const { secret } = proposalFor(session.id);
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    const set = await setUpSecondStep(session, { password, code }, caller);
    const both = (await liveSession((set.ok && set.value?.sid) || v4()))!;
    expect(both.secondSteps).toEqual({ app: true, passkey: true });
    expect(await endSecondStep(both, password)).toEqual({ ok: true, value: true });
    expect(await liveSession(both.id)).toMatchObject({ due: null, isSecondStep: true });
    expect(await endSecondStep(both, password)).toEqual({ ok: true, value: true });
    expect(await removePasskey(both, id)).toEqual({ ok: false, reason: "needed" });
  });

  test("goes with a lost second step, and calls its reset off when it is used", async () => {
    const { passkey, session } = await add(await begin());
    const admins = [confirmed(await person("admin")), confirmed(await person("admin"))] as const;
    expect(await beginReset(admins[0], account.id)).toEqual({ ok: true });
    expect(await ownReset(session)).not.toBeNull();
    expect((await enter(passkey)).ok).toBe(true);
    expect(await ownReset(session)).toBeNull();
    await beginReset(admins[0], account.id);
    expect(await endReset(operator(), account.id)).toEqual({ ok: true });
    expect(await enter(passkey)).toEqual(wrong);
    expect((await begin()).due).toBeNull();
  });

  test("calls the reset of a lost app off where it is added, unless the provider alone says who its holder is", async () => {
    const { session: own } = await add(await begin());
    expect(await beginReset(confirmed(await person("admin")), account.id)).toEqual({ ok: true });
    await database().session.update({ where: { id: own.id }, data: { begunBy: "provider" } });
    const { session } = await add((await liveSession(own.id))!);
    expect(session.begunBy).toBe("provider");
    expect(await ownReset(session)).not.toBeNull();
    await database().session.update({ where: { id: session.id }, data: { begunBy: "password" } });
    const added = await add((await liveSession(session.id))!);
    expect(await ownReset(added.session)).toBeNull();
  });

  test("is one of ten at most, and none twice", async () => {
    const { session, passkey } = await add(await begin());
    const again = await offerMaking(session, caller.address);
    const twice = again.ok ? passkey.make(again.options) : "";
    expect(await addPasskey(session, { name: "Twice", answer: twice }, caller)).toEqual(wrong);
    const late = await offerMaking(session, caller.address);
    const row = await database().passkey.findFirstOrThrow();
    await database().passkey.createMany({
      data: Array.from({ length: mostPasskeys - 1 }, () => ({ ...row, id: v4(), credentialId: v4() })),
    });
    expect(await offerMaking(session, caller.address)).toEqual({ ok: false, reason: "tooMany" });
    const answer = late.ok ? device().make(late.options) : "";
    expect(await addPasskey(session, { name: "Eleventh", answer }, caller)).toMatchObject({
      reason: "tooMany",
    });
  });

  test("is told of by mail when it comes and goes, and stands in its holder's file without its key", async () => {
    const usual = environment.env();
    const smtp = { host: "127.0.0.1", port: 1, isTls: false, login: undefined, from: undefined };
    vi.spyOn(environment, "env").mockReturnValue({ ...usual, smtp });
    await database().mail.deleteMany();
    const { passkey, session } = await add(await begin());
    let file = "";
    for await (const piece of (await ownData(session))!) file += piece;
    expect(JSON.parse(file)).toMatchObject({
      passkeys: [{ name: "Key ring", isSynced: false, usedAt: null }],
    });
    const { publicKey } = await database().passkey.findFirstOrThrow();
    for (const secret of [passkey.id, publicKey]) expect(file).not.toContain(secret);
    const [{ id = "" } = {}] = await ownPasskeys(session);
    expect(await removePasskey(session, id)).toEqual({ ok: true });
    const letters = await database().mail.findMany({ orderBy: { id: "asc" } });
    expect(letters.map(({ address, subject }) => [address, subject])).toEqual([
      [account.email, "A passkey was added to your account"],
      [account.email, "A passkey was removed from your account"],
    ]);
    for (const { text } of letters) expect(text).toContain("“Key ring”");
  });

  test("has a random name for the account, and goes with it", async () => {
    const offer = await offerMaking(await begin(), caller.address);
    if (!offer.ok) throw new Error(offer.reason);
    const { id } = offer.options.user;
    expect(Buffer.from(id, "base64url")).toHaveLength(32);
    expect(offer.options.rp.id).toBe(new URL(environment.publicUrl()).hostname);
    expect(JSON.stringify(offer.options)).not.toContain(account.id);
    await add(await begin());
    await database().user.deleteMany({ where: { id: account.id } });
    expect(await database().passkey.count()).toBe(0);
  });
});

describe("an answer is not taken", () => {
  const oddities: [string, Oddity, string][] = [
    ["of another site", { origin: "https://foreign.example" }, "origin"],
    ["of a page within another", { crossOrigin: true }, "origin"],
    ["for another host", { host: "foreign.example" }, "signature"],
    ["of a device that verified no one", { isVerified: false }, "signature"],
    ["for another account than it says", { userHandle: "b".repeat(43) }, "unknown"],
    ["that names no account", { userHandle: null }, "unknown"],
    ["to a challenge that was never given", { challenge: "c".repeat(43) }, "challenge"],
  ];
  test.each(oddities)("%s", async (_, odd, reason) => {
    const { passkey } = await add(await begin());
    expect(await enter(passkey, odd)).toEqual(wrong);
    const [refused] = await database().auditEvent.findMany({
      where: { action: "account.passkeyRefused" },
      orderBy: { seq: "desc" },
      take: 1,
    });
    expect(refused?.detail).toMatchObject({ step: "signIn", reason });
  });

  test.each([oddities[0]!, oddities[2]!, oddities[3]!])(
    "%s, with which one would be made",
    async (_, odd) => {
      await expect(add(await begin(), device(), odd)).rejects.toThrow("wrong");
      expect(await database().passkey.count()).toBe(0);
    },
  );

  test("a second time, in another browser, for something else, or too late", async () => {
    const { passkey, session } = await add(await begin());
    const browser = v4();
    const options = await offered(browser);
    const answer = passkey.use(options);
    expect(await signInByPasskey(answer, v4(), caller)).toEqual(wrong);
    expect(await confirmByPasskey(session, answer)).toEqual(wrong);
    expect((await signInByPasskey(answer, browser, caller)).ok).toBe(true);
    expect(await signInByPasskey(answer, browser, caller)).toEqual(wrong);
    const late = await offered(browser);
    const { lapsesAt } = await database().passkeyChallenge.findUniqueOrThrow({
      where: { challenge: late.challenge },
    });
    expect(lapsesAt.getTime()).toBeLessThanOrEqual(Date.now() + challengeLife);
    await database().passkeyChallenge.updateMany({ data: { lapsesAt: new Date() } });
    expect(await signInByPasskey(passkey.use(late), browser, caller)).toEqual(wrong);
    // Those that have lapsed go with the next one.
    await offered(browser);
    expect(await database().passkeyChallenge.count()).toBe(1);
  });

  test("of another person's passkey, nor of this one's where it says otherwise", async () => {
    const { passkey } = await add(await begin());
    await add(await begin(await person("admin")));
    const { passkey: ofOther } = await add(await begin(await person("author")));
    const half = await begin();
    expect(await providePasskey(half, ofOther.use(await offeredOwn(half)), caller)).toEqual(wrong);
    const odd = { userHandle: "d".repeat(43) };
    expect(await providePasskey(half, passkey.use(await offeredOwn(half), odd), caller)).toEqual(wrong);
    expect((await providePasskey(half, passkey.use(await offeredOwn(half)), caller)).ok).toBe(true);
  });

  test("where the device has counted less than before, as a copy of it does", async () => {
    const { passkey } = await add(await begin(), device({ counts: true }));
    expect((await enter(passkey)).ok).toBe(true);
    expect((await enter(passkey)).ok).toBe(true);
    passkey.uses = 1;
    expect(await enter(passkey)).toEqual(wrong);
    expect(await acts("account.passkeyRefused")).toMatchObject([{ step: "signIn", reason: "counter" }]);
    expect((await enter(passkey)).ok).toBe(true);
  });

  test("of a closed account, which is told that it is", async () => {
    const { passkey } = await add(await begin());
    await disableUser(operator(), await database().user.findUniqueOrThrow({ where: { id: account.id } }));
    expect(await enter(passkey)).toEqual({ ok: false, reason: "disabled" });
    expect(await acts("account.signInRefused")).toMatchObject([{ by: "passkey", reason: "disabled" }]);
  });

  test("that is none, however it is written", async () => {
    const browser = v4();
    for (const text of [
      "",
      "{}",
      "null",
      "[]",
      "x".repeat(30_000),
      JSON.stringify({ id: "a", response: {} }),
    ])
      expect(await signInByPasskey(text, browser, caller)).toEqual(wrong);
  });

  test("of a session that has ended in the meantime", async () => {
    const { passkey, session } = await add(await begin());
    const answer = passkey.use(await offeredOwn(session));
    await database().session.deleteMany({ where: { id: session.id } });
    expect(await confirmByPasskey(session, answer)).toEqual(wrong);
  });

  test("after too many that were not right", async () => {
    const { passkey } = await add(await begin());
    // Wrong passwords from the same network keep no passkey out.
    const guesses = Array.from({ length: 51 }, (_, at) =>
      countTry({ email: `${at}@example.org`, address: caller.address }),
    );
    expect((await Promise.all(guesses)).some((one) => "seconds" in one)).toBe(true);
    expect((await enter(passkey)).ok).toBe(true);
    for (let i = 0; i < 50; i++) await signInByPasskey("{}", v4(), caller);
    expect(await enter(passkey)).toMatchObject({ ok: false, reason: "throttled" });
    const half = await begin();
    for (let i = 0; i < 10; i++) expect(await providePasskey(half, "{}", caller)).toEqual(wrong);
    expect(await provideCode(half, "000000", caller)).toMatchObject({ reason: "throttled" });
  });
});

describe("where people sign on through a provider", () => {
  const provider = environment.parseEnv({
    ...{ OIDC_ISSUER: "https://provider.example", OIDC_CLIENT_ID: "desk", OIDC_CLIENT_SECRET: "secret" },
  }).signOn;

  test("a passkey alone goes round it for no one but who is kept for when it fails", async () => {
    const { passkey } = await add(await begin());
    const admin = await person("admin");
    const { passkey: ofAdmin } = await add(await begin(admin));
    const usual = environment.env();
    vi.spyOn(environment, "env").mockReturnValue({
      ...usual,
      signOn: provider,
      passwordsOnlyFor: admin.email,
    });
    expect(await enter(passkey)).toEqual({ ok: false, reason: "elsewhereOnly" });
    expect((await enter(ofAdmin)).ok).toBe(true);
    vi.restoreAllMocks();
    vi.spyOn(environment, "env").mockReturnValue({ ...usual, signOn: provider });
    expect((await enter(passkey)).ok).toBe(true);
    const identity = { id: v4(), userId: account.id, issuer: "https://provider.example", subject: "1" };
    await database().signOnIdentity.create({ data: identity });
    expect(await enter(passkey)).toEqual({ ok: false, reason: "elsewhereOnly" });
  });

  test("it is the second step after that, and proves nothing anew", async () => {
    const { passkey } = await add(await begin());
    const half = await begin();
    const confirmedAt = new Date(Date.now() - 60 * 60 * 1000);
    await database().session.update({ where: { id: half.id }, data: { begunBy: "provider", confirmedAt } });
    const live = (await liveSession(half.id))!;
    expect(live).toMatchObject({ due: "code", begunBy: "provider" });
    const outcome = await providePasskey(live, passkey.use(await offeredOwn(live)), caller);
    const on = (await liveSession(outcome.ok ? outcome.sid : v4()))!;
    expect(on).toMatchObject({ due: null, begunBy: "provider", confirmedAt, isConfirmed: false });
    const answer = passkey.use(await offeredOwn(on));
    expect(await confirmByPasskey(on, answer)).toEqual({ ok: false, reason: "signOnAgain" });
  });
});
