/** How to ask for everything that e2e/access-matrix.ts lists: what is made beforehand, and what is then sent. */
import { createHash, randomUUID } from "node:crypto";
import { firstSource } from "@/tests/support/rows";
import type { Intent } from "@/components/desk/form/answer";
import type { actions } from "../access-matrix";
import { callAction, formOf } from "./call-action";
import { adminCookie, dismiss, firstDossier, hire, type Member, site } from "./crew";
import { addSecondStep, appCode, passSecondStep, startSession, uniqueWord } from "./members";
import { type FormValues, recordForm, type Standing, writeRecord } from "./records";
import { one } from "./traces";

/** A call that is ready to be made. */
export interface Prepared {
  page: string;
  args: unknown[];
  /** Words and ids that are in every row that the call could change or make. */
  marks: string[];
}

/** Prepares a call by `caller`; where the call is anonymous, it is about an account that does not call. */
type Prepare = (caller: Member) => Promise<Prepared>;

const blank = { outcome: "none" } as const;

/** A record for one call: a source, which readers do not see unless something cites it. */
async function record(
  ...intents: Intent[]
): Promise<{ standing: Standing; values: FormValues; word: string }> {
  const word = uniqueWord();
  const values = { title: `Gazette ${word}`, publisher: "A publisher" };
  const write = { kind: "source", values, cookie: await adminCookie() } as const;
  let standing = await writeRecord({ ...write, intent: "save" });
  for (const intent of intents) standing = await writeRecord({ ...write, intent, target: standing });
  return { standing, values, word };
}

const newRecord =
  (intent: Intent): Prepare =>
  async () => {
    const word = uniqueWord();
    const form = recordForm({
      kind: "source",
      intent,
      values: { title: `Gazette ${word}`, publisher: "A publisher" },
    });
    return { page: "/admin/sources/new", args: [null, formOf(form)], marks: [word] };
  };

/** An intent for a record that was brought by others to where it makes sense. */
const forRecord =
  (intent: Intent, ...before: Intent[]): Prepare =>
  async () => {
    const { standing, values, word } = await record(...before);
    const changed =
      intent === "unpublish" || intent.endsWith("trash") ? values : { ...values, note: "Changed" };
    const form = recordForm({ kind: "source", intent, values: changed, target: standing });
    return {
      page: `/admin/sources/${standing.id}`,
      args: [null, formOf(form)],
      marks: [word, standing.id],
    };
  };

/** A dossier for one call: a draft, which no reader sees. */
async function ownDossier(): Promise<string> {
  const values = { countryA: "BV", countryB: "HM" };
  return (await writeRecord({ kind: "dossier", intent: "save", values, cookie: await adminCookie() })).id;
}

/** A pasted table of one line. */
const pastedSource =
  (intent: "draft" | "publish"): Prepare =>
  async () => {
    const word = uniqueWord();
    const columns = { "head.0": "Title", "col.0": "title", "head.1": "Publisher", "col.1": "publisher" };
    const line = { "cell.0.0": `Gazette ${word}`, "cell.0.1": "A publisher", "do.0": "auto" };
    const form = formOf({ _kind: "source", _dossier: "", _intent: intent, ...columns, ...line });
    return { page: "/admin/sources/paste", args: [null, form], marks: [word] };
  };

/** What a list's form sends of one record of its own. */
const forMany =
  (action: string): Prepare =>
  async () => {
    const { standing } = await record();
    const row = `${standing.id}.${standing.version}`;
    const form = formOf({ kind: "source", action, which: "ticked", query: "", page: "", row });
    return { page: "/admin/sources", args: [form], marks: [standing.id] };
  };

/** A change set of the caller's with one record, which puts it into the trash, or did. */
async function changeSet(
  caller: Member,
  { id, version }: Standing,
  state: "asked" | "done",
): Promise<string> {
  const set = await one<{ id: string }>(
    `INSERT INTO "ChangeSet" ("id", "action", "state", "madeById", "madeByName")
     VALUES (gen_random_uuid(), 'trash', $1, $2, 'A writer') RETURNING "id"`,
    state,
    caller.id,
  );
  await one(
    `INSERT INTO "ChangeItem" ("setId", "position", "entryId", "entryVersion", "stateBefore", "state", "versionAfter")
     VALUES ($1, 1, $2, $3, 'draft', $4, $5) RETURNING "position"`,
    ...[set.id, id, state === "asked" ? version : version - 1],
    ...(state === "asked" ? ["waiting", null] : ["done", version]),
  );
  return set.id;
}

