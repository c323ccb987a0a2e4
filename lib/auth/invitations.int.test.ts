/** Links that let someone in once: invitations and resets, with and without mail. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { v4 } from "uuid";
import { database } from "@/lib/database/client";
import * as environment from "@/lib/env";
import { confirmed } from "@/tests/support/confirmed";
import { makeDossier } from "@/tests/support/make";
import { type Account, changeRole, createUser, disableUser, listUsers, setPassword } from "./accounts";
import { forgetPerson } from "./forget-person";
import { actorFor, type Actor, Forbidden, operator, type Role } from "./actor";
import { askForReset } from "./forgotten-password";
import { invitationLength, invite, inviteAgain, listInvitations, withdrawInvitation } from "./invitations";
import { TamperedRequest } from "@/lib/domain/tampered-request";
import { beginReset, endReset } from "./second-step-reset";
import { beginPasswordReset, resetLength, useResetLink } from "./password-reset";
import { liveSession } from "./sessions";
import { signIn } from "./sign-in";
import { useInvitation } from "./use-invitation";

const password = "a long enough password";
const another = "the words of another day";
const db = database();
const env = environment.env();
let admin: Actor;

async function person(role: Role): Promise<Account> {
  const typed = { email: `${v4()}@example.org`, name: "Aigerim", role, password };
  const made = await createUser(operator(), typed);
  if (!made.ok) throw new Error(made.reason);
  return made.account;
}

function withMail(isSet: boolean) {
  const smtp = { host: "127.0.0.1", port: 1, isTls: false, login: undefined, from: undefined };
  vi.spyOn(environment, "env").mockReturnValue({ ...env, smtp: isSet ? smtp : undefined });
}

beforeEach(async () => {
  await Promise.all([db.user.deleteMany(), db.invitation.deleteMany(), db.mail.deleteMany()]);
  withMail(false);
  admin = confirmed(await person("admin"));
});
afterEach(() => void vi.restoreAllMocks());

const whom = () => ({ email: `${v4()}@example.org`, name: "Berik", role: "editor" });

async function invited(typed: Parameters<typeof invite>[1] = whom()): Promise<string> {
  const outcome = await invite(admin, typed);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.link ?? (await mailed(typed.email));
}

/** The link of the only message to an address. */
async function mailed(address: string): Promise<string> {
  const { text } = await db.mail.findFirstOrThrow({ where: { address } });
  return /^http\S+#\S+$/m.exec(text)![0];
}

async function resetFor({ id, version }: Account): Promise<string> {
  const outcome = await beginPasswordReset(admin, { id, version });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.link!;
}

const lastAct = (subject: string) =>
  db.auditEvent.findFirstOrThrow({ where: { subject }, orderBy: { seq: "desc" } });
const wrongLink = { ok: false, reason: "wrongLink" };

