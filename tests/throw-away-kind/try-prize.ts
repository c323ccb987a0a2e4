/** Runs inside a copy of the project that knows the prize: everything that the definition drives, once round. */
import { buildFormSpec } from "@/components/desk/form/build-form-spec";
import { closeDatabase, database } from "@/lib/database/client";
import { migrationState } from "@/lib/operations/migrations";
import { verifyTables } from "@/lib/database/verify-tables";
import { unpublish } from "@/lib/desk/publish/withdraw";
import { publishedReferrers } from "@/lib/desk/read/referrers";
import { onClient } from "@/tests/support/on-client";
import { rowId } from "@/tests/support/rows";
import { recordsOf } from "@/lib/published/records";
import { listEntries } from "@/lib/desk/read/list";
import { openEntry } from "@/lib/desk/read/open";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { required } from "@/lib/env";
import { csvOf } from "@/lib/exchange/csv";
import { jsonOf } from "@/lib/exchange/json";
import deskWords from "@/messages/en.desk.json" with { type: "json" };
import publicWords from "@/messages/en.json" with { type: "json" };
import { makeDossier, makePublished, makeSource, someone } from "@/tests/support/make";
import { dossier as dossierName, tableContext } from "@/tests/support/published";

// The copy's registry has it; the types of the project that this file is checked in do not.
const prize = String("prize") as KindKey;

function word(key: string): string | undefined {
  const all: unknown = { ...deskWords, ...publicWords };
  const found = key
    .split(".")
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], all);
  return typeof found === "string" ? found : undefined;
}

const words = {
  say: (key: string) => word(key) ?? `(${key})`,
  has: (key: string) => word(key) !== undefined,
};
const viewer = someone("viewer");
const dossier = await makeDossier();
const [work, proof] = [(await makeSource()).id, (await makeSource()).id];
const agreement = await makePublished("agreement", dossier);
const winners = [
  { id: rowId(1), person: "A winner", proof: "" },
  { id: rowId(2), person: "Another winner", proof },
];
const made = await makePublished(prize, dossier, {
  ...{ name: "=A made-up prize", given: "2014-09", work, winners },
  agreements: [agreement.id],
});
/** Which published records refer to this one, and what taking it down answers. */
const held = async (kind: KindKey, id: string) => {
  const { version } = await database().entry.findUniqueOrThrow({ where: { id } });
  const outcome = await unpublish(someone("editor"), { kind, id, version });
  return {
    referrers: (await publishedReferrers(database(), { kind, id })).map((one) => one.id === made.id),
    refused: outcome.ok ? "" : outcome.reason,
  };
};
const records = await recordsOf(dossier.id, prize as "event");
const context = { ...tableContext, dossier: { ...dossierName, parties: dossier.parties } };
const list = await listEntries(viewer, prize, {
  sort: "newest",
  direction: "desc",
  facets: { givenBy: dossier.parties[0] },
});

console.log(
  JSON.stringify({
    waiting: (await migrationState({ root: "prisma" }, required("directDatabaseUrl"))).waiting,
    form: buildFormSpec(prize, dossier.parties, words).fields.map(
      ({ key, kind, label }) => `${key}: ${kind} (${label})`,
    ),
    record: records[0]?.values,
    listed: list.rows.map((row) => row.id === made.id),
    opened: (await openEntry(viewer, prize, made.id))?.typed.winners,
    csv: csvOf(prize as "event", records, context),
    json: jsonOf(prize as "event", records, context),
    held: [await held("source", work), await held("source", proof), await held("agreement", agreement.id)],
    links: await database().entryLink.count({ where: { fromId: made.id } }),
    gaps: await onClient(required("directDatabaseUrl"), (client) => verifyTables(client)).then(
      () => "",
      String,
    ),
    citations: await database().citation.count({ where: { recordId: made.id } }),
  }),
);
await closeDatabase();
