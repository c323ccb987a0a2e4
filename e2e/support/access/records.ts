/** How to ask for writes of records: saving, publishing, tables, many at once, schedules, earlier versions. */
import { firstSource } from "@/tests/support/rows";
import type { Intent } from "@/components/desk/form/answer";
import { formOf } from "../call-action";
import { adminCookie, firstDossier, type Member } from "../crew";
import { uniqueWord } from "../members";
import { recordForm, type Standing, writeRecord } from "../records";
import { one } from "../traces";
import { blank, type Cases, ownDossier, type Prepare, type Prepared, record } from "./prepare";

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

/** The cases of writes of records: saving, publishing, tables, many at once, schedules, earlier versions. */
export const recordCases = {
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
  "app/admin/actions/set-in-bulk.ts#setInBulk": {
    "set a field of many records": async (caller) => {
      const { standing } = await record();
      const id = await changeSet(caller, standing, "asked");
      const form = formOf({ id, version: "1", field: "title", value: "Another title" });
      return { page: `/admin/bulk/${id}`, args: [null, form], marks: [id, standing.id] };
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
} satisfies Partial<Cases>;
