/** That what the desk and the servers ask often goes by an index made for it, however much there is. */
import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { dossierKinds } from "@/components/public/views";
import { loggedActions, readEvents } from "@/lib/auth/audit-log";
import { forgetNames } from "@/lib/auth/forget-names";
import { sealUpTo } from "@/lib/audit/seal-events";
import { liveSession, sessionsOf } from "@/lib/auth/sessions";
import { pool } from "@/lib/database/client";
import { withConnection } from "@/lib/database/connection";
import { Prisma } from "@/lib/database/generated/client";
import { changesAfter, outboxState } from "@/lib/database/outbox";
import { publish } from "@/lib/desk/publish/publish";
import { verify } from "@/lib/desk/publish/verify";
import { findInBox } from "@/lib/desk/read/box";
import { checkPasted, type PastedTable } from "@/lib/desk/read/check-pasted";
import { dossierById, dossierChoices, entryChoices } from "@/lib/desk/read/choices";
import { calendarOf, deskCalendar } from "@/lib/desk/read/calendar";
import { dashboard } from "@/lib/desk/read/dashboard";
import { entriesWhere } from "@/lib/desk/read/entry-row";
import { dossierHome } from "@/lib/desk/read/dossier-home";
import { aboutSamePerson } from "@/lib/desk/read/same-person";
import { doubtsAmongOthers, doubtsOfEach } from "@/lib/desk/read/doubts-among-others";
import { historyOf, movedSince, prunedAt } from "@/lib/desk/read/history";
import { listSorts } from "@/lib/desk/read/list-cursor";
import { listTotals } from "@/lib/desk/read/list-totals";
import { listEntries, type ListQuery } from "@/lib/desk/read/list";
import { namesakes } from "@/lib/desk/read/namesakes";
import { closeMeanings, withSpellings } from "@/lib/desk/read/close-meanings";
import { openEntry } from "@/lib/desk/read/open";
import { openFile } from "@/lib/desk/read/open-file";
import { previewOf, previewTyped } from "@/lib/desk/read/preview";
import { notePresence } from "@/lib/desk/write/presence";
import { recognised } from "@/lib/desk/read/recognised";
import {
  draftReferrers,
  isReferredTo,
  publishedReferrers,
  recordsIn,
  referrersTo,
  whatBreaks,
} from "@/lib/desk/read/referrers";
import { meaningsOf } from "@/lib/desk/read/query-meanings";
import { openRevision, publishedRevisionId, restoreRevision } from "@/lib/desk/read/revisions";
import { searchDesk } from "@/lib/desk/read/search";
import { addressOf, deadAddresses, uncheckedAddresses } from "@/lib/desk/read/source-addresses";
import { sourceOfNewestYear, yearsReported } from "@/lib/desk/read/trade-years";
import { createDraft, saveDraft } from "@/lib/desk/write/save";
import { trash } from "@/lib/desk/write/trash";
import { entryStates } from "@/lib/domain/lifecycle";
import { required } from "@/lib/env";
import { stoodDossier } from "@/lib/published/stood/open-stood";
import { publicPathOf } from "@/lib/published/public-path";
import { makeDossier, makeDraft, makePublished, someone, written } from "@/tests/support/make";
import { type SentStatement, statementsOf } from "@/tests/support/sent-statements";
import { database } from "@/lib/database/client";
import { type Filled, fillHouse } from "./fill-house";

let editor = someone("editor");
const admin = someone("admin");
const count = Number(process.env.FILLED_ROWS ?? 12_000);
let house: Filled;
let dossier: Awaited<ReturnType<typeof makeDossier>>;
let draft: Awaited<ReturnType<typeof makeDraft>>;
let year: Awaited<ReturnType<typeof makeDraft>>;
let revisionId = "";

