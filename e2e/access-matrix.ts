/**
 * Who may what, written down: every address and every server action of the build, for every role. e2e/access.spec.ts
 * calls them all and compares; what the build has and this table lacks, or the other way round, fails there.
 */

/**
 * The columns of the table, in order. Anonymous is a caller who is not signed in, or whose account was closed; limited an editor who
 * is limited to the first dossier. What other dossiers hold, `e2e/support/access` asks for by `{dossier}` and `{event}`.
 */
export const actors = ["anonymous", "viewer", "author", "editor", "admin", "limited"] as const;
export type ActorName = (typeof actors)[number];
export type Row<T> = Record<ActorName, T>;

function row<T>(anonymous: T, viewer: T, author: T, editor: T, admin: T, limited: T = editor): Row<T> {
  return { anonymous, viewer, author, editor, admin, limited };
}

function all<T>(answer: T): Row<T> {
  return row(answer, answer, answer, answer, answer);
}

/** A status, or the path that a redirect leads to. */
export type RouteAnswer = number | `/${string}`;

const signIn = "/admin/sign-in";
const read = row<RouteAnswer>(signIn, 200, 200, 200, 200);
const write = row<RouteAnswer>(signIn, 403, 200, 200, 200);
const manage = row<RouteAnswer>(signIn, 403, 403, 403, 200);
const open = all<RouteAnswer>(200);
const absent = all<RouteAnswer>(404);
/** Of another dossier than that to which one is limited. */
const elsewhere = row<RouteAnswer>(signIn, 200, 200, 200, 200, 404);
const editElsewhere = row<RouteAnswer>(signIn, 403, 403, 200, 200, 404);

const pair = "/kazakhstan-mexico";

/**
 * Addresses, under the route that answers them. `{draft}` stands for a record's id, `{revision}` for its first
 * version's and `{person}` for an account's.
 */
