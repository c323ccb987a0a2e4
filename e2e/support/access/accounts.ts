/** How to ask for what one does for oneself: signing in, one's own account, the first one. */
import { createHash } from "node:crypto";
import { formOf } from "../call-action";
import { dismiss, hire, type Member } from "../crew";
import { addPasskey, addSecondStep, appCode, passSecondStep, startSession, uniqueWord } from "../members";
import { one } from "../traces";
import type { FormValues } from "../records";
import { account, type Cases, type Prepare, type Prepared } from "./prepare";

/** An account as a form names it: by its id and its version. */
export async function seen({ id }: Pick<Member, "id">): Promise<{ id: string; version: string }> {
  const { version } = await one<{ version: number }>(`SELECT "version" FROM "User" WHERE "id" = $1`, id);
  return { id, version: String(version) };
}

/** The id of the session that a person began last. */
export async function sessionOf(cookieHolder: Member): Promise<string> {
  const { id } = await one<{ id: string }>(
    `SELECT "id" FROM "Session" WHERE "userId" = $1 ORDER BY "createdAt" DESC LIMIT 1`,
    cookieHolder.id,
  );
  return id;
}

const hashOf = (token: string) => createHash("sha256").update(token).digest("base64url");

/** An invitation that was not answered, and the token of its link. */
export async function invitation(): Promise<{ id: string; token: string; email: string }> {
  const word = uniqueWord();
  const { id } = await one<{ id: string }>(
    `INSERT INTO "Invitation" ("id", "email", "name", "role", "tokenHash", "isMailed", "madeByName", "madeAt", "lapsesAt")
     VALUES (gen_random_uuid(), $1, 'Somebody', 'viewer', $2, false, 'An admin', now(), now() + interval '1 day')
     RETURNING "id"`,
    `${word}@example.org`,
    hashOf(word),
  );
  return { id, token: word, email: `${word}@example.org` };
}

/** The use of a link for another password, made when the account's version was `version`; it is 1. */
async function resetLink(version: number): Promise<Prepared> {
  const person = await hire("viewer");
  const token = uniqueWord();
  await one(
    `INSERT INTO "PasswordReset" ("userId", "tokenHash", "version", "madeAt", "lapsesAt")
     VALUES ($1, $2, $3, now(), now() + interval '1 hour') RETURNING "userId"`,
    ...[person.id, hashOf(token), version],
  );
  return account("/admin/sign-in/reset", { token, password: `${token} and more` }, person.id);
}

async function isWithoutSecondStep(id: string): Promise<boolean> {
  const { is } = await one<{ is: boolean }>(
    `SELECT "secondStep" IS NULL AS is FROM "User" WHERE "id" = $1`,
    id,
  );
  return is;
}

/** A passkey of an account, whose sessions have passed the second step by it. */
async function passkeyOf(id: string): Promise<string> {
  // Who has not given the code of a second step has that still to do.
  const isFirst = await isWithoutSecondStep(id);
  const passkey = await addPasskey(id);
  if (isFirst) await passSecondStep(id);
  return passkey;
}

/** A change of a passkey that belongs to the caller, or to someone else. */
const ofPasskey =
  (values: FormValues, whose: "own" | "other"): Prepare =>
  async (caller) => {
    const { id } = whose === "own" ? caller : await hire("viewer");
    return account("/admin/account", { id: await passkeyOf(id), ...values }, id);
  };

