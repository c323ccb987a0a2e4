/** How to ask for what the desk keeps beside records: views, templates, calendars, subjects, settings. */
import { callAction, formOf } from "../call-action";
import { adminCookie, site } from "../crew";
import { uniqueWord } from "../members";
import { writeRecord } from "../records";
import { one } from "../traces";
import { account, blank, type Cases, ownDossier, type Prepare, record } from "./prepare";

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

/** The cases of what the desk keeps beside records: views, templates, calendars, subjects, settings. */
export const keepingCases = {
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
  "app/admin/settings/about/actions.ts#writeAbout": {
    "write a part of the page about the site": async () => {
      const word = uniqueWord();
      // No story reads this part; admins alone may write it, and do once.
      const typed = { part: "dates", locale: "en", version: "0", text: `Dates as known. ${word}` };
      return account("/admin/settings/about", typed, word);
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
} satisfies Partial<Cases>;
