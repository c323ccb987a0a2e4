import {
  type Account,
  type AccountOutcome,
  createUser,
  disableUser,
  enableUser,
  listUsers,
  setPassword,
} from "@/lib/auth/accounts";
import { beginReset, endReset } from "@/lib/auth/second-step-reset";
import { operator, roles } from "@/lib/auth/actor";
import { closeDatabase } from "@/lib/database/client";
import { type Command, Failure, say, WrongUse } from "../command";
import { onDatabase } from "../database";
import { readOptions } from "../options";
import { passwordToSet } from "../password-input";

const verbs: Record<string, (args: string[]) => Promise<void>> = {
  add,
  list,
  "set-password": changePassword,
  disable: (args) => open(args, false),
  enable: (args) => open(args, true),
  "reset-second-step": resetSecondStep,
};

/** Keeps the accounts of the desk. */
export const user: Command = {
  usage: [
    `user add --email E --role ${roles.join("|")} [--name N]`,
    "user list",
    "user set-password --email E",
    "user disable --email E",
    "user enable --email E",
    "user reset-second-step --email E",
  ].join("\n"),
  help: `add           adds an account; its password is piped in, or made and printed once
list          lists every account
set-password  sets a password (piped in, or made and printed once), and signs its holder out
disable       closes an account and signs its holder out
enable        opens a closed account again
reset-second-step  takes a lost second step from an account and signs its holder out

For example: printf '%s' "$PASSWORD" | npm run -s entente -- user add --email ana@example.org --role editor`,
  async run([verb, ...args]) {
    const run = verb && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (!run) throw new WrongUse(verb ? `There is no "user ${verb}".` : "Say what to do with accounts.");
    await onDatabase(() => run(args).finally(closeDatabase));
    return 0;
  },
};

async function add(args: string[]): Promise<void> {
  const { given, words } = readOptions(args, {
    values: ["email", "role", "name"],
    required: ["email", "role"],
  });
  refuseWords(words);
  const { email = "", role = "", name } = given;
  if (!roles.some((one) => one === role)) throw new WrongUse(`--role is one of ${roles.join(", ")}.`);
  const { password, generated } = await passwordToSet();
  const account = done(
    await createUser(operator(), { email, role, name, password }, { isTemporary: generated }),
  );
  say(`Added ${account.name} <${account.email}> as ${account.role}.`);
  if (generated) sayGenerated(password);
}

/** What is made up here is for the first sign-in; what was piped in may be its holder's own. */
function sayGenerated(password: string): void {
  say(`Password: ${password}`);
  say("It is good for 24 hours and to be changed at the first sign-in.");
}

async function list(args: string[]): Promise<void> {
  refuseWords(args);
  const accounts = await listUsers(operator());
  if (!accounts.length) say("There is no account yet.");
  for (const { email, name, role, disabledAt } of accounts)
    say([email, role, name, ...(disabledAt ? ["disabled"] : [])].join("\t"));
}

async function changePassword(args: string[]): Promise<void> {
  const account = await named(args);
  const { password, generated } = await passwordToSet();
  done(await setPassword(operator(), account, password, { isTemporary: generated }));
  say(`Set the password of ${account.email}.`);
  if (generated) sayGenerated(password);
}

async function open(args: string[], enabled: boolean): Promise<void> {
  const account = await named(args);
  done(await (enabled ? enableUser : disableUser)(operator(), account));
  say(`${enabled ? "Opened" : "Closed"} the account of ${account.email}.`);
}

async function resetSecondStep(args: string[]): Promise<void> {
  const account = await named(args);
  await beginReset(operator(), account.id);
  const outcome = await endReset(operator(), account.id);
  if (!outcome.ok) throw new Failure(`${account.email} has no second step.`);
  say(`The password alone lets ${account.email} in now.`);
}

async function named(args: string[]): Promise<Account> {
  const { given, words } = readOptions(args, { values: ["email"], required: ["email"] });
  refuseWords(words);
  const email = given.email?.trim().toLowerCase();
  const found = (await listUsers(operator())).find((account) => account.email === email);
  if (!found) throw new Failure(`There is no account for ${given.email}.`);
  return found;
}

function refuseWords([word]: string[]): void {
  if (word) throw new WrongUse(`"${word}" was not expected.`);
}

const faults = {
  "email.invalid": "That is not an e-mail address.",
  "email.taken": "There is an account for that address already.",
  "name.missing": "The name is empty.",
  "name.long": "The name is too long.",
  "name.control": "The name holds characters that cannot be seen.",
  "role.unknown": "There is no such role.",
  "password.short": "The password needs at least 12 characters.",
  "password.long": "The password is longer than 128 characters.",
  "password.isEmail": "The password is the address.",
  "password.common": "The password is among those that are tried first.",
  "password.personal": "The password is little more than a name that others know.",
  "password.repeated": "The password is a row or a repetition.",
  "password.current": "The password is the current one.",
} as const;

const reasons = {
  stale: "The account was changed at this moment; try again.",
  lastAdmin: "This is the last active admin; make another first.",
  missing: "The account is gone.",
  unconfirmed: "Prove first who you are.",
  busy: "The server is setting too many passwords at once; try again.",
} as const;

function done(outcome: AccountOutcome): Account {
  if (outcome.ok) return outcome.account;
  if (outcome.reason !== "invalid") throw new Failure(reasons[outcome.reason]);
  throw new Failure(outcome.problems.map(({ code }) => faults[code]).join(" "));
}
