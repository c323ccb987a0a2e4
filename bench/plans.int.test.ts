/** That what the desk and the servers ask often goes by an index made for it, however much there is. */
import { NIL } from "uuid";
import { beforeAll, expect, it } from "vitest";
import { outboxState } from "@/lib/database/outbox";
import { pool } from "@/lib/database/client";
import { publish } from "@/lib/desk/publish/publish";
import { dashboard } from "@/lib/desk/read/dashboard";
import { listEntries } from "@/lib/desk/read/list";
import { referrersTo } from "@/lib/desk/read/referrers";
import { yearsReported } from "@/lib/desk/read/trade-years";
import { createDraft, saveDraft } from "@/lib/desk/write/save";
import { trash } from "@/lib/desk/write/trash";
import { publicPathOf } from "@/lib/published/public-path";
import { withConnection } from "@/lib/database/connection";
import { required } from "@/lib/env";
import { type SentStatement, statementsOf } from "@/tests/support/sent-statements";
import { makeDossier, makeDraft, makePublished, someone } from "@/tests/support/make";
import { fillEvents } from "./fill";

const editor = someone("editor");
const count = Number(process.env.FILLED_ROWS ?? 5000);
let dossier: Awaited<ReturnType<typeof makeDossier>>;
let draft: Awaited<ReturnType<typeof makeDraft>>;
let year: Awaited<ReturnType<typeof makeDraft>>;

beforeAll(async () => {
  dossier = await makeDossier();
  draft = await makeDraft("event", dossier);
  year = await makePublished("tradeYear", dossier);
  await fillEvents(dossier.id, count);
  await withConnection(required("directDatabaseUrl"), async (client) => {
    // Of 200 other dossiers, none of which is published any more.
    await client.query(
      `INSERT INTO "Outbox" ("recordId", "kind", "dossierId", "action", "slug")
       SELECT gen_random_uuid(), 'event', md5((n % 200)::text)::uuid, 'publish', 'x' FROM generate_series(1, $1) n`,
      [count],
    );
    await client.query(
      `INSERT INTO "EntryLink" ("fromId", "toId", "field")
       SELECT "id", $1, 'citations.source' FROM "Entry" WHERE "kind" = 'event' ON CONFLICT DO NOTHING`,
      [dossier.source],
    );
    await client.query(
      `INSERT INTO "AuditEvent" ("id", "byName", "action", "subject", "entryId", "version")
       SELECT gen_random_uuid(), 'Bench', 'save', 'event', "id", 1 FROM "Entry" WHERE "createdByName" = 'Bench'`,
    );
    await client.query("VACUUM ANALYZE");
  });
}, 300_000);

const list = (query: Partial<Parameters<typeof listEntries>[2]>) => () =>
  listEntries(editor, "event", { sort: "updated", direction: "desc", ...query });

/** What is asked often, with the indexes that were made for it. */
const asked: [string, string[], () => Promise<unknown>][] = [
  [
    "the dashboard",
    ["Entry_waiting_idx", "Entry_unsourced_idx", "Entry_kind_state_idx"],
    () => dashboard(editor),
  ],
  ["a list by its last save", [], list({})],
  ["a list by its last save, of what waits", [], list({ state: "waiting" })],
  ["a list by date, from its end", ["Entry_sortDate_keyset_idx"], list({ sort: "newest", from: "end" })],
  ["a list by title, in a dossier", [], list({ sort: "title", dossierId: NIL })],
  ["the trash", ["Entry_trash_idx"], list({ state: "trashed" })],
  ["a search", ["Entry_searchText_idx"], list({ q: "doctors 777" })],
  ["the referrers of a record", ["EntryLink_toId_idx"], () => referrersTo(editor, draft.id)],
  ["the years of trade", [], () => yearsReported(editor, dossier.id, "KZ")],
  ["a save", ["Entry_liveId_key"], () => saveDraft(editor, draft, draft.typed)],
  [
    "a save of what may stand only once",
    [],
    () => createDraft(editor, { kind: "tradeYear", dossierId: dossier.id }, year.typed),
  ],
  ["a first publication", ["Entry_slug_idx"], () => publish(editor, { ...draft, version: 2 }, draft.typed)],
  ["a trashing", ["EntryLink_toId_idx"], () => trash(editor, { ...draft, version: 3 })],
  ["an address", [], () => publicPathOf(year.id)],
  ["the state of the outbox", ["Outbox_of_idx", "Outbox_dossier_slug_idx"], () => outboxState()],
];

// These grow with every record and every act; what has no more rows than a site has dossiers may be read through.
const large = /Seq Scan on "(?:Entry|EntryLink|Revision|AuditEvent|Outbox)"/;

it.each(asked)("%s reads no large table through, and goes by %j", async (_what, indexes, ask) => {
  await pool().query("SELECT 1");
  const plans = await plansOf(await statementsOf(ask));
  expect(plans.filter((plan) => large.test(plan))).toEqual([]);
  const all = plans.join("\n");
  expect(indexes.filter((index) => !all.includes(index))).toEqual([]);
});

async function plansOf(sent: SentStatement[]): Promise<string[]> {
  const plans: string[] = [];
  for (const { text, values } of sent) {
    if (!/^\s*(SELECT|WITH)\b/.test(text) || /pg_advisory/.test(text)) continue;
    const { rows } = await pool().query<{ "QUERY PLAN": string }>(`EXPLAIN ${text}`, values);
    plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
  }
  return plans;
}