beforeAll(async () => {
  dossier = await makeDossier();
  draft = await makeDraft("event", dossier);
  year = await makePublished("tradeYear", dossier);
  await withConnection(required("directDatabaseUrl"), async (client) => {
    // Of 200 other dossiers, none of which is published any more.
    await client.query(
      `INSERT INTO "Outbox" ("recordId", "kind", "dossierId", "action", "slug")
       SELECT gen_random_uuid(), 'event', md5((n % 200)::text)::uuid, 'publish', 'x' FROM generate_series(1, $1) n`,
      [count],
    );
    await client.query(
      `WITH person AS (
         INSERT INTO "User" ("id", "email", "name", "role", "passwordHash", "updatedAt")
         SELECT gen_random_uuid(), n || '@example.org', 'P', 'viewer', 'x', now() FROM generate_series(1, 200) n RETURNING "id"
       )
       INSERT INTO "Session" ("id", "userId", "expiresAt")
       SELECT gen_random_uuid(), "id", now() + interval '1 hour' FROM person, generate_series(1, 20)`,
    );
    house = await fillHouse(client, { entries: count, dossiers: 60, visits: count / 4 });
  });
  ({ id: revisionId } = await database().revision.findFirstOrThrow({ where: { entryId: draft.id } }));
}, 300_000);

/** What a list can be asked, each part with values of every sort: one that is added has to stand here too. */
const parts: { [P in keyof Required<ListQuery>]: () => ListQuery[P][] } = {
  q: () => ["meeting", "no. 7777", "zzzz", "zq", "m", "ministers meeting"],
  dossierId: () => [house.big, house.small],
  state: () => [...entryStates, "waiting"],
  facets: () => {
    const one = (key: string, value: string | number | boolean) => ({ [key]: value });
    return [
      one("type", "official"),
      one("rank", "deputy-minister"),
      one("type", "none"),
      one("sourced", false),
      one("year", 2000),
    ];
  },
  changedSince: () => [
    { at: "2020-01-01T00:00:00.000Z", notBy: dossier.id },
    { at: new Date().toISOString(), notBy: null },
  ],
  sort: () => [...listSorts],
  direction: () => ["asc", "desc"],
  from: () => ["start", "end"],
  cursor: () => [],
};

/** Every list by one part, in every order, and by two parts together. */
function* listQueries(): Generator<ListQuery> {
  const filters = (["q", "dossierId", "state", "facets", "changedSince"] as const).flatMap((part) =>
    parts[part]().map((value) => ({ part, filter: { [part]: value } as Partial<ListQuery> })),
  );
  // Each two once: the other way round they are the same list, and of one part a list can be asked but one value.
  const pairs = filters.flatMap(({ part, filter }, index) => [
    filter,
    ...filters
      .slice(index + 1)
      .filter((other) => other.part !== part)
      .map((other) => ({ ...filter, ...other.filter })),
  ]);
  for (const sort of parts.sort())
    for (const filter of [{}, ...pairs])
      for (const direction of parts.direction()) yield { sort, direction, ...filter };
}

// These grow with every record and every act; what has no more rows than a site has dossiers may be read through.
const readInOrder = /Merge (?:\w+ )*Join|Index Scan using "\w+_pkey"[^\n]*\n(?!\s*Index Cond)/;
const large =
  /Seq Scan on "(?:Entry|EntryLink|Revision|AuditEvent|Outbox|Record|Citation|SourceNumber|Source|Session)"/;

/** Whether a plan reads a large table from end to end, be it in an order that a join wants. */
const readsThrough = (plan: string) => large.test(plan) || readInOrder.test(plan);

it("lists go by indexes, whatever is asked", { timeout: 300_000 }, async () => {
  await pool().query("SELECT 1");
  const slow: string[] = [];
  let asked = 0;
  for (const query of listQueries()) {
    const [plan = ""] = await plansOf(await statementsOf(() => listEntries(editor, "visit", query)));
    asked += 1;
    if (readsThrough(plan)) slow.push(`${JSON.stringify(query)}\n${plan}`);
    // How many there are does not depend on the way round.
    if (query.direction === "desc") continue;
    const [total = ""] = await plansOf(await statementsOf(() => listTotals(editor, "visit", query)));
    if (readsThrough(total)) slow.push(`the total of ${JSON.stringify(query)}\n${total}`);
  }
  expect(asked).toBeGreaterThan(1000);
  expect(slow).toEqual([]);
});

