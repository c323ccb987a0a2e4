/** How to ask for what admins do to other people's accounts. */
import { formOf } from "../call-action";
import { dismiss, firstDossier, hire, type Member } from "../crew";
import { addSecondStep, uniqueWord } from "../members";
import type { FormValues } from "../records";
import { one } from "../traces";
import { invitation, seen, sessionOf } from "./accounts";
import { account, type Cases, type Prepare, type Prepared } from "./prepare";

/** A change of another person's account that others have brought to where it makes sense. */
const forPerson =
  (values: FormValues = {}, before: (person: Member) => Promise<unknown> = async () => undefined): Prepare =>
  async () => {
    const person = await hire("viewer");
    await before(person);
    return account(
      `/admin/people/${person.id}`,
      { ...(await seen(person)), ...values },
      person.id,
      person.email,
    );
  };

/** The end of a reset of a person's second step that this admin has begun, after the accounts of all callers were made. */
async function resetOf({ id }: Pick<Member, "id">): Promise<Prepared> {
  const person = await hire("viewer");
  await addSecondStep(person.id);
  await one(
    `INSERT INTO "SecondStepReset" ("userId", "madeById", "madeByName", "madeAt", "dueAt")
     VALUES ($1, $2, 'An admin', now() + interval '1 hour', now() + interval '1 day') RETURNING "userId"`,
    person.id,
    id,
  );
  return account(`/admin/people/${person.id}`, { person: person.id }, person.id);
}

/** The cases of other people's accounts. */
export const peopleCases = {
  "app/admin/people/invitation-actions.ts#invitePerson": {
    "invite a person": async () => {
      const word = uniqueWord();
      const values = { email: `${word}@example.org`, name: "Somebody", role: "admin", scope: "all" };
      return account("/admin/people", values, word);
    },
  },
  "app/admin/people/invitation-actions.ts#sendAgain": {
    "invite a person again": async () => {
      const { id } = await invitation();
      return account("/admin/people", { invitation: id }, id);
    },
  },
  "app/admin/people/invitation-actions.ts#withdraw": {
    "withdraw an invitation": async () => {
      const { id } = await invitation();
      return { page: "/admin/people", args: [formOf({ invitation: id })], marks: [id] };
    },
  },
  "app/admin/people/actions.ts#giveRole": { "give a person another role": forPerson({ role: "admin" }) },
  "app/admin/people/limits-action.ts#limit": {
    "limit a person to a dossier": async () => {
      const { dossierId } = await firstDossier();
      return forPerson({ scope: "some", [`in.${dossierId}`]: "on" })(await hire("viewer"));
    },
  },
  "app/admin/people/actions.ts#disable": { "close an account": forPerson() },
  "app/admin/people/actions.ts#enable": { "open a closed account": forPerson({}, dismiss) },
  "app/admin/people/actions.ts#forget": {
    "remove a closed account": forPerson({}, dismiss),
    "remove an account that is open": forPerson(),
  },
  "app/admin/people/actions.ts#endSession": {
    "end a person's session": async () => {
      const person = await hire("viewer");
      const form = formOf({ person: person.id, id: await sessionOf(person) });
      return { page: `/admin/people/${person.id}`, args: [form], marks: [person.id] };
    },
  },
  "app/admin/people/actions.ts#endSessions": {
    "end all sessions of a person": async () => {
      const person = await hire("viewer");
      return account(`/admin/people/${person.id}`, { person: person.id }, person.id);
    },
  },
  "app/admin/people/actions.ts#beginStepReset": {
    "begin to take a lost second step from a person": async () => {
      const person = await hire("viewer");
      await addSecondStep(person.id);
      return account(`/admin/people/${person.id}`, { person: person.id }, person.id);
    },
    "begin to take one's own second step": async ({ id }) =>
      account(`/admin/people/${id}`, { person: id }, id),
  },
  "app/admin/people/actions.ts#endStepReset": {
    "take a lost second step that another admin has begun to take": async () => resetOf(await hire("admin")),
    "take a lost second step without another admin": async (caller) => resetOf(caller),
  },
  "app/admin/people/actions.ts#sendPasswordLink": {
    "make a link for a person's other password": forPerson(),
    "make a link for one's own other password": async (caller) =>
      account(`/admin/people/${caller.id}`, await seen(caller), caller.id),
  },
} satisfies Partial<Cases>;