/** A schedule in this state, of a record of its own. */
const forScheduled =
  (state: "waiting" | "refused"): Prepare =>
  async () => {
    const { standing } = await record();
    const schedule = await one<{ id: string }>(
      `INSERT INTO "ScheduledMove" ("id", "entryId", "move", "entryVersion", "dueAt", "tryAt", "zone", "state", "settledAt",
                                    "madeById", "madeByName")
       VALUES (gen_random_uuid(), $1, 'publish', $2, '2030-12-03', '2030-12-03', 'UTC', $3,
               CASE WHEN $3 = 'refused' THEN now() END, gen_random_uuid(), 'An editor') RETURNING "id"`,
      standing.id,
      standing.version,
      state,
    );
    const page = `/admin/sources/${standing.id}`;
    return {
      page,
      args: [blank, formOf({ id: schedule.id, version: "1", back: page })],
      marks: [schedule.id],
    };
  };

/** A view of a list, one's own or shared, of a person who does not call. */
const viewOfAnother =
  (isShared: boolean): Prepare =>
  async () => {
    const view = await one<{ id: string }>(
      `INSERT INTO "SavedView" ("id", "kind", "name", "query", "isShared", "ownerId", "ownerName")
       VALUES (gen_random_uuid(), 'visit', $1, '', $2, gen_random_uuid(), 'Another') RETURNING "id"`,
      `View ${uniqueWord()}`,
      isShared,
    );
    return account("/admin/views", { id: view.id, do: "remove" }, view.id);
  };

/** A record of its own that waits for review, submitted by an account. */
const forReview =
  (values: FormValues, madeBy: (caller: Member) => string = () => randomUUID()) =>
  async (caller: Member): Promise<Prepared> => {
    const { standing, word } = await record();
    const { id, version } = standing;
    const review = await one<{ id: string }>(
      `INSERT INTO "Review" ("id", "entryId", "entryVersion", "madeById", "madeByName")
       VALUES (gen_random_uuid(), $1, $2, $3, 'A writer') RETURNING "id"`,
      ...[id, version, madeBy(caller)],
    );
    const form = formOf({ id: review.id, version: "1", ...values, ...(values.kind && { entry: id }) });
    return { page: `/admin/sources/${id}`, args: [blank, form], marks: [word, id] };
  };

/** A comment on a record of its own, made by an account; `values` are sent with it. */
const forComment =
  (values: FormValues, madeBy: (caller: Member) => string = () => randomUUID()) =>
  async (caller: Member): Promise<Prepared> => {
    const { standing, word } = await record();
    const { id } = standing;
    const comment = await one<{ id: string }>(
      `INSERT INTO "Comment" ("id", "entryId", "text", "madeById", "madeByName")
       VALUES (gen_random_uuid(), $1, 'Said', $2, 'A reader') RETURNING "id"`,
      ...[id, madeBy(caller)],
    );
    const form = formOf({ entry: id, comment: comment.id, ...values });
    return { page: `/admin/sources/${id}`, args: [blank, form], marks: [word, id] };
  };

/** A reader's report on a record of its own; `values` are sent with it. */
const forReport =
  (values: FormValues): Prepare =>
  async () => {
    const { standing, word } = await record();
    const report = await one<{ id: string }>(
      `INSERT INTO "ErrorReport" ("id", "entryId", "text") VALUES (gen_random_uuid(), $1, 'Wrong') RETURNING "id"`,
      standing.id,
    );
    const form = formOf({ report: report.id, ...values });
    return { page: `/admin/sources/${standing.id}`, args: [blank, form], marks: [word, report.id] };
  };

/** A notice that an account has not read. */
async function unreadBy(userId: string): Promise<Prepared> {
  const { standing } = await record();
  const notice = await one<{ id: string }>(
    `INSERT INTO "DeskNotice" ("id", "userId", "entryId", "about", "byName")
     VALUES (gen_random_uuid(), $1, $2, 'comment', 'A reader') RETURNING "id"`,
    ...[userId, standing.id],
  );
  return { page: "/admin/notices", args: [formOf({ entry: standing.id })], marks: [notice.id] };
}