const thisYear = { first: "2026-01-01", last: "2026-12-31" };

type Asked = Record<string, [indexes: string[], ask: () => Promise<unknown>][]>;

/** What the desk reads, by the functions that read it, with the indexes that were made for it. */
const read: Asked = {
  dashboard: [
    [
      ["Entry_waiting_idx", "Entry_unsourced_idx", "Entry_verified_idx", "AuditEvent_of_records_idx"],
      () => dashboard(editor),
    ],
  ],
  listEntries: [
    [
      ["Entry_waiting_updatedAt_idx"],
      () => listEntries(editor, "visit", { sort: "updated", direction: "asc", state: "waiting" }),
    ],
    [["Entry_verified_idx"], () => listEntries(editor, "visit", { sort: "verified", direction: "asc" })],
    [
      ["Entry_dossierId_verified_idx"],
      () => listEntries(editor, "visit", { sort: "verified", direction: "asc", dossierId: house.big }),
    ],
    [
      ["Entry_dossierId_sortDate_keyset_idx"],
      () =>
        listEntries(editor, "visit", {
          sort: "newest",
          direction: "desc",
          from: "end",
          dossierId: house.big,
        }),
    ],
    [
      ["Entry_trash_idx"],
      () => listEntries(editor, "event", { sort: "updated", direction: "desc", state: "trashed" }),
    ],
    [
      ["Entry_searchText_idx"],
      () => listEntries(editor, "event", { sort: "title", direction: "asc", q: "doctors 777" }),
    ],
    [
      ["Entry_filters_idx"],
      () =>
        listEntries(editor, "visit", {
          sort: "newest",
          direction: "desc",
          facets: { rank: "deputy-minister" },
        }),
    ],
  ],
  listTotals: [
    // What the database keeps of all of a kind is a few rows.
    [[], () => listTotals(editor, "visit", { sort: "updated", direction: "desc" })],
    [
      ["Entry_filters_idx"],
      () =>
        listTotals(editor, "visit", {
          sort: "newest",
          direction: "desc",
          facets: { rank: "deputy-minister" },
        }),
    ],
  ],
  entryChoices: [
    [["Entry_kind_updatedAt_id_idx"], () => entryChoices(editor, "source", {})],
    [["Entry_opening_idx", "Entry_searchText_idx"], () => entryChoices(editor, "source", { q: "zzzz" })],
    [["Entry_opening_idx"], () => entryChoices(editor, "event", { q: "meeting of" })],
    [["Entry_searchText_idx"], () => entryChoices(editor, "visit", { q: "zq", dossierId: house.big })],
    [["Entry_pkey"], () => entryChoices(editor, "source", { ids: [house.popular] })],
  ],
  dossierChoices: [[["Entry_kind_title_id_idx"], () => dossierChoices(editor)]],
  dossierById: [[["Entry_pkey"], () => dossierById(editor, house.big)]],
  historyOf: [
    // Of the log's indexes by record, either serves.
    [["Revision_entryId_version_key", "AuditEvent_entryId_"], () => historyOf(editor, draft.id)],
  ],
  movedSince: [[["AuditEvent_entryId_"], () => movedSince(editor, draft.id, 1)]],
  prunedAt: [[["AuditEvent_entryId_"], () => prunedAt(editor, draft.id)]],
  doubtsAmongOthers: (
    [
      ["visit", { visitor: "José Müller", began: "2001-02-03" }],
      ["mission", { sending: "KZ", type: "embassy", city: "Nairobi" }],
      ["agreement", { title: "Annual agreement on energy", registerNumber: "A-7777" }],
      ["tradeYear", { year: 2001, reporter: "KZ", currency: "USD", total: "1000" }],
      ["source", { title: "A title", address: "https://example.org/a" }],
      ["person", { name: "José Müller", wikidata: "Q7777" }],
    ] as const
  ).map(([kind, values]) => [
    [],
    () =>
      doubtsAmongOthers(editor, database(), {
        id: null,
        kind,
        dossierId: kind === "source" || kind === "person" ? null : house.big,
        values,
      }),
  ]),
  doubtsOfEach: [
    [
      ["Entry_dossierId_sortDate_keyset_idx"],
      () =>
        doubtsOfEach(
          editor,
          database(),
          ["2001-02-03", "2004-05-06"].map((began) => ({
            id: null,
            kind: "visit" as const,
            dossierId: house.big,
            values: { visitor: "José Müller", began },
          })),
        ),
    ],
  ],
  aboutSamePerson: [
    [
      ["Entry_dossierId_sortDate_keyset_idx"],
      () =>
        aboutSamePerson(
          editor,
          database(),
          [
            {
              id: null,
              kind: "visit",
              dossierId: house.big,
              values: { visitor: "José Müller", began: "2001-02-03" },
            },
          ],
          { person: "visitorPerson", days: ["began", "ended"] },
        ),
    ],
  ],
  meaningsOf: [[[], () => meaningsOf("jose muller")]],
  namesakes: [
    // Of so few people all are looked at, by the index of their kind.
    [[], () => namesakes(database(), { id: null, values: { name: "José Müller" } })],
  ],
  closeMeanings: [[["Entry_searchText_idx"], () => closeMeanings(editor, [["docters"], ["meetnig"]])]],
  openFile: [[[], () => openFile(editor, `${"0".repeat(64)}.pdf`)]],
  withSpellings: [[[], () => withSpellings([["muhammad"], ["محمد"]])]],
  searchDesk: [[["Entry_searchText_idx"], () => searchDesk(editor, "doctors 777")]],
  findInBox: [[["Entry_searchText_idx"], () => findInBox(editor, "doctors 777")]],
  recognised: (
    [
      ["visit", { visitor: "José Müller", began: "2001-02-03" }],
      ["agreement", { title: "Annual agreement on energy", registerNumber: "A-7777" }],
      ["tradeYear", { year: 2001, reporter: "KZ", currency: "USD", total: "1000" }],
      ["source", { title: "A title", address: "https://example.org/a" }],
    ] as const
  ).map(([kind, values]) => [
    [],
    () => recognised(editor, { kind, dossierId: kind === "source" ? null : house.big }, [values]),
  ]),
  checkPasted: [[[], () => checkPasted(editor, pastedTrade(), (choice) => choice)]],
  deskCalendar: [
    [[], () => deskCalendar(editor, null, thisYear)],
    [[], () => deskCalendar(editor, house.big, thisYear)],
  ],
  calendarOf: [
    [[], () => calendarOf(null, thisYear)],
    [[], () => calendarOf(house.big, thisYear)],
  ],
  dossierHome: [
    [[], () => dossierHome(editor, house.small, null)],
    [[], () => dossierHome(editor, house.big, null)],
  ],
  entriesWhere: [
    [
      ["Entry_unsourced_idx"],
      () => entriesWhere(Prisma.sql`e."facets" @> '{"sourced": false}' AND e."state" <> 'trashed'`),
    ],
  ],
  openEntry: [[["Entry_pkey"], () => openEntry(editor, "source", house.popular)]],
  openRevision: [[["Revision_pkey"], () => openRevision(editor, revisionId)]],
  publishedRevisionId: [[["Revision_entryId_version_key"], () => publishedRevisionId(editor, year.id)]],
  restoreRevision: [
    [["Entry_liveId_key"], () => restoreRevision(editor, { ...draft, version: 4 }, revisionId)],
  ],
  previewOf: [
    [["EntryLink_toId_fromId_idx"], () => previewOf(editor, "source", house.popular)],
    [["SourceNumber_dossierId_number_key"], () => previewOf(editor, "event", draft.id)],
  ],
  previewTyped: [
    [
      ["SourceNumber_dossierId_number_key"],
      () => previewTyped(editor, { ...draft, dossierId: dossier.id, typed: draft.typed }),
    ],
  ],
  referrersTo: [[["EntryLink_toId_fromId_idx"], () => referrersTo(editor, house.popular)]],
  draftReferrers: [[["EntryLink_toId_fromId_idx"], () => draftReferrers(database(), editor, house.popular)]],
  publishedReferrers: [
    [[], () => publishedReferrers(database(), editor, { id: house.popular, kind: "source" })],
  ],
  isReferredTo: [[["EntryLink_toId_fromId_idx"], () => isReferredTo(database(), house.popular)]],
  recordsIn: [[[], () => recordsIn(database(), { id: house.big, kind: "dossier" })]],
  whatBreaks: [
    [[], () => whatBreaks(editor, { id: house.popular, kind: "source", state: "published" })],
    [[], () => whatBreaks(editor, { id: house.big, kind: "dossier", state: "published" })],
  ],
  uncheckedAddresses: [[["Entry_unchecked_address_idx"], () => uncheckedAddresses(editor)]],
  deadAddresses: [[["Entry_dead_address_idx"], () => deadAddresses(editor)]],
  addressOf: [[["Entry_pkey"], () => addressOf(editor, house.popular)]],
  yearsReported: [[[], () => yearsReported(editor, house.small, "KZ")]],
  sourceOfNewestYear: [[[], () => sourceOfNewestYear(editor, house.small)]],
};