describe("an invitation with limits", () => {
  test("makes an account that is limited from its first sign-in, also by a link that was made again", async () => {
    const [own, other] = [await makeDossier(), await makeDossier()];
    const typed = whom();
    await invited({ ...typed, dossiers: [own.id, other.id, own.id] });
    const [listed] = await listInvitations(admin);
    expect(listed).toMatchObject({ email: typed.email, dossiers: 2 });
    const { title } = await db.entry.findUniqueOrThrow({ where: { id: own.id } });
    expect((await lastAct(typed.email)).detail).toMatchObject({
      role: "editor",
      dossiers: expect.stringContaining(title) as unknown,
    });
    const again = await inviteAgain(admin, listed!.id);
    if (!again.ok) throw new Error(again.reason);
    expect(await useInvitation({ token: again.link!, password: another })).toMatchObject({ ok: true });
    const made = await db.user.findUniqueOrThrow({ where: { email: typed.email } });
    expect(actorFor(made).limitedTo).toEqual([own.id, other.id]);
    expect((await lastAct(typed.email)).detail).toMatchObject({
      dossiers: expect.stringContaining(title) as unknown,
    });
  });

  test("limits an account that the operator makes in its place, unless it is an admin's", async () => {
    const own = await makeDossier();
    const { title } = await db.entry.findUniqueOrThrow({ where: { id: own.id } });
    for (const role of ["editor", "admin"]) {
      const typed = whom();
      await invited({ ...typed, dossiers: [own.id] });
      await createUser(operator(), { ...typed, role, password });
      const { isLimited, limitedTo } = await db.user.findUniqueOrThrow({ where: { email: typed.email } });
      const isAdmin = role === "admin";
      expect({ isLimited, limitedTo }).toEqual({ isLimited: !isAdmin, limitedTo: isAdmin ? [] : [own.id] });
      expect((await lastAct(typed.email)).detail).toMatchObject({ role });
      expect(JSON.stringify((await lastAct(typed.email)).detail).includes(title)).toBe(!isAdmin);
    }
    expect(await db.invitation.count()).toBe(0);
  });

  test("is replaced by a later one without, and by one with none", async () => {
    const own = await makeDossier();
    const typed = whom();
    await invited({ ...typed, dossiers: [own.id] });
    const link = await invited(typed);
    expect((await listInvitations(admin))[0]!.dossiers).toBeNull();
    await useInvitation({ token: link, password: another });
    expect(actorFor(await db.user.findUniqueOrThrow({ where: { email: typed.email } })).limitedTo).toBeNull();
  });

  test("is refused for no dossier, for what is none, and for an admin", async () => {
    const own = await makeDossier();
    await expect(invite(admin, { ...whom(), dossiers: [] })).rejects.toThrow(TamperedRequest);
    await expect(invite(admin, { ...whom(), dossiers: [v4()] })).rejects.toThrow(TamperedRequest);
    const asAdmin = { ...whom(), role: "admin", dossiers: [own.id] };
    await expect(invite(admin, asAdmin)).rejects.toThrow(TamperedRequest);
    await expect(
      invite(confirmed(await person("editor")), { ...whom(), dossiers: [own.id] }),
    ).rejects.toThrow(Forbidden);
    expect(await listInvitations(admin)).toEqual([]);
  });
});

