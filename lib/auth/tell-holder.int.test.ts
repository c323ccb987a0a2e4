/** Whatever an account is signed in with: its holder is told by mail when that changes. */
import { Secret, TOTP } from "otpauth";
import { v4 } from "uuid";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { database } from "@/lib/database/client";
import * as environment from "@/lib/env";
import { confirmed } from "@/tests/support/confirmed";
import { type Account, createUser, setPassword } from "./accounts";
import { operator, type Role } from "./actor";
import { proposalFor } from "./one-time-code";
import { changeOwnPassword } from "./own-password";
import { beginPasswordReset, useResetLink } from "./password-reset";
import { makeRecoveryCodes } from "./recovery-codes";
import { endSecondStep, provideCode, setUpSecondStep } from "./second-step";
import { beginReset, endReset } from "./second-step-reset";
import { type LiveSession, liveSession, startSession } from "./sessions";
import { signIn } from "./sign-in";

const password = "a long enough password";
const another = "quite another password";
const caller = { address: "203.0.113.7" };

let account: Account;

async function person(role: Role): Promise<Account> {
  const typed = { email: `${v4()}@example.org`, name: "Aigerim", role, password };
  const made = await createUser(operator(), typed);
  if (!made.ok) throw new Error(made.reason);
  return made.account;
}

beforeEach(async () => {
  await database().user.deleteMany();
  await database().mail.deleteMany();
  const smtp = { host: "127.0.0.1", port: 1, isTls: false, login: undefined, from: undefined };
  vi.spyOn(environment, "env").mockReturnValue({ ...environment.env(), smtp });
  account = await person("editor");
});
afterEach(() => void vi.restoreAllMocks());

async function begin(): Promise<LiveSession> {
  const outcome = await signIn({ email: account.email, password }, { address: v4() });
  if (!outcome.ok) throw new Error(outcome.reason);
  return (await liveSession(outcome.sid))!;
}

async function setUp() {
  const session = await begin();
  const proposal = proposalFor(session.id);
  const code = new TOTP({ secret: Secret.fromBase32(proposal.secret) }).generate();
  const outcome = await setUpSecondStep(session, { password, code }, caller);
  if (!outcome.ok || !outcome.value) throw new Error("not set up");
  return { ...proposal, session: (await liveSession(outcome.value.sid))! };
}

/** The subjects of what went to the account's holder, since this was asked last. */
async function told(): Promise<string[]> {
  const where = { address: account.email };
  const letters = await database().mail.findMany({ where, orderBy: { id: "asc" } });
  await database().mail.deleteMany({ where });
  for (const { text } of letters) expect(text).toMatch(/^Aigerim,\n[^]*\/admin\/(account|sign-in)/);
  return letters.map(({ subject }) => subject);
}

test("an app that is set up, used by a code for its loss, and given up", async () => {
  const { codes, session } = await setUp();
  expect(await told()).toEqual(["An app was set up for your account"]);
  expect(await provideCode(await begin(), codes[0]!, caller)).toMatchObject({ ok: true });
  expect(await told()).toEqual(["A recovery code of your account was used"]);
  expect(await provideCode(await begin(), codes[0]!, caller)).toEqual({ ok: false, reason: "wrong" });
  expect(await endSecondStep(session, "not the password")).toMatchObject({ ok: false });
  expect(await told()).toEqual([]);
  expect(await endSecondStep(session, password)).toEqual({ ok: true, value: true });
  expect(await told()).toEqual(["The app of your account was given up"]);
});

test("a second step that is taken away", async () => {
  await setUp();
  await told();
  const admins = [confirmed(await person("admin")), confirmed(await person("admin"))] as const;
  await beginReset(admins[0], account.id);
  expect(await told()).toEqual(["Your second step is about to be taken away"]);
  expect(await endReset(operator(), account.id)).toEqual({ ok: true });
  expect(await told()).toEqual(["Your second step was taken away"]);
});

test("another password, by its holder, by a link and by the operator", async () => {
  const changed = "The password of your account was changed";
  expect(await changeOwnPassword(await begin(), { current: password, password: another })).toMatchObject({
    ok: true,
  });
  expect(await told()).toEqual([changed]);

  const { version } = await database().user.findUniqueOrThrow({ where: { id: account.id } });
  await beginPasswordReset(confirmed(await person("admin")), { id: account.id, version });
  const { text } = await database().mail.findFirstOrThrow({ where: { address: account.email } });
  const token = /#([\w-]{22})/.exec(text)![1]!;
  await told();
  expect(await useResetLink({ token, password: "a third long password" })).toMatchObject({ ok: true });
  expect(await told()).toEqual([changed]);

  expect(await setPassword(operator(), { id: account.id, version: version + 1 }, another)).toMatchObject({
    ok: true,
  });
  expect(await told()).toEqual([changed]);
});

test("recovery codes that are made, and those that make the ones before void", async () => {
  const row = { publicKey: "AAAA", counter: 0n, transports: [], isSynced: false, name: "Key ring" };
  await database().passkey.create({ data: { ...row, id: v4(), userId: account.id, credentialId: v4() } });
  const sid = await startSession(database(), account.id, undefined, { isSecondStep: true });
  const session = (await liveSession(sid))!;
  const texts = async () => {
    const letters = await database().mail.findMany({ where: { address: account.email } });
    return letters.map(({ text }) => text?.includes("those before are void"));
  };
  expect(await makeRecoveryCodes(session)).toMatchObject({ ok: true });
  expect(await texts()).toEqual([false]);
  expect(await told()).toEqual(["Recovery codes of your account were made"]);
  expect(await makeRecoveryCodes((await liveSession(sid))!)).toMatchObject({ ok: true });
  expect(await texts()).toEqual([true]);
  expect(await told()).toEqual(["Other recovery codes of your account were made"]);
});
