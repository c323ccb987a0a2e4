import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { Secret, TOTP } from "otpauth";
import { v4 } from "uuid";
import { database } from "@/lib/database/client";
import * as environment from "@/lib/env";
import { makeDossier } from "@/tests/support/make";
import { client, startProvider, type TestProvider } from "@/tests/support/sign-on-provider";
import { type Account, createUser, disableUser } from "../accounts";
import { actorFor, Forbidden, operator, type Role } from "../actor";
import { confirmSession } from "../confirm-session";
import { endOtherSessions } from "../end-sessions";
import { invite } from "../invitations";
import { authOptions } from "../options";
import { proposalFor } from "../one-time-code";
import { changeOwnPassword } from "../own-password";
import { setUpSecondStep } from "../second-step";
import { cookieName, sidIn } from "../session-cookie";
import { type LiveSession, liveSession, sessionsOf, startSession } from "../sessions";
import { signIn } from "../sign-in";
import { askAuth, type AuthAnswer } from "./ask-auth";
import { beginSignOn } from "./begin";
import { providerId } from "./provider";
import { signOn } from "./sign-on";

const site = "http://localhost:3000";
const headers = { host: "localhost:3000", "x-forwarded-host": "localhost:3000", "x-forwarded-proto": "http" };
const password = "a long enough password";

let provider: TestProvider;
let email: string;
let sid: string | undefined;

beforeAll(async () => {
  provider = await startProvider();
  provider.serve(site);
});
afterAll(() => provider.stop());

beforeEach(async () => {
  environment.tellAuth();
  await database().user.deleteMany();
  email = `person-${v4()}@example.org`;
  sid = undefined;
  provider.people.clear();
  Object.assign(provider, { comes: v4(), proof: ["pwd"] });
  settings({});
});
afterEach(() => void vi.restoreAllMocks());

/** Has the settings say what they say beside the provider. */
function settings(more: Record<string, string>, less: Partial<environment.Env> = {}): void {
  vi.restoreAllMocks();
  const usual = environment.env();
  const { signOn, passwordsOnlyFor } = environment.parseEnv({
    ...{ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret },
    ...more,
  });
  vi.spyOn(environment, "env").mockReturnValue({ ...usual, url: site, signOn, passwordsOnlyFor, ...less });
}

const byGroups = {
  ...{ OIDC_SCOPE: "openid email profile desk", OIDC_ROLE_CLAIM: "groups" },
  OIDC_ROLES: "desk writers=author; desk editors=editor; desk chiefs=admin",
};

/** Has the provider know who comes. */
function knows(claims: Record<string, unknown>): void {
  provider.people.set(provider.comes!, { email, email_verified: true, name: "Aigerim", ...claims });
}

async function account(role: Role = "author", address = email): Promise<Account> {
  const made = await createUser(operator(), { email: address, name: "Aigerim", role, password });
  if (!made.ok) throw new Error(made.reason);
  return made.account;
}

type Jar = Record<string, string>;
const options = () => authOptions({ cookie: undefined, sid, remember: () => undefined });

function keep(jar: Jar, setCookies: string[]): Jar {
  for (const header of setCookies) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(header)!;
    jar[name!] = decodeURIComponent(value!);
  }
  return jar;
}

/** Goes to the provider and comes back: the address at which it leads back to us, and the browser's cookies. */
async function goThere(anew = false): Promise<{ back: URL; jar: Jar; sent: URL }> {
  const begun = await beginSignOn({ headers }, { next: "/admin/visits", anew }, options());
  const jar = keep({}, begun.setCookies);
  const theirs: Jar = {};
  let url = new URL(begun.location);
  for (let step = 0; step < 10 && url.origin === provider.issuer; step++) {
    const cookie = Object.entries(theirs).map(([name, value]) => `${name}=${value}`);
    const answer = await fetch(url, { redirect: "manual", headers: { cookie: cookie.join("; ") } });
    for (const header of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(header)!;
      theirs[name!] = value!;
    }
    url = new URL(answer.headers.get("location") ?? "about:blank", url);
  }
  return { back: url, jar, sent: new URL(begun.location) };
}

function comeBack({ back, jar }: { back: URL; jar: Jar }): Promise<AuthAnswer> {
  const query = Object.fromEntries(back.searchParams);
  return askAuth({ method: "GET", path: ["callback", providerId], query, headers, cookies: jar }, options());
}

const signOnce = async () => comeBack(await goThere());

/** The session that an answer gives, or where else it leads. */
async function sessionOf({ setCookies, location }: AuthAnswer): Promise<LiveSession | string> {
  const sealed = keep({}, setCookies)[cookieName("session")];
  const id = await sidIn(sealed);
  return (id && (await liveSession(id))) ?? location ?? "nowhere";
}