/** A pasted table of two years. */
const pastedTrade = (): PastedTable => ({
  kind: "tradeYear",
  dossierId: dossier.id,
  sides: { parties: dossier.parties },
  paths: ["year", "total"],
  orders: [],
  marks: [],
  units: ["", "USD million"],
  rows: [
    ["2014", "57.9"],
    ["2015", "58.1"],
  ],
  every: { values: { reporter: dossier.parties[0] }, source: dossier.source },
  skipped: new Set(),
  added: new Set(),
});

const then = "2026-11-27T12:00:00.000Z";

/** What else is asked often. */
const others: Asked = {
  // Few people have records open at once: the table may be read through.
  "a note of presence": [
    [[], () => notePresence(editor, { kind: "event", id: draft.id, tab: draft.id }, "typing")],
  ],
  "a save": [[["Entry_liveId_key"], () => saveDraft(editor, draft, draft.typed)]],
  "a save of what may stand only once": [
    [[], () => createDraft(editor, { kind: "tradeYear", dossierId: dossier.id }, year.typed)],
  ],
  "a first publication": [[[], () => publish(editor, { ...draft, version: 2 }, draft.typed)]],
  "a trashing": [[["EntryLink_toId_fromId_idx"], () => trash(editor, { ...draft, version: 3 })]],
  "a verification": [[["SourceNumber_sourceId_dossierId_idx"], () => verify(editor, year)]],
  "an address": [
    [[], () => publicPathOf(year.id)],
    [
      ["SourceNumber_sourceId_dossierId_idx", "Citation_sourceId_dossierId_recordId_idx"],
      () => publicPathOf(house.popular),
    ],
  ],
  "the audit log": [
    [["AuditEvent_at_seq_idx"], () => readEvents(admin, {})],
    [["AuditEvent_at_seq_idx"], () => readEvents(admin, { from: "2026-01-01", to: "2099-12-31" }, "1-1")],
    [["AuditEvent_byId_at_seq_idx"], () => readEvents(admin, { by: house.big }, "4102444800000-1")],
    [
      ["AuditEvent_entryId_at_seq_idx", "AuditEvent_subject_idx"],
      () => readEvents(admin, { record: draft.id }),
    ],
    [["AuditEvent_action_at_seq_idx"], () => readEvents(admin, { action: "account.signIn" })],
    [["AuditEvent_action_at_seq_idx"], () => loggedActions(admin)],
  ],
  "what of the audit log is to be sealed": [[["AuditEvent_seq_key", "AuditSeal_pkey"], () => sealUpTo(1n)]],
  "a session": [[["Session_pkey"], () => liveSession(house.big)]],
  "a dossier as it stood": [
    [["Revision_entryId_version_key"], () => stoodDossier(dossier.id, ["visit"], then)],
    [[], () => stoodDossier(house.small, dossierKinds, then)],
    [[], () => stoodDossier(house.big, dossierKinds, then)],
  ],
  // By where rows lie, so that no statement goes through a table.
  "names of people who were removed": [
    [[], () => forgetNames({ ids: [draft.id], names: ["A name of none"] }, () => false)],
  ],
  "a person's sessions": [[["Session_userId_idx"], () => sessionsOf(house.big)]],
};

