import { beforeEach, describe, expect, test } from "vitest";
import { v4 } from "uuid";
import { database } from "@/lib/database/client";
import {
  type Account,
  type AccountOutcome,
  changeRole,
  createUser,
  disableUser,
  enableUser,
  findUser,
  listUsers,
  setPassword,
} from "./accounts";
import { Forbidden, operator, type Role, roles } from "./actor";
import { liveSession } from "./sessions";
import { signIn } from "./sign-in";
import { dossierOfCalendar } from "@/lib/desk/settings/calendar-links";
import { confirmed } from "@/tests/support/confirmed";
import { makeDossier } from "@/tests/support/make";
import { calendarAddress } from "@/tests/support/calendar-address";

const password = "a long enough password";
let made = 0;

beforeEach(async () => {
  await database().user.deleteMany();
});

function accountOf(outcome: AccountOutcome): Account {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome.account;
}

async function person(role: Role, name = "Somebody"): Promise<Account> {
  const email = `person-${++made}-${v4()}@example.org`;
  return accountOf(await createUser(operator(), { email, name, role, password }));
}

async function signedIn(account: Account): Promise<string> {
  const outcome = await signIn({ email: account.email, password }, { address: v4() });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.sid;
}

const auditOf = (account: Account) =>
  database().auditEvent.findMany({ where: { subject: account.email }, orderBy: { at: "asc" } });