export const routes: Record<string, Record<string, Row<RouteAnswer>>> = {
  "/[locale]": { "/": open, "/en": all("/"), "/xx": absent },
  "/[locale]/search": { "/search": open, "/search?q=idrissov": open, "/en/search": absent },
  "/[locale]/[dossier]": {
    [pair]: open,
    [`${pair}?on=2015-01-01`]: open,
    [`${pair}?on=2015-02-30`]: all(pair),
    "/mexico-kazakhstan": all(pair),
    [`/en${pair}`]: absent,
  },
  "/[locale]/calendar": { "/calendar": open, "/calendar?month=2027-01": open },
  "/[locale]/[dossier]/calendar": {
    [`${pair}/calendar`]: open,
    [`${pair}/calendar?year=2017`]: open,
    "/no-such-pair/calendar": absent,
    "/mexico-kazakhstan/calendar": all(`${pair}/calendar`),
  },
  "/[locale]/[dossier]/reciprocity": {
    [`${pair}/reciprocity`]: open,
    "/no-such-pair/reciprocity": absent,
    "/mexico-kazakhstan/reciprocity": all(`${pair}/reciprocity`),
  },
  "/[locale]/[dossier]/history": { [`${pair}/history`]: open },
  "/[locale]/[dossier]/[part]": {
    [`${pair}/visits`]: open,
    [`${pair}/agreements`]: open,
    [`${pair}/missions`]: open,
    [`${pair}/products`]: absent,
  },
  "/[locale]/[dossier]/[part]/[slug]": {
    [`${pair}/history/1992-diplomatic-relations-established`]: open,
    [`${pair}/history/{draft}`]: absent,
    [`${pair}/visits/2014-erlan-idrissov`]: open,
    [`${pair}/agreements/joint-statement`]: open,
    [`${pair}/missions/kazakhstan-embassy-mexico-city`]: open,
    [`${pair}/missions/2014-erlan-idrissov`]: absent,
  },
  "/[locale]/[dossier]/trade": { [`${pair}/trade`]: open },
  "/[locale]/[dossier]/trade/[year]": { [`${pair}/trade/2018`]: open, [`${pair}/trade/1801`]: absent },
  "/[locale]/about": { "/about": open, "/en/about": absent },
  "/[locale]/countries/[code]": { "/countries/kz": open, "/countries/zz": absent, "/countries": absent },
  "/[locale]/changes": { "/changes": open, "/en/changes": absent },
  "/[locale]/[dossier]/changes": { [`${pair}/changes`]: open, "/no-such-pair/changes": absent },
  "/[locale]/[dossier]/changes/[record]": {
    [`${pair}/changes/{draft}`]: absent,
    [`${pair}/changes/{revision}`]: absent,
    [`${pair}/changes/{draft}?version=1`]: absent,
  },
  "/[locale]/report/[id]": { "/report/{draft}": absent, "/report/not-an-id": absent, "/report": absent },
  "/[locale]/report/[id]/sent": { "/report/{draft}/sent": absent, "/report/{draft}/other": absent },
  // Answers to the form's own address alone.
  "/api/reports/[id]": { "/api/reports/{draft}": absent },
  "/[locale]/people": { "/people": open, "/en/people": absent },
  "/[locale]/people/[slug]": { "/people/no-such-person": absent, "/en/people/no-such-person": absent },
  "/[locale]/[dossier]/sources": { [`${pair}/sources`]: open },
  "/[locale]/[dossier]/sources/[slug]": {
    [`${pair}/sources/kazakhstan-mexico-relations`]: open,
    [`${pair}/sources/{draft}`]: absent,
  },
  "/_not-found": { "/_not-found": absent },
  "/_global-error": { "/_global-error": absent },
  "/icon.svg": { "/icon.svg": open },
  "/favicon.ico": { "/favicon.ico": open },
  "/apple-icon.png": { "/apple-icon.png": open },
  "/robots.txt": { "/robots.txt": open },
  // Files answer at the address of their page, and nowhere else.
  "/api/files/feed": { "/feed.atom": open, "/api/files/feed": absent },
  "/api/files/sitemap": { "/sitemap.xml": open, "/api/files/sitemap": absent },
  "/api/files/people/[format]": {
    "/people.csv": open,
    "/people.spreadsheet.csv": open,
    "/people.xlsx": open,
    "/people.json": open,
    "/people.csv-metadata.json": open,
    "/api/files/people/csv": absent,
  },
  "/api/files/sitemap/dossiers": { "/sitemap-dossiers.xml": open, "/api/files/sitemap/dossiers": absent },
  "/api/files/sitemap/people": { "/sitemap-people.xml": open, "/api/files/sitemap/people": absent },
  "/api/files/cite/[format]/[[...path]]": {
    "/cite.bib": open,
    "/people/cite.ris": open,
    "/countries/kz/cite.json": open,
    [`${pair}/changes/cite.bib`]: open,
    [`${pair}/cite.bib`]: open,
    [`${pair}/visits/2014-erlan-idrissov/cite.json`]: open,
    [`${pair}/history/{draft}/cite.ris`]: absent,
    [`/api/files/cite/bib${pair}`]: absent,
  },
  "/api/files/[dossier]/sitemap/[part]": {
    [`${pair}/sitemap.xml`]: open,
    [`${pair}/sitemap-2.xml`]: absent,
    [`/api/files${pair}/sitemap/1`]: absent,
  },
  "/api/files/calendar": { "/calendar.ics": open, "/api/files/calendar": absent },
  "/api/files/[dossier]/calendar": {
    [`${pair}/calendar.ics`]: open,
    [`/api/files${pair}/calendar`]: absent,
  },
  "/api/files/share/[...of]": {
    "/share.png": open,
    "/share-people.png": open,
    "/countries/kz/share.png": open,
    "/countries/fj/share.png": absent,
    "/api/files/share/site": absent,
  },
  "/api/files/[dossier]/share/[[...list]]": {
    [`${pair}/share.png`]: open,
    [`${pair}/share-visits.png`]: open,
    [`${pair}/share-nothing.png`]: absent,
    "/no-such-pair/share.png": absent,
    [`/api/files${pair}/share`]: absent,
  },
  "/api/files/[dossier]/feed": {
    [`${pair}/feed.atom`]: open,
    [`/api/files${pair}/feed`]: absent,
  },
  "/api/files/[dossier]/[list]/[format]": {
    [`${pair}/visits.csv`]: open,
    [`${pair}/visits.spreadsheet.csv`]: open,
    [`${pair}/visits.xlsx`]: open,
    [`${pair}/visits.json`]: open,
    [`${pair}/visits.csv-metadata.json`]: open,
    [`/api/files${pair}/visits/csv`]: absent,
  },

  "/admin": { "/admin": read },
  "/admin/sign-in": {
    "/admin/sign-in": row<RouteAnswer>(200, "/admin", "/admin", "/admin", "/admin"),
  },
  "/admin/sign-in/password": {
    "/admin/sign-in/password": row<RouteAnswer>(signIn, "/admin", "/admin", "/admin", "/admin"),
  },
  "/admin/sign-in/code": {
    "/admin/sign-in/code": row<RouteAnswer>(signIn, "/admin", "/admin", "/admin", "/admin"),
  },
  "/admin/sign-in/two-steps": {
    "/admin/sign-in/two-steps": row<RouteAnswer>(signIn, "/admin", "/admin", "/admin", "/admin"),
  },
  "/admin/sign-in/forgotten": { "/admin/sign-in/forgotten": open },
  "/admin/sign-in/invitation": { "/admin/sign-in/invitation": open },
  "/admin/sign-in/reset": { "/admin/sign-in/reset": open, "/admin/sign-in/reset?token=guessed": open },
  "/admin/setup": { "/admin/setup": open, "/admin/setup?token=guessed": open },
  "/admin/absent": { "/admin/absent": absent },
  "/admin/account": { "/admin/account": read },
  "/admin/account/data": { "/admin/account/data": read },
  "/admin/account/two-steps": { "/admin/account/two-steps": read },
  "/admin/search": { "/admin/search": read, "/admin/search?q=idrissov": read },
  "/admin/search/found": { "/admin/search/found?q=a": row<RouteAnswer>(401, 200, 200, 200, 200) },
  "/admin/reviews": { "/admin/reviews": read },
  "/admin/notices": { "/admin/notices": read },
  "/admin/reports": { "/admin/reports": row<RouteAnswer>(signIn, 403, 403, 200, 200) },
  "/admin/calendar": { "/admin/calendar": read },
  "/admin/calendar/[file]": { "/admin/calendar/guessed.ics": absent },
  "/admin/shortcuts": { "/admin/shortcuts": read },
  "/admin/addresses": { "/admin/addresses": read, "/admin/addresses?noted=x": read },
  "/admin/views": { "/admin/views": read },
  "/admin/templates": { "/admin/templates": row<RouteAnswer>(signIn, 403, 403, 200, 200) },
  "/admin/subjects": { "/admin/subjects": row<RouteAnswer>(signIn, 403, 403, 200, 200, 403) },
  "/admin/settings/about": { "/admin/settings/about": manage },
  "/admin/settings/countries": { "/admin/settings/countries": manage },
  "/admin/settings/versions": { "/admin/settings/versions": manage },
  "/admin/audit": { "/admin/audit": manage, "/admin/audit?action=save&from=2026-01-01": manage },
  "/admin/audit/[file]": {
    "/admin/audit/events.csv": manage,
    "/admin/audit/events.jsonl?by=nonsense": manage,
    "/admin/audit/events.xml": row<RouteAnswer>(signIn, 403, 403, 403, 404),
  },
  "/admin/people": { "/admin/people": manage },
  "/admin/people/[id]": { "/admin/people/{person}": manage },
  "/admin/bulk/[id]": {
    "/admin/bulk/not-an-id": row<RouteAnswer>(signIn, 404, 404, 404, 404),
  },
  // A file comes by POST alone.
  "/admin/files": { "/admin/files": all(405) },
  "/admin/files/new": { "/admin/files/new": write },
  "/admin/files/[id]": { "/admin/files/not-a-file": row<RouteAnswer>(signIn, 404, 404, 404, 404) },
  "/admin/[list]": { "/admin/sources": read, "/admin/no-such-list": absent },
  "/admin/[list]/new": {
    "/admin/sources/new": write,
    "/admin/dossiers/new": row<RouteAnswer>(signIn, 403, 200, 200, 200, 403),
  },
  "/admin/[list]/paste": {
    "/admin/sources/paste": write,
    "/admin/dossiers/paste": row<RouteAnswer>(signIn, 403, 200, 200, 200, 403),
  },
  // What no form of ours sends is refused before it is looked at, to those who may ask at all.
  "/admin/[list]/doubts": { "/admin/sources/doubts": row<RouteAnswer>(405, 405, 405, 405, 405) },
  "/admin/[list]/autosave": { "/admin/sources/autosave": row<RouteAnswer>(405, 405, 405, 405, 405) },
  "/admin/[list]/presence": { "/admin/sources/presence": row<RouteAnswer>(405, 405, 405, 405, 405) },
  "/admin/[list]/choices": { "/admin/sources/choices?q=a": row<RouteAnswer>(401, 200, 200, 200, 200) },
  "/admin/[list]/[id]": {
    "/admin/sources/{draft}": read,
    "/admin/dossiers/{dossier}": elsewhere,
    "/admin/history/{event}": elsewhere,
    "/admin/sources/not-an-id": row<RouteAnswer>(signIn, 404, 404, 404, 404),
    "/admin/visits/{draft}": row<RouteAnswer>(signIn, 404, 404, 404, 404),
  },
  "/admin/[list]/[id]/address": {
    "/admin/sources/{draft}/address": row<RouteAnswer>(signIn, 403, 403, 404, 404),
  },
  "/admin/[list]/[id]/schedule": {
    "/admin/sources/{draft}/schedule": row<RouteAnswer>(signIn, 403, 403, 200, 200),
    "/admin/history/{event}/schedule": editElsewhere,
  },
  "/admin/[list]/[id]/home": {
    "/admin/sources/{draft}/home": row<RouteAnswer>(signIn, 404, 404, 404, 404),
    "/admin/dossiers/{dossier}/home": elsewhere,
  },
  "/admin/[list]/[id]/history": {
    "/admin/sources/{draft}/history": read,
    "/admin/history/{event}/history": elsewhere,
  },
  "/admin/[list]/[id]/referrers": {
    "/admin/sources/{draft}/referrers": read,
    "/admin/dossiers/{dossier}/referrers": elsewhere,
  },
  "/admin/[list]/[id]/preview": {
    "/admin/sources/{draft}/preview": read,
    "/admin/history/{event}/preview": elsewhere,
  },
  "/admin/[list]/[id]/revisions/[revision]": {
    "/admin/sources/{draft}/revisions/{revision}": read,
    "/admin/history/{event}/revisions/{eventRevision}": elsewhere,
  },

  "/api/auth/[...nextauth]": {
    "/api/auth/session": open,
    "/api/auth/providers": open,
    "/api/auth/csrf": open,
    "/api/auth/signin": all(signIn),
    "/api/auth/signout": all("/admin/account"),
  },
  // It takes what is sent alone.
  "/api/auth/passkey": { "/api/auth/passkey": all(405) },
  // Without a provider there is nowhere to go on to.
  "/api/auth/sign-on": { "/api/auth/sign-on": all(signIn) },
};