const all = Object.entries({ ...others, ...read }).flatMap(([name, asks]) =>
  asks.map(([indexes, ask], index) => ({ name: `${name} (${index + 1})`, indexes, ask })),
);

it.each(all)("$name reads no large table through, and goes by $indexes", async ({ indexes, ask }) => {
  await pool().query("SELECT 1");
  const plans = await plansOf(await statementsOf(ask));
  expect(plans.filter(readsThrough)).toEqual([]);
  const together = plans.join("\n");
  expect(indexes.filter((index) => !together.includes(index))).toEqual([]);
});

describe("for an editor who is limited to some dossiers", () => {
  beforeAll(() => {
    editor = someone("editor", "Limited editor", [house.big, house.small, dossier.id]);
  });

  it.each(all)("$name reads no large table through", async ({ ask }) => {
    await pool().query("SELECT 1");
    const plans = await plansOf(await statementsOf(() => ask()));
    expect(plans.filter(readsThrough)).toEqual([]);
  });

  it.each(parts.sort())("lists by %s go by indexes", async (sort) => {
    for (const part of ["q", "dossierId", "state", "facets", "changedSince"] as const)
      for (const value of parts[part]()) {
        const query = { sort, direction: "desc", [part]: value } as ListQuery;
        const lists = () => listEntries(editor, "visit", query);
        const plans = await plansOf(await statementsOf(lists));
        expect(plans.filter(readsThrough)).toEqual([]);
        const totals = await plansOf(await statementsOf(() => listTotals(editor, "visit", query)));
        expect(totals.filter(readsThrough)).toEqual([]);
      }
  });
});