/** The cases of signing in and of one's own account. */
export const accountCases = {
  "app/admin/sign-in/actions.ts#signInByForm": {
    "sign in": async ({ id, email, password }) =>
      account("/admin/sign-in", { email, password, next: "" }, id),
    "sign in with a wrong password": async ({ id, email }) =>
      account("/admin/sign-in", { email, password: "not the password", next: "" }, id),
    "sign in to a closed account": async () => {
      const { id, email, password } = await dismiss(await hire("admin"));
      return account("/admin/sign-in", { email, password, next: "" }, id);
    },
  },
  "app/admin/sign-in/password/actions.ts#setOwnPassword": {
    "set the first password of one's own": async ({ id, password }) =>
      account(
        "/admin/sign-in/password",
        { current: password, password: `${uniqueWord()} and more`, next: "" },
        id,
      ),
  },
  "app/admin/sign-in/code/actions.ts#giveCode": {
    "give the code of the second step": async ({ id }) =>
      account("/admin/sign-in/code", { code: appCode(), next: "" }, id),
  },
  "app/admin/sign-in/code/actions.ts#givePasskey": {
    "give a passkey that is none as the second step": async ({ id }) =>
      account("/admin/sign-in/code", { answer: "{}", next: "" }, id),
  },
  "app/admin/sign-in/passkey-actions.ts#signInWithPasskey": {
    "sign in with a passkey that is none": async ({ id }) =>
      account("/admin/sign-in", { answer: "{}", next: "" }, id),
  },
  "app/admin/account/passkeys/offers.ts#offerPasskeySignIn": {
    "be offered to sign in with a passkey": async ({ id }) => ({
      ...{ page: "/admin/sign-in", args: [], marks: [id] },
    }),
  },
  "app/admin/account/passkeys/offers.ts#offerOwnPasskey": {
    "be offered to use one of one's own passkeys": async ({ id }) => ({
      ...{ page: "/admin/sign-in/code", args: [], marks: [id] },
    }),
  },
  "app/admin/account/passkeys/offers.ts#offerNewPasskey": {
    "be offered to make a passkey": async ({ id }) => ({ page: "/admin/account", args: [], marks: [id] }),
  },
  "app/admin/account/passkeys/actions.ts#addOwnPasskey": {
    "add a passkey that is none": async ({ id }) =>
      account("/admin/account", { name: "Key ring", answer: "{}", next: "" }, id),
  },
  "app/admin/account/passkeys/actions.ts#renameOwnPasskey": {
    "rename one's own passkey": ofPasskey({ name: "Old phone" }, "own"),
    "rename another person's passkey": ofPasskey({ name: "Old phone" }, "other"),
  },
  "app/admin/account/passkeys/actions.ts#removeOwnPasskey": {
    "remove one's own passkey": ofPasskey({}, "own"),
    "remove another person's passkey": ofPasskey({}, "other"),
  },
  "app/admin/account/recovery-codes/actions.ts#makeCodes": {
    "make recovery codes for no second step": async ({ id }) => account("/admin/account", {}, id),
  },
  "app/admin/account/confirm-actions.ts#sayAgainByPasskey": {
    "prove who one is by a passkey that is none": async ({ id }) =>
      account("/admin/people", { answer: "{}" }, id),
  },
  "app/admin/sign-in/forgotten/actions.ts#askForLink": {
    "ask for a link for another password": async ({ email, id }) =>
      account("/admin/sign-in/forgotten", { email }, id, email),
  },
  "app/admin/sign-in/invitation/actions.ts#acceptInvitation": {
    "make the account that a link invites to": async () => {
      const { token, email } = await invitation();
      return account("/admin/sign-in/invitation", { token, password: `${token} and more` }, email);
    },
    "make an account by a guessed link": async () => {
      const { email } = await invitation();
      const typed = { token: uniqueWord(), password: `${uniqueWord()} and more` };
      return account("/admin/sign-in/invitation", typed, email);
    },
  },
  "app/admin/sign-in/reset/actions.ts#setPasswordByLink": {
    "set another password by a link": async () => resetLink(1),
    "set another password by a link of before": async () => resetLink(0),
  },
  "app/admin/account/confirm-actions.ts#sayAgain": {
    "say one's password again": async ({ id, password }) => account("/admin/people", { own: password }, id),
    "say a wrong password again": async ({ id }) => account("/admin/people", { own: "not the password" }, id),
  },
  "app/admin/account/two-steps/actions.ts#setUp": {
    "set up a second step with a wrong code": async ({ id, password }) =>
      account("/admin/account/two-steps", { next: "", code: "not a code", own: password }, id),
  },
  "app/admin/account/two-steps/actions.ts#endTwoSteps": {
    "give up one's own second step": async ({ id, password }) => {
      // Who has not given the code of one has it already.
      if (await isWithoutSecondStep(id)) {
        await addSecondStep(id);
        await passSecondStep(id);
      }
      return account("/admin/account/two-steps", { own: password }, id);
    },
  },
  "app/admin/setup/actions.ts#makeFirstAdmin": {
    "make a first admin where there are people": async () => {
      const word = uniqueWord();
      const values = { token: word, email: `${word}@example.org`, name: word, password: "a long enough one" };
      return account("/admin/setup", values, word);
    },
  },
  "app/admin/account/sign-out.ts#signOut": {
    "sign out": async ({ id }) => ({ page: "/admin", args: [formOf({})], marks: [id] }),
  },
  "app/admin/account/actions.ts#changePassword": {
    "change one's own password": async ({ id, password }) =>
      account("/admin/account", { current: password, password: `${uniqueWord()} and more` }, id),
  },
  "app/admin/account/actions.ts#callOff": {
    "call off the reset of one's own second step": async ({ id }) => {
      // Who has not given the code of one has it already.
      if (await isWithoutSecondStep(id)) {
        await addSecondStep(id);
        await passSecondStep(id);
      }
      await one(
        `INSERT INTO "SecondStepReset" ("userId", "madeByName", "madeAt", "dueAt")
         VALUES ($1, 'An admin', now(), now() + interval '1 day') RETURNING "userId"`,
        id,
      );
      return { page: "/admin/account", args: [], marks: [id] };
    },
  },
  "app/admin/account/actions.ts#endOne": {
    "end one of one's own sessions": async (caller) => {
      await startSession(caller.id); // a second session, which stands open somewhere
      const form = formOf({ id: await sessionOf(caller) });
      return { page: "/admin/account", args: [form], marks: [caller.id] };
    },
    "end another person's session": async () => {
      const other = await hire("viewer");
      return { page: "/admin/account", args: [formOf({ id: await sessionOf(other) })], marks: [other.id] };
    },
  },
  "app/admin/account/actions.ts#endOthers": {
    "end one's own other sessions": async (caller) => {
      await startSession(caller.id);
      return account("/admin/account", { own: caller.password }, caller.id);
    },
    "end one's own other sessions with a wrong password": async (caller) => {
      await startSession(caller.id);
      return account("/admin/account", { own: "not the password" }, caller.id);
    },
  },
} satisfies Partial<Cases>;