/**
 * What becomes of a call. `done`: what was asked for is there. All else leaves the database as it was: `sign-in`
 * leads to the sign-in page, `signed out` says so in the answer and keeps what was typed, `forbidden` says that the
 * caller may not, `refused` that no one may as things stand, and `nothing` is an answer without an effect.
 */
export type CallAnswer = "done" | "sign-in" | "signed out" | "forbidden" | "refused" | "nothing";

const writes = row<CallAnswer>("signed out", "forbidden", "done", "done", "done");
const publishes = row<CallAnswer>("signed out", "forbidden", "forbidden", "done", "done");
const manages = row<CallAnswer>("signed out", "forbidden", "forbidden", "forbidden", "done");
const edits = row<CallAnswer>("signed out", "forbidden", "forbidden", "done", "done");
const asWriters = row<CallAnswer>("signed out", "forbidden", "done", "done", "done");
const owns = row<CallAnswer>("signed out", "done", "done", "done", "done");
/** What is no form that holds anything: a visitor is led to the sign-in page. */
const ownsOrSignsIn = row<CallAnswer>("sign-in", "done", "done", "done", "done");
/** What all dossiers share, for who is limited to none. */
const forAll = row<CallAnswer>("signed out", "forbidden", "forbidden", "done", "done", "forbidden");