const session = async () => (await sessionOf(await signOnce())) as LiveSession;
const problem = async (answer = signOnce()) => {
  const found = await sessionOf(await answer);
  return typeof found === "string" ? (new URL(found, site).searchParams.get("error") ?? found) : "signed on";
};
const noted = async () =>
  database().auditEvent.findMany({
    orderBy: { seq: "desc" },
    take: 3,
    select: { action: true, detail: true },
  });

describe("signing on", () => {
  test("lets in whose verified address has an account, and knows them by the provider's own name from then on", async () => {
    const { id } = await account();
    knows({});
    const { sent } = await goThere();
    expect(Object.fromEntries(sent.searchParams)).toMatchObject({
      ...{ response_type: "code", code_challenge_method: "S256", client_id: client.id },
      ...{ state: expect.any(String) as string, nonce: expect.any(String) as string },
      code_challenge: expect.any(String) as string,
      max_age: String(environment.env().session.max / 1000), // has it say when they proved who they are
    });
    const answer = await signOnce();
    expect(answer.location).toBe("/admin/visits");
    expect(await sessionOf(answer)).toMatchObject({
      ...{ user: { id, role: "author" }, due: null, begunBy: "provider", isConfirmed: true },
    });
    expect(await noted()).toMatchObject([
      { action: "account.signIn", detail: { by: "provider", userId: id } },
      { action: "account.signOnLink", detail: { issuer: provider.issuer } },
      { action: "account.add" },
    ]);
    knows({ email: "renamed@example.org" });
    expect((await session()).user.id).toBe(id);
  });

  test("ends the session that the browser presents", async () => {
    await account();
    knows({});
    sid = (await session()).id;
    const next = await session();
    expect(await liveSession(sid)).toBeNull();
    expect(await liveSession(next.id)).not.toBeNull();
  });

  test("lets no one in by an address that is not verified, unless the settings vouch for all", async () => {
    await account();
    knows({ email_verified: false });
    expect(await problem()).toBe("unverified");
    knows({ email_verified: undefined });
    expect(await problem()).toBe("unverified");
    settings({ OIDC_ADDRESSES: "all" });
    expect(await problem()).toBe("signed on");
  });

  test("gives an address that went to another person there no account", async () => {
    await account();
    knows({});
    await session();
    provider.comes = v4();
    knows({});
    expect(await problem()).toBe("unmatched");
  });

  test("lets in no one without an account, or makes one, by setting", async () => {
    knows({ groups: ["desk editors", "desk writers", "tennis"] });
    expect(await problem()).toBe("unmatched");
    settings({ ...byGroups, OIDC_ACCOUNTS: "make" });
    const made = await session();
    expect(made.user).toMatchObject({ email, name: "Aigerim", role: "editor" });
    expect((await session()).user.id).toBe(made.user.id);
    expect(await signIn({ email, password }, { address: v4() })).toMatchObject({ reason: "wrong" });
  });

  test("makes who was invited to a dossier an account that is limited to it, unless it is an admin's", async () => {
    const own = await makeDossier();
    const invitedTo = async () => {
      const outcome = await invite(operator(), {
        ...{ email, name: "Aigerim", role: "editor" },
        dossiers: [own.id],
      });
      expect(outcome.ok).toBe(true);
    };
    settings({ ...byGroups, OIDC_ACCOUNTS: "make" });
    await invitedTo();
    knows({ groups: "desk editors" });
    expect(actorFor((await session()).user)).toMatchObject({ limitedTo: [own.id] });
    expect((await noted())[1]).toMatchObject({
      action: "account.add",
      detail: { by: "provider", role: "editor", dossiers: expect.any(String) as unknown },
    });
    expect(await database().invitation.count({ where: { email } })).toBe(0);

    email = `person-${v4()}@example.org`;
    provider.comes = v4();
    await invitedTo();
    knows({ groups: "desk chiefs" });
    const { user } = await session();
    expect(user.role).toBe("admin");
    expect(await database().user.findUnique({ where: { id: user.id } })).toMatchObject({ isLimited: false });
    expect(await database().invitation.count({ where: { email } })).toBe(0);
  });

  test("is refused a closed account", async () => {
    const closed = await account();
    knows({});
    const before = await session();
    await disableUser(operator(), before.user);
    expect(await problem()).toBe("disabled");
    expect(await liveSession(before.id)).toBeNull();
    expect(closed.id).toBe(before.user.id);
  });
});