/** A draft event in a dossier that asks for reviews. */
async function reviewedDraft(): Promise<Prepared> {
  const [word, dossierId, cookie] = [uniqueWord(), await ownDossier(), await adminCookie()];
  await one(
    `INSERT INTO "ReviewSetting" ("dossierId", "asks", "setByName") VALUES ($1, true, 'An editor') RETURNING "asks"`,
    dossierId,
  );
  const { source } = await firstDossier();
  const values = { title: `Event ${word}`, date: "2014", type: "other", text: "Said", [firstSource]: source };
  const target = await writeRecord({ kind: "event", intent: "save", values, dossierId, cookie });
  const form = recordForm({ kind: "event", intent: "submit", values, target, dossierId });
  return { page: `/admin/history/${target.id}`, args: [null, formOf(form)], marks: [word, target.id] };
}

const account = (page: string, values: FormValues, ...marks: string[]): Prepared => ({
  page,
  args: [blank, formOf(values)],
  marks,
});

async function seen({ id }: Pick<Member, "id">): Promise<{ id: string; version: string }> {
  const { version } = await one<{ version: number }>(`SELECT "version" FROM "User" WHERE "id" = $1`, id);
  return { id, version: String(version) };
}

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

async function sessionOf(cookieHolder: Member): Promise<string> {
  const { id } = await one<{ id: string }>(
    `SELECT "id" FROM "Session" WHERE "userId" = $1 ORDER BY "createdAt" DESC LIMIT 1`,
    cookieHolder.id,
  );
  return id;
}

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

const hashOf = (token: string) => createHash("sha256").update(token).digest("base64url");