describe("an invitation", () => {
  test("makes the account with its holder's own password, once", async () => {
    const typed = whom();
    const link = await invited(typed);
    expect(new URL(link).origin).toBe(environment.publicUrl());
    expect(new URL(link).hash).toMatch(/^#[\w-]{22}$/);
    expect(JSON.stringify(await db.invitation.findMany())).not.toContain(new URL(link).hash.slice(1));
    const weak = await useInvitation({ token: link, password: "password1234" });
    expect(weak).toEqual({ ok: false, reason: "invalid", fault: "password.common" });
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => useInvitation({ token: link, password: another })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toEqual([{ ok: true, name: "Berik" }]);
    expect(await signIn({ email: typed.email, password: another }, { address: v4() })).toMatchObject({
      ok: true,
      due: null,
    });
    expect((await listUsers(admin)).find(({ email }) => email === typed.email)?.role).toBe("editor");
    expect(await listInvitations(admin)).toEqual([]);
    expect(await lastAct(typed.email)).toMatchObject({ action: "account.signIn" });
    const made = await db.auditEvent.findMany({ where: { subject: typed.email }, orderBy: { seq: "asc" } });
    expect(made.slice(0, 2)).toMatchObject([
      { action: "account.invite", byId: admin.id, detail: { role: "editor" } },
      { action: "account.inviteUse", byName: "Berik", detail: { role: "editor", invitedBy: "Aigerim" } },
    ]);
  });

  test("is void after 72 hours, once withdrawn, with a newer one, and when its admin is none any more", async () => {
    const use = (token: string, now?: Date) => useInvitation({ token, password: another }, now);
    const typed = whom();
    const first = await invited(typed);
    expect(await use(first, new Date(Date.now() + invitationLength))).toEqual(wrongLink);
    const second = await invited({ ...typed, role: "viewer" });
    expect(await use(first)).toEqual(wrongLink);
    const [kept] = await listInvitations(admin);
    expect(kept).toMatchObject({ email: typed.email, role: "viewer", isMailed: false });
    const third = await inviteAgain(admin, kept!.id);
    expect(await use(second)).toEqual(wrongLink);
    expect(await withdrawInvitation(admin, kept!.id)).toBe("Berik");
    expect(await use(third.ok ? third.link! : "")).toEqual(wrongLink);
    expect(await inviteAgain(admin, kept!.id)).toEqual({ ok: false, reason: "notInvited" });

    const fourth = await invited(typed);
    const { id } = await db.user.findFirstOrThrow();
    await person("admin");
    const [last] = await listInvitations(admin);
    await changeRole(operator(), { id, version: 1 }, "viewer");
    await expect(withdrawInvitation(admin, last!.id)).rejects.toThrow(Forbidden);
    expect(await use(fourth)).toEqual(wrongLink);
    expect(await use("")).toEqual(wrongLink);
    expect(await db.user.count()).toBe(2);
  });

  test("says what is wrong, and is none for an address that has an account", async () => {
    const { email } = await person("viewer");
    const problems = [{ field: "email", code: "email.taken" }];
    expect(await invite(admin, { ...whom(), email: email.toUpperCase() })).toEqual({
      ok: false,
      reason: "invalid",
      problems,
    });
    expect(await invite(admin, { email: "x", name: "", role: "king" })).toMatchObject({
      problems: [{ field: "email" }, { field: "name" }, { field: "role" }],
    });
    const typed = whom();
    const link = await invited(typed);
    await createUser(operator(), { ...typed, password });
    expect(await listInvitations(admin)).toEqual([]);
    expect(await useInvitation({ token: link, password: another })).toEqual(wrongLink);
  });

  test("goes by mail where mail is set, and is shown to no one then", async () => {
    withMail(true);
    const typed = whom();
    expect(await invite(admin, typed)).toMatchObject({ ok: true, link: null });
    const link = await mailed(typed.email);
    expect(link.startsWith(`${environment.publicUrl()}/admin/sign-in/invitation#`)).toBe(true);
    expect(await useInvitation({ token: link, password: another })).toMatchObject({ ok: true });
  });
});

describe("a reset", () => {
  test("sets another password once, ends all sessions and leaves the second step", async () => {
    const account = await person("author");
    await db.user.update({ where: { id: account.id }, data: { secondStep: "kept" } });
    const session = await signIn({ email: account.email, password }, { address: v4() });
    const link = await resetFor(account);
    const sid = session.ok ? session.sid : "";
    expect(await liveSession(sid)).not.toBeNull(); // the present password works until then
    const use = () => useResetLink({ token: link, password: another });
    const outcomes = await Promise.all([use(), use(), use()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await liveSession(sid)).toBeNull();
    const signed = await signIn({ email: account.email, password: another }, { address: v4() });
    expect(signed).toMatchObject({ ok: true, due: "code" });
    expect(
      await db.auditEvent.findMany({ where: { action: "account.resetUse", subject: account.email } }),
    ).toMatchObject([{ byId: account.id, detail: { begunBy: "admin" } }]);
  });

  test.each<[string, (account: Account) => Promise<unknown>]>([
    ["half an hour", async () => undefined],
    ["a newer link", (account) => resetFor(account)],
    ["another password", (account) => setPassword(operator(), account, "yet another long password")],
    ["another role", (account) => changeRole(operator(), account, "viewer")],
    ["closing the account", (account) => disableUser(operator(), account)],
    [
      "the end of its admin's rights",
      async () => {
        await person("admin");
        return changeRole(operator(), { id: admin.id!, version: 1 }, "viewer");
      },
    ],
  ])("is void after %s", async (what, before) => {
    const account = await person("author");
    const link = await resetFor(account);
    await before(account);
    const now = new Date(Date.now() + (what === "half an hour" ? resetLength : 0));
    expect(await useResetLink({ token: link, password: another }, now)).toEqual(wrongLink);
  });

  test("takes any password but the one that the account has, and the link stays good", async () => {
    const account = await person("author");
    const link = await resetFor(account);
    const use = (typed: string) => useResetLink({ token: link, password: typed });
    expect(await use(password)).toEqual({ ok: false, reason: "invalid", fault: "password.current" });
    expect(await use(another)).toMatchObject({ ok: true });
    // However a keyboard composes the letters.
    const composed = "Peña Nieto took it over in 2014".normalize("NFC");
    const of = async (typed: string) => {
      const { version } = await db.user.findUniqueOrThrow({ where: { id: account.id } });
      return useResetLink({ token: await resetFor({ ...account, version }), password: typed });
    };
    expect(await of(composed)).toMatchObject({ ok: true });
    expect(await of(composed.normalize("NFD"))).toMatchObject({ fault: "password.current" });
  });

  test("is void once passwords are switched off for the account", async () => {
    const [account, kept] = [await person("editor"), await person("admin")];
    const [link, ofKept] = [await resetFor(account), await resetFor(kept)];
    const usual = environment.env();
    vi.spyOn(environment, "env").mockReturnValue({ ...usual, passwordsOnlyFor: kept.email });
    expect(await useResetLink({ token: link, password: another })).toEqual(wrongLink);
    expect(await useResetLink({ token: ofKept, password: another })).toMatchObject({ ok: true });
  });

  test("is begun by admins who have proved who they are, for others alone", async () => {
    const account = await person("author");
    await expect(beginPasswordReset(confirmed(account), account)).rejects.toThrow(Forbidden);
    const own = { id: admin.id!, version: 1 };
    await expect(beginPasswordReset(admin, own)).rejects.toThrow(Forbidden);
    const stale = actorFor({ ...admin, id: admin.id!, isLimited: false, limitedTo: [] });
    const unconfirmed = { ok: false, reason: "unconfirmed" };
    expect(await beginPasswordReset(stale, account)).toEqual(unconfirmed);
    expect(await invite(stale, whom())).toEqual(unconfirmed);
    expect(await changeRole(stale, account, "admin")).toEqual(unconfirmed);
    expect(await createUser(stale, { ...whom(), password })).toEqual(unconfirmed);
    expect(await db.passwordReset.count()).toBe(0);
  });
});

test("an admin who was demoted since the request began makes no link, no account and no reset, and removes no one", async () => {
  const account = await person("author");
  await db.user.update({ where: { id: account.id }, data: { secondStep: "kept" } });
  await invite(operator(), whom());
  const { id: invitation } = await db.invitation.findFirstOrThrow();
  await beginReset(operator(), account.id, new Date(0));
  await person("admin");
  const lower = await changeRole(operator(), { id: admin.id!, version: 1 }, "viewer");
  expect(lower.ok).toBe(true);
  const attempts = [
    () => invite(admin, whom()),
    () => inviteAgain(admin, invitation),
    () => beginPasswordReset(admin, account),
    () => createUser(admin, { ...whom(), password }),
    () => beginReset(admin, account.id),
    () => endReset(admin, account.id),
    () => forgetPerson(admin, account),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow(Forbidden);
  expect(await db.invitation.findMany({ select: { id: true } })).toEqual([{ id: invitation }]);
  expect([await db.passwordReset.count(), await db.user.count()]).toEqual([0, 3]);
  expect(await db.secondStepReset.count()).toBe(1);
});

test("links that are asked for again under one id, as the answer was lost, are mailed once", async () => {
  withMail(true);
  const [typed, once] = [whom(), v4()];
  const isMade = { ok: true, link: null };
  expect(await invite(admin, { ...typed, once })).toMatchObject(isMade);
  const { text } = await db.mail.findFirstOrThrow({ where: { address: typed.email } });
  expect(await invite(admin, { ...typed, once })).toMatchObject(isMade);
  expect(await db.mail.count({ where: { address: typed.email } })).toBe(1);
  expect(await useInvitation({ token: /#(\S+)$/m.exec(text)![1]!, password: another })).toMatchObject({
    ok: true,
  });

  // What was changed in between is another invitation.
  const changed = { ...whom(), once: v4() };
  await invite(admin, changed);
  expect(await invite(admin, { ...changed, role: "author" })).toMatchObject(isMade);
  const [kept] = await listInvitations(admin);
  expect(kept).toMatchObject({ email: changed.email, role: "author" });
  const again = { once: v4() };
  for (const _time of [1, 2]) expect(await inviteAgain(admin, kept!.id, again)).toMatchObject(isMade);
  expect(await db.mail.count({ where: { address: changed.email } })).toBe(3);

  const account = await person("author");
  for (const _time of [1, 2])
    expect(await beginPasswordReset(admin, { ...account, once: again.once })).toMatchObject(isMade);
  const asked = { ...account, once: v4() };
  for (const _time of [1, 2]) expect(await beginPasswordReset(admin, asked)).toMatchObject(isMade);
  expect(await db.mail.count({ where: { address: account.email } })).toBe(3);
});

test("no link is made for who signs on through the provider alone", async () => {
  const [account, kept] = [await person("editor"), await person("admin")];
  const usual = environment.env();
  vi.spyOn(environment, "env").mockReturnValue({ ...usual, passwordsOnlyFor: kept.email });
  expect(await beginPasswordReset(admin, account)).toEqual({ ok: false, reason: "providerOnly" });
  expect(await db.passwordReset.count()).toBe(0);
  expect(await beginPasswordReset(admin, kept)).toMatchObject({ ok: true });
});

describe("a forgotten password", () => {
  test("is answered the same for every address, before anything is asked of the accounts", async () => {
    withMail(true);
    const account = await person("author");
    const closed = await person("author");
    await disableUser(operator(), closed);
    const [reads, writes] = [vi.spyOn(db.user, "findFirst"), vi.spyOn(db, "$transaction")];
    const later: (() => Promise<void>)[] = [];
    for (const typed of [account.email, closed.email, `${v4()}@example.org`, "no address"])
      expect(await askForReset(typed, v4(), (work) => void later.push(work))).toEqual({ ok: true });
    expect([reads.mock.calls.length, writes.mock.calls.length, later.length]).toEqual([0, 0, 4]);
    await Promise.all(later.map((work) => work()));
    expect(reads).toHaveBeenCalled();
    expect(await db.mail.findMany({ select: { address: true } })).toEqual([{ address: account.email }]);
    const acts = await db.auditEvent.findMany({ where: { action: "account.resetAsk" } });
    expect(acts.map(({ subject }) => subject).sort()).toEqual(
      [account.email, "unknown", "unknown", "unknown"].sort(),
    );
    const link = await mailed(account.email);
    expect(await useResetLink({ token: link, password: another })).toMatchObject({ ok: true });
  });

  test("of whom the provider lets in, or who may use none, is answered the same and sent nothing", async () => {
    withMail(true);
    const [linked, other, kept] = [await person("author"), await person("editor"), await person("admin")];
    await db.signOnIdentity.create({
      data: { id: v4(), userId: linked.id, issuer: "https://ministry.example", subject: v4() },
    });
    const sentTo = async () => {
      const later: (() => Promise<void>)[] = [];
      for (const { email } of [linked, other, kept])
        expect(await askForReset(email, v4(), (work) => void later.push(work))).toEqual({ ok: true });
      for (const work of later) await work();
      return (await db.mail.findMany({ select: { address: true } })).map(({ address }) => address).sort();
    };
    expect(await sentTo()).toEqual([other.email, kept.email].sort());
    await db.mail.deleteMany();
    const set = environment.env();
    vi.spyOn(environment, "env").mockReturnValue({ ...set, passwordsOnlyFor: kept.email });
    expect(await sentTo()).toEqual([kept.email]);
    expect(await db.passwordReset.count({ where: { userId: linked.id } })).toBe(0);
  });

  test("is asked for three times an hour for an address, and twenty times from a network", async () => {
    withMail(true);
    const ask = async (typed: string, address: string) =>
      (await askForReset(typed, address, () => undefined)).ok;
    const email = `${v4()}@example.org`;
    for (const isHeard of [true, true, true, false]) expect(await ask(email, v4())).toBe(isHeard);
    const network = v4();
    for (let count = 0; count < 20; count += 1) expect(await ask(`${v4()}@example.org`, network)).toBe(true);
    expect(await ask(`${v4()}@example.org`, network)).toBe(false);
    withMail(false);
    expect(await askForReset(email, v4(), () => undefined)).toEqual({ ok: false, reason: "noMail" });
  });
});