describe("the role that the provider says", () => {
  test("is followed at the next sign-on, and who has none is out at once", async () => {
    await account("viewer");
    settings(byGroups);
    knows({ groups: ["desk writers"] });
    const first = await session();
    expect(first.user.role).toBe("author");
    knows({ groups: "desk chiefs" });
    expect((await session()).user.role).toBe("admin");
    expect((await liveSession(first.id))?.user.role).toBe("admin");
    expect((await noted())[1]).toEqual({
      action: "account.role",
      detail: { by: "provider", from: "author", to: "admin", userId: first.user.id },
    });
    knows({ groups: ["desk writers"] });
    expect(await problem()).toBe("lastAdmin");
    await account("admin", `other-${email}`);
    knows({ groups: [] });
    expect(await problem()).toBe("noRole");
    expect(await liveSession(first.id)).toBeNull();
    settings({ ...byGroups, OIDC_ROLE_ELSE: "viewer" });
    expect((await session()).user.role).toBe("viewer");
  });
});

describe("what is not the provider's answer to this browser is refused:", () => {
  beforeEach(async () => {
    await account();
    knows({});
  });

  test("another state", async () => {
    const { back, jar } = await goThere();
    back.searchParams.set("state", "x".repeat(43));
    expect(await problem(comeBack({ back, jar }))).toBe("OAuthCallback");
  });

  test.each(["nonce", "proof", "state"])("the %s of another try", async (part) => {
    const [first, second] = [await goThere(), await goThere()];
    const name = cookieName(`sign-on-${part}`);
    expect(await problem(comeBack({ ...first, jar: { ...first.jar, [name]: second.jar[name]! } }))).toBe(
      "OAuthCallback",
    );
    expect(await problem(comeBack(second))).toBe("signed on");
  });

  test("no cookies of ours", async () => {
    expect(await problem(comeBack({ ...(await goThere()), jar: {} }))).toBe("OAuthCallback");
  });

  test("a code that was used", async () => {
    const gone = await goThere();
    expect(await problem(comeBack(gone))).toBe("signed on");
    expect(await problem(comeBack(gone))).toBe("OAuthCallback");
    await expect.poll(async () => (await noted())[0]?.action).toBe("account.signInRefused");
    const [event] = await noted();
    expect(event).toEqual({
      action: "account.signInRefused",
      detail: { by: "provider", at: "answer", problem: "invalid_grant" },
    });
    expect(JSON.stringify(await noted())).not.toContain(gone.back.searchParams.get("code"));
  });

  test("the token of another issuer than the one that is set", async () => {
    settings({ OIDC_ISSUER: `${provider.issuer}/elsewhere` });
    expect(await problem()).toBe("providerAnswer");
  });

  test("a refusal by the provider", async () => {
    provider.comes = "no one";
    expect(await problem()).toBe("Callback");
  });

  test("and where it does not answer, that is said", async () => {
    settings({ OIDC_ISSUER: "http://127.0.0.1:9" });
    const { location } = await beginSignOn({ headers }, { next: null, anew: false }, options());
    expect(new URL(location, site).searchParams.get("error")).toBe("OAuthSignin");
  });
});

describe("a session that was begun there", () => {
  test("has its second step by the setting alone", async () => {
    await account("editor");
    knows({});
    provider.proof = ["pwd", "mfa"];
    settings({}, { twoSteps: ["editor"] });
    expect(await session()).toMatchObject({ isSecondStep: false, due: "enrol" });
    settings({ OIDC_SECOND_STEP: "otp,mfa" }, { twoSteps: ["editor"] });
    expect(await session()).toMatchObject({ isSecondStep: true, due: null });
    await database().user.updateMany({ where: { email }, data: { secondStep: "an app" } });
    expect(await session()).toMatchObject({ due: null });
    provider.proof = ["pwd"];
    expect(await session()).toMatchObject({ due: "code" });
  });

  test("is not held up by a password that an admin made, and sets none", async () => {
    await account();
    knows({});
    const lapsed = { passwordLapsesAt: new Date(Date.now() - 1000) };
    await database().user.updateMany({ where: { email }, data: lapsed });
    const begun = await session();
    expect(begun.due).toBeNull();
    await expect(
      changeOwnPassword(begun, { current: password, password: "quite another one" }),
    ).rejects.toThrow();
  });

  test("is asked to sign on anew, not for a password, before others are ended", async () => {
    await account();
    knows({});
    const [first, second] = [await session(), await session()];
    const long = new Date(Date.now() - 60 * 60_000);
    await database().session.updateMany({ where: { id: first.id }, data: { confirmedAt: long } });
    const old = (await liveSession(first.id))!;
    expect(await endOtherSessions(old, password)).toEqual({ ok: false, reason: "signOnAgain" });
    expect(await confirmSession(second, password)).toEqual({ ok: false, reason: "signOnAgain" });
    expect(await endOtherSessions(second, "")).toEqual({ ok: true, value: 1 });
    const { sent } = await goThere(true);
    expect(Object.fromEntries(sent.searchParams)).toMatchObject({ prompt: "login", max_age: "0" });
  });
});