/** A session with something left to do before it stands for its holder. */
interface Unfinished {
  page: RouteAnswer;
  routes: Record<string, RouteAnswer>;
  actions: Record<string, CallAnswer>;
}

const firstPassword = "set the first password of one's own";
const code = "give the code of the second step";
const offerOfUse = "be offered to use one of one's own passkeys";
const wrongPasskey = "give a passkey that is none as the second step";

const unfinished = (step: string, action: string, more: Record<string, CallAnswer> = {}): Unfinished => {
  const page = `/admin/sign-in/${step}` as const;
  // The pages and actions of the other steps lead to the desk, which leads to this one.
  const others = ["password", "code", "two-steps"].map((one) => [`/admin/sign-in/${one}`, "/admin"] as const);
  return {
    page,
    routes: { ...Object.fromEntries(others), "/admin/sign-in": page, [page]: 200 },
    actions: {
      ...{ "sign out": "done", [firstPassword]: "nothing", [code]: "nothing", [wrongPasskey]: "nothing" },
      ...{ [action]: "done", ...more },
    },
  };
};

/**
 * Who signed in with a password that an admin made, or has not given the code of the second step yet, is answered as
 * anonymous, by the way to what is left to do, but for these.
 */
export const unfinishedSessions = {
  new: unfinished("password", firstPassword),
  half: unfinished("code", code, { [offerOfUse]: "nothing", [wrongPasskey]: "refused" }),
};