describe("adding", () => {
  test("the new person can sign in, and the log says who added them", async () => {
    const admin = confirmed(await person("admin", "Aigerim"));
    const email = `Added-${v4()}@Example.org`;
    const account = accountOf(await createUser(admin, { email, role: "viewer", password }));
    expect(account).toMatchObject({
      email: email.toLowerCase(),
      role: "viewer",
      disabledAt: null,
      version: 1,
    });
    await expect(signedIn(account)).resolves.toBeTypeOf("string");
    expect(await auditOf(account)).toMatchObject([
      { action: "account.add", byId: admin.id, byName: "Aigerim", detail: { role: "viewer" } },
      { action: "account.signIn", byId: account.id },
    ]);
  });

  test("an address is taken in whatever case, also when two come at once", async () => {
    const details = { email: `twice-${v4()}@example.org`, role: "viewer", password };
    const outcomes = await Promise.all([
      createUser(operator(), details),
      createUser(operator(), { ...details, email: details.email.toUpperCase() }),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.find((outcome) => !outcome.ok)).toEqual({
      ok: false,
      reason: "invalid",
      problems: [{ field: "email", code: "email.taken" }],
    });
  });
});

describe("what admins change acts at once", () => {
  test("a role, on the session that stands", async () => {
    const account = await person("editor");
    const sid = await signedIn(account);
    const changed = accountOf(await changeRole(operator(), account, "viewer"));
    expect(changed.version).toBe(account.version + 1);
    expect((await liveSession(sid))?.user.role).toBe("viewer");
    expect((await auditOf(account)).at(-1)).toMatchObject({
      action: "account.role",
      detail: { from: "editor", to: "viewer" },
    });
  });

  test("a closed account is signed out and stays out until it is opened", async () => {
    const account = await person("editor");
    const sid = await signedIn(account);
    const closed = accountOf(await disableUser(operator(), account));
    expect(await liveSession(sid)).toBeNull();
    expect(await signIn({ email: account.email, password }, { address: v4() })).toEqual({
      ok: false,
      reason: "disabled",
    });
    accountOf(await enableUser(operator(), closed));
    expect(await liveSession(sid)).toBeNull(); // the old session does not come back
    await expect(signedIn(account)).resolves.toBeTypeOf("string");
  });

  test("a new password ends every session and the old password", async () => {
    const account = await person("author");
    const sids = [await signedIn(account), await signedIn(account)];
    accountOf(await setPassword(operator(), account, "quite another password"));
    for (const sid of sids) expect(await liveSession(sid)).toBeNull();
    expect(await signIn({ email: account.email, password }, { address: v4() })).toEqual({
      ok: false,
      reason: "wrong",
    });
    expect(
      await signIn({ email: account.email, password: "quite another password" }, { address: v4() }),
    ).toMatchObject({
      ok: true,
    });
  });

  test("the password that the account has is refused, and changes nothing", async () => {
    const account = await person("author");
    const sid = await signedIn(account);
    const problems = [{ field: "password", code: "password.current" }];
    for (const isTemporary of [false, true])
      expect(await setPassword(operator(), account, password, { isTemporary })).toMatchObject({ problems });
    expect(await liveSession(sid)).not.toBeNull();
  });

  test("a password against the rules changes nothing", async () => {
    const account = await person("author");
    const sid = await signedIn(account);
    expect(await setPassword(operator(), account, "short")).toEqual({
      ok: false,
      reason: "invalid",
      problems: [{ field: "password", code: "password.short" }],
    });
    expect(await liveSession(sid)).not.toBeNull();
  });
});

test("a closed account's private addresses of calendars stop to work, and no one else's", async () => {
  const [author, other] = [await person("author"), await person("author")];
  const dossier = await makeDossier();
  const of = (account: Account) => calendarAddress(confirmed(account), dossier.id);
  const [closed, stays] = [await of(author), await of(other)];
  await calendarAddress(confirmed(author), dossier.id);
  accountOf(await disableUser(operator(), author));
  expect(await dossierOfCalendar(closed!)).toBeNull();
  expect(await dossierOfCalendar(stays!)).toMatchObject({ id: dossier.id });
  expect((await auditOf(author)).at(-1)).toMatchObject({
    action: "account.disable",
    detail: { calendarAddresses: "2" },
  });
});

test("a password that others would try first is refused, for oneself and for others", async () => {
  const email = `weak-${v4()}@example.org`;
  const add = (typed: string) => createUser(operator(), { email, role: "viewer", password: typed });
  for (const [typed, code] of [
    ["password1234", "password.common"],
    [" ".repeat(12), "password.repeated"],
    ["Entente 2026", "password.personal"],
  ] as const)
    expect(await add(typed)).toEqual({
      ok: false,
      reason: "invalid",
      problems: [{ field: "password", code }],
    });
  const account = await person("viewer", "Karlygash Omarova");
  expect(await setPassword(operator(), account, "Karlygash-2026")).toMatchObject({
    problems: [{ code: "password.personal" }],
  });
});

test("the second to change an account is told what stands now", async () => {
  const seen = await person("viewer");
  accountOf(await changeRole(operator(), seen, "author"));
  expect(await changeRole(operator(), seen, "editor")).toMatchObject({
    ok: false,
    reason: "stale",
    account: { role: "author", version: seen.version + 1 },
  });
  expect(await changeRole(operator(), { id: v4(), version: 1 }, "editor")).toEqual({
    ok: false,
    reason: "missing",
  });
});

describe("the last active admin", () => {
  test("can neither be demoted nor disabled, by any admin", async () => {
    const admin = await person("admin");
    const former = await person("admin");
    accountOf(await disableUser(operator(), former)); // a disabled admin does not count
    expect(await changeRole(confirmed(admin), admin, "editor")).toEqual({ ok: false, reason: "lastAdmin" });
    expect(await disableUser(operator(), admin)).toEqual({ ok: false, reason: "lastAdmin" });
  });

  test("remains when all admins demote one another at once", async () => {
    const admins = await Promise.all([person("admin"), person("admin"), person("admin"), person("admin")]);
    await Promise.allSettled(
      admins.map((one, index) => changeRole(confirmed(one), admins[(index + 1) % 4]!, "viewer")),
    );
    await Promise.allSettled(admins.map((one) => disableUser(operator(), one)));
    const left = (await listUsers(operator())).filter((one) => one.role === "admin" && !one.disabledAt);
    expect(left.length).toBe(1);
  });

  test("an admin who was demoted a moment ago changes no account any more", async () => {
    const [first, second] = [await person("admin"), await person("admin")];
    const before = confirmed(second);
    accountOf(await changeRole(confirmed(first), second, "viewer"));
    await expect(changeRole(before, first, "viewer")).rejects.toThrow(Forbidden);
  });
});

test.each(roles.filter((role) => role !== "admin"))(
  "the role of %s does not allow managing people",
  async (role) => {
    const actor = confirmed(await person(role));
    const target = await person("viewer");
    const tries = [
      () => listUsers(actor),
      () => findUser(actor, target.id),
      () => createUser(actor, { email: "x@example.org", role: "admin", password }),
      () => changeRole(actor, target, "admin"),
      () => disableUser(actor, target),
      () => enableUser(actor, target),
      () => setPassword(actor, target, password),
    ];
    for (const attempt of tries) await expect((async () => attempt())()).rejects.toThrow(Forbidden);
    expect(await findUser(operator(), target.id)).toEqual(target);
  },
);

test("what is no id finds no account", async () => {
  expect(await findUser(operator(), "../etc/passwd")).toBeNull();
});