test("when a person proved who they are counts as the provider says; where it does not, as never", async () => {
  await account();
  const person = { ...{ issuer: provider.issuer, subject: v4(), email, name: "Aigerim" }, role: undefined };
  const begun = async (provedAt: Date | null) => {
    const outcome = await signOn({ ...person, isSecondStep: false, provedAt }, { address: v4() });
    if (!outcome.ok) throw new Error(outcome.reason);
    return (await liveSession(outcome.sid))!;
  };
  const hours = (count: number) => new Date(Date.now() + count * 60 * 60_000);
  expect(await begun(null)).toMatchObject({ isConfirmed: false, due: null });
  expect((await begun(hours(-3))).isConfirmed).toBe(false);
  const ahead = await begun(hours(3));
  const { confirmedAt } = await database().session.findUniqueOrThrow({ where: { id: ahead.id } });
  expect(confirmedAt.getTime()).toBeLessThanOrEqual(Date.now());
});

test("setting the desk's second step up proves no more than the provider has said", async () => {
  await account();
  knows({});
  const begun = await session();
  const { secret } = proposalFor(begun.id);
  const confirmedAt = new Date(Date.now() - 2 * 60_000);
  await database().session.update({ where: { id: begun.id }, data: { confirmedAt } });
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  const outcome = await setUpSecondStep(
    (await liveSession(begun.id))!,
    { password: "", code },
    { address: v4() },
  );
  if (!outcome.ok || !outcome.value) throw new Error("not set up");
  expect(await database().session.findUnique({ where: { id: outcome.value.sid } })).toMatchObject({
    ...{ confirmedAt, isSecondStep: true, begunBy: "provider" },
  });
});

test("where passwords are switched off, that of one admin alone lets in, by the password alone", async () => {
  await account("editor");
  const kept = `kept-${email}`;
  await account("admin", kept);
  settings({ ENTENTE_PASSWORDS_ONLY_FOR: kept });
  const by = (address: string, typed = password) =>
    signIn({ email: address, password: typed }, { address: v4() });
  expect(await by(email)).toEqual({ ok: false, reason: "elsewhereOnly" });
  expect(await by(email, "not the password")).toEqual({ ok: false, reason: "wrong" });
  expect(await by(kept)).toMatchObject({ ok: true });
  knows({ email: kept });
  expect(await problem()).toBe("unmatched");
  knows({});
  expect(await problem()).toBe("signed on");
});

test("once passwords are switched off, no session stands that one began, or a passkey alone, but the one admin's", async () => {
  const kept = `kept-${email}`;
  const [editor, admin] = [await account("editor"), await account("admin", kept)];
  const begun = async (address: string) => {
    const outcome = await signIn({ email: address, password }, { address: v4() });
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.sid;
  };
  const byPasskey = ({ id }: Account) =>
    startSession(database(), id, undefined, { isSecondStep: true, begunBy: "passkey" });
  const ofEditor = [await begun(email), await byPasskey(editor)];
  const ofAdmin = [await begun(kept), await byPasskey(admin)];
  knows({});
  const signedOn = await session();
  const standing = async (sids: string[]) =>
    (await Promise.all(sids.map((one) => liveSession(one)))).map(Boolean);
  expect(await standing([...ofEditor, ...ofAdmin])).toEqual([true, true, true, true]);
  settings({ ENTENTE_PASSWORDS_ONLY_FOR: kept });
  expect(await standing(ofEditor)).toEqual([false, false]);
  expect(await standing([signedOn.id, ...ofAdmin])).toEqual([true, true, true]);
  expect((await sessionsOf(editor.id)).map(({ id }) => id)).toEqual([signedOn.id]);
  expect(await sessionsOf(admin.id)).toHaveLength(2);
  // One that was read a moment before changes no password either.
  settings({});
  const before = (await liveSession(ofEditor[0]!))!;
  settings({ ENTENTE_PASSWORDS_ONLY_FOR: kept });
  const typed = { current: password, password: "quite another password" };
  await expect(changeOwnPassword(before, typed)).rejects.toThrow(Forbidden);
  await database().user.update({ where: { id: admin.id }, data: { role: "editor" } });
  expect(await standing(ofAdmin)).toEqual([false, false]);
});