/** Server actions, by what is asked of them. e2e/support/access has how to ask for each. */
export const actions = {
  "app/admin/actions/write-record.ts#writeRecord": {
    "save a new record": writes,
    "publish a new record": publishes,
    "save a record": writes,
    "save a record and go on to the next year": writes,
    // Of another dossier than that to which the limited are, as in what follows of dossiers.
    "submit a record for review": row<CallAnswer>(
      "signed out",
      "forbidden",
      "done",
      "done",
      "done",
      "refused",
    ),
    "save a published record": writes,
    "publish a record": publishes,
    "unpublish a record": publishes,
    "trash a draft": writes,
    "trash a published record": publishes,
    "take a record out of the trash": writes,
  },
  "app/admin/actions/paste-table.ts#pasteTable": {
    "save a pasted table as drafts": writes,
    "publish a pasted table": publishes,
  },
  "app/admin/actions/make-source.ts#makeSource": { "make a source": writes },
  "app/admin/actions/make-person.ts#makePerson": { "make a person": writes },
  "app/admin/actions/link-names.ts#linkPlainNames": {
    "link the records that say a person's name": row<CallAnswer>(
      "signed out",
      "forbidden",
      "done",
      "done",
      "done",
    ),
  },
  // Nothing is written.
  "app/admin/actions/preview-typed.tsx#previewTyped": {
    "preview what is typed": row<CallAnswer>("signed out", "forbidden", "nothing", "nothing", "nothing"),
  },
  "app/admin/actions/change-address.ts#changeAddress": { "change a record's address": edits },
  "app/admin/actions/mark-verified.ts#markVerified": { "mark a record as checked": edits },
  "app/admin/actions/bulk.ts#askBulk": {
    "put a change of many records together": asWriters,
    "put a publication of many records together": edits,
  },
  "app/admin/actions/bulk.ts#runBulk": { "do a change of many records": asWriters },
  "app/admin/actions/set-in-bulk.ts#setInBulk": { "set a field of many records": asWriters },
  "app/admin/actions/bulk.ts#undoBulk": { "take a change of many records back": asWriters },
  "app/admin/actions/schedule.ts#scheduleRecord": { "schedule a record": edits },
  "app/admin/actions/schedule.ts#cancelSchedule": { "call a schedule off": edits },
  "app/admin/actions/schedule.ts#noteSchedule": { "take note of what came of a schedule": edits },
  "app/admin/actions/review.ts#acceptSubmitted": { "accept what was submitted": edits },
  "app/admin/actions/review.ts#returnSubmitted": { "return what was submitted": edits },
  "app/admin/actions/review.ts#withdrawSubmitted": {
    "take back what one has submitted": asWriters,
    "take back what another has submitted": row<CallAnswer>(
      "signed out",
      "forbidden",
      "refused",
      "done",
      "done",
    ),
  },
  "app/admin/actions/review.ts#askForReviews": {
    "have a dossier ask for reviews": row<CallAnswer>(
      "signed out",
      "forbidden",
      "forbidden",
      "done",
      "done",
      "refused",
    ),
  },
  "app/admin/actions/comments.ts#sayComment": { "comment on a record": owns },
  "app/admin/actions/comments.ts#replyToComment": { "reply to a comment": owns },
  "app/admin/actions/comments.ts#settleCommentOf": {
    "settle another person's comment": row<CallAnswer>("signed out", "refused", "done", "done", "done"),
    "settle one's own comment": owns,
  },
  "app/admin/actions/reports.ts#answerReportOf": { "answer a reader's report": edits },
  "app/admin/actions/reports.ts#settleReportOf": { "settle a reader's report": edits },
  "app/admin/actions/reports.ts#sayRecordUnderReview": {
    "say on a record's page that it is under review": edits,
  },
  "app/admin/notices/actions.ts#readNotices": {
    "note that one has read one's notices": owns,
    "note that another has read theirs": row<CallAnswer>(
      "signed out",
      "nothing",
      "nothing",
      "nothing",
      "nothing",
    ),
  },
  "app/admin/actions/restore-revision.ts#restoreRevision": {
    "restore an earlier version": row<CallAnswer>("signed out", "forbidden", "done", "done", "done"),
  },
  "app/admin/sign-in/actions.ts#signInByForm": {
    "sign in": all<CallAnswer>("done"),
    "sign in with a wrong password": all<CallAnswer>("refused"),
    "sign in to a closed account": all<CallAnswer>("refused"),
  },
  "app/admin/sign-in/password/actions.ts#setOwnPassword": {
    "set the first password of one's own": row<CallAnswer>(
      "sign-in",
      "nothing",
      "nothing",
      "nothing",
      "nothing",
    ),
  },
  "app/admin/sign-in/code/actions.ts#giveCode": {
    "give the code of the second step": row<CallAnswer>(
      "sign-in",
      "nothing",
      "nothing",
      "nothing",
      "nothing",
    ),
  },
  // Where no mail is sent, as here, it is refused to all alike.
  "app/admin/sign-in/code/actions.ts#givePasskey": {
    [wrongPasskey]: row<CallAnswer>("sign-in", "nothing", "nothing", "nothing", "nothing"),
  },
  "app/admin/sign-in/passkey-actions.ts#signInWithPasskey": {
    "sign in with a passkey that is none": all<CallAnswer>("refused"),
  },
  // A challenge, which is no one's yet.
  "app/admin/account/passkeys/offers.ts#offerPasskeySignIn": {
    "be offered to sign in with a passkey": all<CallAnswer>("nothing"),
  },
  "app/admin/account/passkeys/offers.ts#offerOwnPasskey": {
    [offerOfUse]: row<CallAnswer>("sign-in", "nothing", "nothing", "nothing", "nothing"),
  },
  "app/admin/account/passkeys/offers.ts#offerNewPasskey": { "be offered to make a passkey": ownsOrSignsIn },
  "app/admin/account/passkeys/actions.ts#addOwnPasskey": {
    "add a passkey that is none": row<CallAnswer>("signed out", "refused", "refused", "refused", "refused"),
  },
  "app/admin/account/passkeys/actions.ts#renameOwnPasskey": {
    "rename one's own passkey": owns,
    "rename another person's passkey": row<CallAnswer>(
      ...(["signed out", "nothing", "nothing", "nothing", "nothing"] as const),
    ),
  },
  "app/admin/account/passkeys/actions.ts#removeOwnPasskey": {
    "remove one's own passkey": owns,
    "remove another person's passkey": row<CallAnswer>(
      ...(["signed out", "refused", "refused", "refused", "refused"] as const),
    ),
  },
  // Of accounts without a second step, for which they could stand.
  "app/admin/account/recovery-codes/actions.ts#makeCodes": {
    "make recovery codes for no second step": row<CallAnswer>(
      ...(["signed out", "refused", "refused", "refused", "refused"] as const),
    ),
  },
  "app/admin/account/confirm-actions.ts#sayAgainByPasskey": {
    "prove who one is by a passkey that is none": row<CallAnswer>(
      ...(["signed out", "refused", "refused", "refused", "refused"] as const),
    ),
  },
  "app/admin/sign-in/forgotten/actions.ts#askForLink": {
    "ask for a link for another password": all<CallAnswer>("refused"),
  },
  "app/admin/sign-in/invitation/actions.ts#acceptInvitation": {
    "make the account that a link invites to": all<CallAnswer>("done"),
    "make an account by a guessed link": all<CallAnswer>("refused"),
  },
  "app/admin/sign-in/reset/actions.ts#setPasswordByLink": {
    "set another password by a link": all<CallAnswer>("done"),
    "set another password by a link of before": all<CallAnswer>("refused"),
  },
  "app/admin/account/confirm-actions.ts#sayAgain": {
    "say one's password again": owns,
    "say a wrong password again": row<CallAnswer>("signed out", "refused", "refused", "refused", "refused"),
  },
  "app/admin/account/two-steps/actions.ts#setUp": {
    "set up a second step with a wrong code": row<CallAnswer>(
      "signed out",
      "refused",
      "refused",
      "refused",
      "refused",
    ),
  },
  "app/admin/account/two-steps/actions.ts#endTwoSteps": {
    "give up one's own second step": owns,
  },
  "app/admin/setup/actions.ts#makeFirstAdmin": {
    "make a first admin where there are people": all<CallAnswer>("refused"),
  },
  "app/admin/account/sign-out.ts#signOut": { "sign out": ownsOrSignsIn },
  "app/admin/account/actions.ts#changePassword": { "change one's own password": owns },
  "app/admin/account/actions.ts#callOff": { "call off the reset of one's own second step": owns },
  "app/admin/account/actions.ts#endOne": {
    "end one of one's own sessions": owns,
    "end another person's session": row<CallAnswer>("signed out", "nothing", "nothing", "nothing", "nothing"),
  },
  "app/admin/account/actions.ts#endOthers": {
    "end one's own other sessions": owns,
    "end one's own other sessions with a wrong password": row<CallAnswer>(
      "signed out",
      "refused",
      "refused",
      "refused",
      "refused",
    ),
  },
  "app/admin/calendar/actions.ts#makeAddress": {
    "make a private address of a calendar": row<CallAnswer>(
      "signed out",
      "forbidden",
      "done",
      "done",
      "done",
      "refused",
    ),
  },
  "app/admin/calendar/actions.ts#revokeAddress": {
    "revoke a private address of a calendar": row<CallAnswer>(
      "signed out",
      "forbidden",
      "done",
      "done",
      "done",
      "nothing",
    ),
  },
  "app/admin/addresses/actions.ts#markAddresses": { "say that an address does not answer": asWriters },
  "app/admin/templates/actions.ts#keepAsTemplate": { "keep a record as a template": forAll },
  "app/admin/templates/actions.ts#changeKeptTemplate": { "remove a template": forAll },
  "app/admin/views/actions.ts#keepListView": {
    "keep a list for oneself": owns,
    "keep a list for all": forAll,
  },
  "app/admin/views/actions.ts#changeListView": {
    "remove a shared view": forAll,
    "remove another person's view": row<CallAnswer>(
      "signed out",
      "forbidden",
      "forbidden",
      "forbidden",
      "forbidden",
    ),
  },
  "app/admin/subjects/actions.ts#addToSubjects": { "add a subject": forAll },
  "app/admin/subjects/actions.ts#nameSubject": { "rename a subject": forAll },
  "app/admin/settings/about/actions.ts#writeAbout": { "write a part of the page about the site": manages },
  "app/admin/settings/countries/actions.ts#setCountryName": { "name a country": manages },
  "app/admin/settings/versions/actions.ts#keepVersions": { "say how long versions are kept": manages },
  "app/admin/people/invitation-actions.ts#invitePerson": { "invite a person": manages },
  "app/admin/people/invitation-actions.ts#sendAgain": { "invite a person again": manages },
  "app/admin/people/invitation-actions.ts#withdraw": { "withdraw an invitation": manages },
  "app/admin/people/actions.ts#giveRole": { "give a person another role": manages },
  "app/admin/people/limits-action.ts#limit": { "limit a person to a dossier": manages },
  "app/admin/people/actions.ts#disable": { "close an account": manages },
  "app/admin/people/actions.ts#enable": { "open a closed account": manages },
  "app/admin/people/actions.ts#forget": {
    "remove a closed account": manages,
    "remove an account that is open": row<CallAnswer>(
      "signed out",
      "forbidden",
      "forbidden",
      "forbidden",
      "refused",
    ),
  },
  "app/admin/people/actions.ts#endSession": { "end a person's session": manages },
  "app/admin/people/actions.ts#endSessions": { "end all sessions of a person": manages },
  "app/admin/people/actions.ts#beginStepReset": {
    "begin to take a lost second step from a person": manages,
    "begin to take one's own second step": row<CallAnswer>(
      "signed out",
      "forbidden",
      "forbidden",
      "forbidden",
      "refused",
    ),
  },
  "app/admin/people/actions.ts#endStepReset": {
    "take a lost second step that another admin has begun to take": manages,
    "take a lost second step without another admin": row<CallAnswer>(
      "signed out",
      "forbidden",
      "forbidden",
      "forbidden",
      "refused",
    ),
  },
  "app/admin/people/actions.ts#sendPasswordLink": {
    "make a link for a person's other password": manages,
    "make a link for one's own other password": row<CallAnswer>(
      "signed out",
      "forbidden",
      "forbidden",
      "forbidden",
      "forbidden",
    ),
  },
} satisfies Record<string, Record<string, Row<CallAnswer>>>;

/** What is done without a word in the audit log of who asks for it. */
export const unnoted: ReadonlySet<string> = new Set([
  // Nothing is done yet: that is noted when it is.
  ...["put a change of many records together", "put a publication of many records together"],
  "be offered to make a passkey",
  // One's own alone, of which no one else sees anything.
  ...["note that one has read one's notices", "keep a list for oneself"],
  // Noted of the account that the link is for, and not of the one that is signed in.
  ...["make the account that a link invites to", "set another password by a link"],
]);