it("the state of the outbox goes by its indexes", async () => {
  const known = { id: 1, at: "" };
  const sent = await statementsOf(async () => [await outboxState(), await changesAfter(known)]);
  const plans = (await plansOf(sent)).join("\n");
  expect(plans).not.toMatch(/Seq Scan on "(?:Entry|Revision|AuditEvent|Outbox)"/);
  expect(plans).toContain("Outbox_pkey");
});

it("a publication asks for the citations of a dossier alone", async () => {
  const sent = await statementsOf(async () =>
    written(await publish(editor, year, { ...year.typed, citations: [{ source: await anySource() }] })),
  );
  const plans = await plansOf(sent.filter(({ text }) => text.includes('INSERT INTO "Outbox"')));
  expect(plans).toHaveLength(1);
  expect(plans[0]).toContain("Citation_sourceId_dossierId_recordId_idx");
  expect(plans[0]).not.toContain('Seq Scan on "Citation"');
  expect(plans[0]).not.toContain('"Record"');
});

/** A source that many dossiers cite. */
async function anySource(): Promise<string> {
  const { sourceId } = await database().citation.findFirstOrThrow({ where: { dossierId: house.big } });
  return sourceId;
}

it("holds every function with which the desk reads", async () => {
  const files = readdirSync("lib/desk/read").flatMap((name) => /^([\w-]+)\.ts$/.exec(name)?.[1] ?? []);
  const modules = await Promise.all(
    files.map((name) => import(`../lib/desk/read/${name}.ts`) as Promise<Record<string, unknown>>),
  );
  const reading = modules.flatMap((one) =>
    Object.entries(one).flatMap(([name, value]) =>
      value?.constructor.name === "AsyncFunction" ? [name] : [],
    ),
  );
  expect(reading.sort()).toEqual(Object.keys(read).sort());
});

async function plansOf(sent: SentStatement[]): Promise<string[]> {
  const plans: string[] = [];
  for (const { text, values } of sent) {
    if (!/^[\s(]*(SELECT|WITH|UPDATE)\b/.test(text) || /pg_advisory/.test(text)) continue;
    const { rows } = await pool().query<{ "QUERY PLAN": string }>(`EXPLAIN ${text}`, values);
    plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
  }
  return plans;
}