/** An invitation that was not answered, and the token of its link. */
async function invitation(): Promise<{ id: string; token: string; email: string }> {
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

type Cases = { [Action in keyof typeof actions]: Record<keyof (typeof actions)[Action], Prepare> };

/** Every case of the matrix. */
export const cases: Cases = {
  "app/admin/actions/write-record.ts#writeRecord": {
    "save a new record": newRecord("save"),
    "publish a new record": newRecord("publish"),
    "save a record": forRecord("save"),
    "submit a record for review": reviewedDraft,
    "save a record and go on to the next year": forRecord("save-and-next"),
    "save a published record": forRecord("save", "publish"),
    "publish a record": forRecord("publish"),
    "unpublish a record": forRecord("unpublish", "publish"),
    "trash a draft": forRecord("trash"),
    "trash a published record": forRecord("trash", "publish"),
    "take a record out of the trash": forRecord("untrash", "trash"),
  },
  "app/admin/actions/paste-table.ts#pasteTable": {
    "save a pasted table as drafts": pastedSource("draft"),
    "publish a pasted table": pastedSource("publish"),
  },
  "app/admin/actions/make-source.ts#makeSource": {
    "make a source": async () => {
      const word = uniqueWord();
      const source = { title: `Gazette ${word}`, publisher: "", date: "", address: "" };
      return { page: "/admin/visits/new", args: [source], marks: [word] };
    },
  },
  "app/admin/actions/make-person.ts#makePerson": {
    "make a person": async () => {
      const word = uniqueWord();
      const person = { name: `Ann ${word}`, otherName: "", wikidata: "", country: "" };
      return { page: "/admin/visits/new", args: [person], marks: [word] };
    },
  },
  "app/admin/actions/link-names.ts#linkPlainNames": {
    "link the records that say a person's name": async () => {
      const word = uniqueWord();
      const cookie = await adminCookie();
      const visitor = `Ann ${word}`;
      const { dossierId } = await firstDossier();
      const visit = { from: "MX", to: "KZ", visitor };
      const made = await writeRecord({ kind: "visit", intent: "save", values: visit, dossierId, cookie });
      const values = { name: visitor, country: "MX" };
      const person = await writeRecord({ kind: "person", intent: "save", values, cookie });
      const form = formOf({ person: person.id });
      return { page: `/admin/persons/${person.id}`, args: [null, form], marks: [made.id] };
    },
  },
  "app/admin/actions/preview-typed.tsx#previewTyped": {
    "preview what is typed": async () => {
      const { standing, values, word } = await record("save");
      const form = recordForm({ kind: "source", intent: "save", values, target: standing });
      return { page: `/admin/sources/${standing.id}`, args: [formOf(form)], marks: [word, standing.id] };
    },
  },
  "app/admin/actions/change-address.ts#changeAddress": {
    "change a record's address": async () => {
      const { standing, word } = await record("publish");
      const { id, version } = standing;
      const form = formOf({
        kind: "source",
        id,
        version: String(version),
        slug: `elsewhere-${word.toLowerCase()}`,
      });
      return { page: `/admin/sources/${id}/address`, args: [null, form], marks: [word, id] };
    },
  },
  "app/admin/actions/mark-verified.ts#markVerified": {
    "mark a record as checked": async () => {
      const { standing, word } = await record("publish");
      const { id, version } = standing;
      const form = formOf({ kind: "source", id, version: String(version) });
      return { page: `/admin/sources/${id}`, args: [null, form], marks: [word, id] };
    },
  },
  "app/admin/actions/bulk.ts#askBulk": {
    "put a change of many records together": forMany("trash"),
    "put a publication of many records together": forMany("publish"),
  },
  "app/admin/actions/bulk.ts#runBulk": {
    "do a change of many records": async (caller) => {
      const { standing } = await record();
      const id = await changeSet(caller, standing, "asked");
      const page = `/admin/bulk/${id}`;
      return { page, args: [formOf({ id, version: "1" })], marks: [id, standing.id] };
    },
  },
  "app/admin/actions/bulk.ts#undoBulk": {
    "take a change of many records back": async (caller) => {
      const { standing } = await record("trash");
      const id = await changeSet(caller, standing, "done");
      return { page: `/admin/bulk/${id}`, args: [formOf({ id })], marks: [id, standing.id] };
    },
  },
  "app/admin/actions/schedule.ts#scheduleRecord": {
    "schedule a record": async () => {
      const { standing, word } = await record();
      const { id, version } = standing;
      const at = { day: "2030-12-03", time: "09:00", zone: "Asia/Almaty" };
      const asked = { move: "publish", ...at, confirmed: "", replaces: "" };
      const form = formOf({ kind: "source", id, version: String(version), ...asked });
      return { page: `/admin/sources/${id}/schedule`, args: [null, form], marks: [word, id] };
    },
  },
  "app/admin/actions/schedule.ts#cancelSchedule": { "call a schedule off": forScheduled("waiting") },
  "app/admin/actions/schedule.ts#noteSchedule": {
    "take note of what came of a schedule": forScheduled("refused"),
  },
  "app/admin/actions/review.ts#acceptSubmitted": {
    "accept what was submitted": forReview({ kind: "source", changeNote: "", confirmed: "" }),
  },
  "app/admin/actions/review.ts#returnSubmitted": {
    "return what was submitted": forReview({ answer: "Which issue?" }),
  },
  "app/admin/actions/review.ts#withdrawSubmitted": {
    "take back what one has submitted": forReview({}, ({ id }) => id),
    "take back what another has submitted": forReview({}),
  },
  "app/admin/actions/review.ts#askForReviews": {
    "have a dossier ask for reviews": async () => {
      const id = await ownDossier();
      return account(`/admin/dossiers/${id}/home`, { dossier: id, version: "0", asks: "yes" }, id);
    },
  },
  "app/admin/actions/comments.ts#sayComment": {
    "comment on a record": async () => {
      const { standing, word } = await record();
      const form = formOf({ entry: standing.id, path: "title", text: "Which issue?" });
      return { page: `/admin/sources/${standing.id}`, args: [blank, form], marks: [word, standing.id] };
    },
  },
  "app/admin/actions/comments.ts#replyToComment": { "reply to a comment": forComment({ text: "The third" }) },
  "app/admin/actions/comments.ts#settleCommentOf": {
    "settle another person's comment": forComment({ to: "settled" }),
    "settle one's own comment": forComment({ to: "settled" }, ({ id }) => id),
  },
  "app/admin/actions/reports.ts#answerReportOf": {
    "answer a reader's report": forReport({ answer: "Mended" }),
  },
  "app/admin/actions/reports.ts#settleReportOf": { "settle a reader's report": forReport({ to: "settled" }) },
  "app/admin/actions/reports.ts#sayRecordUnderReview": {
    "say on a record's page that it is under review": async () => {
      const { standing, word } = await record("publish");
      const form = formOf({ entry: standing.id, says: "yes" });
      return { page: `/admin/sources/${standing.id}`, args: [blank, form], marks: [word, standing.id] };
    },
  },
  "app/admin/notices/actions.ts#readNotices": {
    "note that one has read one's notices": ({ id }) => unreadBy(id),
    "note that another has read theirs": async () => unreadBy((await hire("viewer")).id),
  },
  "app/admin/actions/restore-revision.ts#restoreRevision": {
    "restore an earlier version": async () => {
      const { standing, word } = await record("save");
      const { id, version } = standing;
      const first = await one<{ id: string }>(
        `SELECT "id" FROM "Revision" WHERE "entryId" = $1 AND "version" = 1`,
        id,
      );
      const form = formOf({ kind: "source", id, version: String(version), revision: first.id, what: "all" });
      return { page: `/admin/sources/${id}/revisions/${first.id}`, args: [null, form], marks: [word, id] };
    },
  },
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
    "sign out": async ({ id }) => ({ page: "/admin", args: [], marks: [id] }),
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
  "app/admin/calendar/actions.ts#makeAddress": {
    "make a private address of a calendar": async () => {
      const id = await ownDossier();
      return account("/admin/calendar", { dossier: id }, id);
    },
  },
  "app/admin/calendar/actions.ts#revokeAddress": {
    "revoke a private address of a calendar": async () => {
      const dossier = await ownDossier();
      const call = { site: site(), page: "/admin/calendar", cookie: await adminCookie() };
      const args = [blank, formOf({ dossier })];
      await callAction({ ...call, action: "app/admin/calendar/actions.ts#makeAddress", args });
      const { id } = await one<{ id: string }>(
        `SELECT "id" FROM "CalendarLink" WHERE "dossierId" = $1`,
        dossier,
      );
      return account("/admin/calendar", { id }, id);
    },
  },
  "app/admin/addresses/actions.ts#markAddresses": {
    "say that an address does not answer": async () => {
      const word = uniqueWord();
      const address = `https://example.org/${word}`;
      const values = { title: `Gazette ${word}`, address };
      const { id } = await writeRecord({
        kind: "source",
        intent: "save",
        values,
        cookie: await adminCookie(),
      });
      const form = formOf({ row: `${id} ${address}`, answers: "no" });
      return { page: "/admin/addresses", args: [form], marks: [id] };
    },
  },
  "app/admin/templates/actions.ts#keepAsTemplate": {
    "keep a record as a template": async () => {
      const { standing, word } = await record();
      const typed = { kind: "source", id: standing.id, name: `Template ${word}`, holds: "all", for: "all" };
      return account(`/admin/sources/${standing.id}`, typed, word);
    },
  },
  "app/admin/templates/actions.ts#changeKeptTemplate": {
    "remove a template": async () => {
      const template = await one<{ id: string }>(
        `INSERT INTO "RecordTemplate" ("id", "kind", "name", "values", "madeByName")
         VALUES (gen_random_uuid(), 'source', $1, '{}', 'Another') RETURNING "id"`,
        `Template ${uniqueWord()}`,
      );
      return account("/admin/templates", { id: template.id, do: "remove" }, template.id);
    },
  },
  "app/admin/views/actions.ts#keepListView": {
    "keep a list for oneself": async () => {
      const word = uniqueWord();
      const typed = { kind: "visit", query: "state=draft", name: `View ${word}`, for: "own" };
      return account("/admin/visits", typed, word);
    },
    "keep a list for all": async () => {
      const word = uniqueWord();
      const typed = { kind: "visit", query: "state=draft", name: `View ${word}`, for: "all" };
      return account("/admin/visits", typed, word);
    },
  },
  "app/admin/views/actions.ts#changeListView": {
    "remove a shared view": viewOfAnother(true),
    "remove another person's view": viewOfAnother(false),
  },
  "app/admin/subjects/actions.ts#addToSubjects": {
    "add a subject": async () => {
      const word = uniqueWord();
      return account("/admin/subjects", { name: `Subject ${word}` }, word);
    },
  },
  "app/admin/subjects/actions.ts#nameSubject": {
    "rename a subject": async () => {
      const word = uniqueWord();
      return account("/admin/subjects", { key: "space", name: `Space ${word}` }, word);
    },
  },
  "app/admin/settings/countries/actions.ts#setCountryName": {
    "name a country": async () => {
      const word = uniqueWord();
      // No story is about this country; admins alone may name it, and do once.
      const typed = { code: "AQ", locale: "en", version: "0", name: `Land ${word}`, inText: "" };
      return account("/admin/settings/countries", typed, word);
    },
  },
  "app/admin/settings/versions/actions.ts#keepVersions": {
    "say how long versions are kept": async () => {
      const { version } = await one<{ version: number }>(
        `SELECT coalesce((SELECT "version" FROM "RetentionRule"), 0) AS "version"`,
      );
      // No story has a version of a century ago.
      const values = { version: String(version), years: "100", last: "10000" };
      return account("/admin/settings/versions", values, "retention.set");
    },
  },
  "app/admin/people/invitation-actions.ts#invitePerson": {
    "invite a person": async () => {
      const word = uniqueWord();
      const values = { email: `${word}@example.org`, name: "Somebody", role: "admin" };
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
};
