/** Codes for when passkeys, or an app, are lost. */
import { v4 } from "uuid";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { database } from "@/lib/database/client";
import * as environment from "@/lib/env";
import { type Account, createUser } from "./accounts";
import { Forbidden, operator } from "./actor";
import { removePasskey } from "./passkeys/own-passkeys";
import { makeRecoveryCodes, recoveryCodesLeft } from "./recovery-codes";
import { endSecondStep, provideCode } from "./second-step";
import { type LiveSession, liveSession, startSession } from "./sessions";
import { signIn } from "./sign-in";

const password = "a long enough password";
const caller = { address: "203.0.113.7" };

let account: Account;

beforeEach(async () => {
  await database().user.deleteMany();
  await database().rateLimit.deleteMany();
  const typed = { email: `${v4()}@example.org`, name: "Aigerim", role: "editor", password };
  const made = await createUser(operator(), typed);
  if (!made.ok) throw new Error(made.reason);
  account = made.account;
});
afterEach(() => void vi.restoreAllMocks());

/** Gives the account a passkey, and a session that was begun with it. */
async function withPasskey(): Promise<LiveSession> {
  await addPasskey();
  const sid = await startSession(database(), account.id, undefined, { isSecondStep: true });
  return (await liveSession(sid))!;
}

async function addPasskey(): Promise<string> {
  const id = v4();
  const row = { publicKey: "AAAA", counter: 0n, transports: [], isSynced: false, name: "Key ring" };
  await database().passkey.create({ data: { ...row, id, userId: account.id, credentialId: v4() } });
  return id;
}

async function half(): Promise<LiveSession> {
  const outcome = await signIn({ email: account.email, password }, { address: v4() });
  if (!outcome.ok) throw new Error(outcome.reason);
  return (await liveSession(outcome.sid))!;
}

async function codesOf(session: LiveSession): Promise<string[]> {
  const outcome = await makeRecoveryCodes(session);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.codes;
}

const give = async (code: string) => provideCode(await half(), code, caller);
const wrong = { ok: false, reason: "wrong" };

test("let in after the password whose passkeys are lost, each once", async () => {
  const codes = await codesOf(await withPasskey());
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^(?:[a-km-np-z2-9]{4}-){5}[a-km-np-z2-9]{4}$/);
  expect((await half()).due).toBe("code");
  const outcome = await give(codes[0]!.toUpperCase());
  if (!outcome.ok) throw new Error(outcome.reason);
  expect(await liveSession(outcome.sid)).toMatchObject({ due: null, isSecondStep: true });
  expect(await give(codes[0]!)).toEqual(wrong);
  expect(await recoveryCodesLeft(account.id)).toBe(9);
  const acts = await database().auditEvent.findMany({ where: { byId: account.id }, orderBy: { seq: "asc" } });
  expect(acts.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["account.recoveryCodes", "account.recoveryCode"]),
  );
});

test("take the place of those before, and are kept as hashes alone", async () => {
  const session = await withPasskey();
  const [first, second] = [await codesOf(session), await codesOf(session)];
  expect(await give(first[0]!)).toEqual(wrong);
  const kept = JSON.stringify(await database().recoveryCode.findMany());
  for (const code of second) expect(kept).not.toContain(code.replaceAll("-", ""));
  expect(await give(second[9]!)).toMatchObject({ ok: true });
});

test("are made by who has just proved who they are, for an account with a second step", async () => {
  const session = await withPasskey();
  expect(await makeRecoveryCodes({ ...session, isConfirmed: false })).toEqual({
    ok: false,
    reason: "unconfirmed",
  });
  await expect(makeRecoveryCodes(await half())).rejects.toThrow(Forbidden);
  await database().passkey.deleteMany();
  expect(await makeRecoveryCodes(await half())).toEqual({ ok: false, reason: "noStep" });
  await addPasskey();
  await database().session.deleteMany();
  expect(await makeRecoveryCodes(session)).toEqual({ ok: false, reason: "noStep" });
  expect(await recoveryCodesLeft(account.id)).toBe(0);
});

test("go with the last second step, and stay while there is another", async () => {
  const session = await withPasskey();
  const other = await addPasskey();
  await database().user.update({ where: { id: account.id }, data: { secondStep: "sealed" } });
  await codesOf(session);
  expect(await endSecondStep(session, password)).toEqual({ ok: true, value: true });
  expect(await removePasskey(session, other)).toEqual({ ok: true });
  expect(await recoveryCodesLeft(account.id)).toBe(10);
  const [last] = await database().passkey.findMany();
  expect(await removePasskey(session, last!.id)).toEqual({ ok: true });
  expect(await recoveryCodesLeft(account.id)).toBe(0);
});

test("are told of by mail when they are made, and when one is used", async () => {
  const smtp = { host: "127.0.0.1", port: 1, isTls: false, login: undefined, from: undefined };
  vi.spyOn(environment, "env").mockReturnValue({ ...environment.env(), smtp });
  await database().mail.deleteMany();
  const [code] = await codesOf(await withPasskey());
  await give(code!);
  const letters = await database().mail.findMany({
    where: { address: account.email },
    orderBy: { id: "asc" },
  });
  expect(letters.map(({ subject }) => subject)).toEqual([
    "Recovery codes of your account were made",
    "A recovery code of your account was used",
  ]);
  for (const { text } of letters) expect(text).not.toContain(code);
});
