/** Runs inside a copy of the project that knows the prize: everything that the definition drives, once round. */
import { buildFormSpec } from "@/components/desk/form/build-form-spec";
import { closeDatabase, database } from "@/lib/database/client";
import { migrationState } from "@/lib/operations/migrations";
import { recordsOf } from "@/lib/published/records";
import { listEntries } from "@/lib/desk/read/list";
import { openEntry } from "@/lib/desk/read/open";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { required } from "@/lib/env";
import { csvOf } from "@/lib/exchange/csv";
import { jsonOf } from "@/lib/exchange/json";
import deskWords from "@/messages/en.desk.json" with { type: "json" };
import publicWords from "@/messages/en.json" with { type: "json" };
import { makeDossier, makePublished, someone } from "@/tests/support/make";
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
const winners = [{ person: "A winner" }, { person: "Another winner" }];
const made = await makePublished(prize, dossier, { name: "=A made-up prize", given: "2014-09", winners });
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
    citations: await database().citation.count({ where: { recordId: made.id } }),
  }),
);
await closeDatabase();
