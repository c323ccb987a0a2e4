/** Runs inside a copy of the project that knows the prize: everything that the definition drives, once round. */
import { buildFormSpec } from "@/components/desk/form/build-form-spec";
import type { Words } from "@/i18n/kind-words";
import { readWords } from "@/i18n/read-words";
import { closeDatabase, database } from "@/lib/database/client";
import { verifyTables } from "@/lib/database/verify-tables";
import { unpublish } from "@/lib/desk/publish/withdraw";
import { listEntries } from "@/lib/desk/read/list";
import { openEntry } from "@/lib/desk/read/open";
import { publishedReferrers } from "@/lib/desk/read/referrers";
import { kindKeyOf, type KindKey } from "@/lib/domain/kinds/registry";
import { required } from "@/lib/env";
import { migrationState } from "@/lib/operations/migrations";
import { searchPublished } from "@/lib/published/search";
import { makeDossier, makePublished, makeSource, someone } from "@/tests/support/make";
import { onClient } from "@/tests/support/on-client";
import { rowId } from "@/tests/support/rows";

const prize = kindKeyOf("prize");
const all = await readWords("en", { desk: true });
const word = (key: string) =>
  key
    .split(".")
    .reduce<Words | string | undefined>((at, part) => (typeof at === "object" ? at[part] : at), all);
const words = {
  say: (key: string) => String(word(key) ?? `(${key})`),
  has: (key: string) => typeof word(key) === "string",
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
    referrers: (await publishedReferrers(database(), someone("editor"), { kind, id })).map(
      (one) => one.id === made.id,
    ),
    refused: outcome.ok ? "" : outcome.reason,
  };
};
const list = await listEntries(viewer, prize, {
  sort: "newest",
  direction: "desc",
  facets: { givenBy: dossier.parties[0] },
});
const { slug } = await database().dossier.findUniqueOrThrow({ where: { id: dossier.id } });

console.log(
  JSON.stringify({
    waiting: (await migrationState({ root: "prisma" }, required("directDatabaseUrl"))).waiting,
    form: buildFormSpec(prize, dossier, words).fields.map(
      ({ key, kind, label }) => `${key}: ${kind} (${label})`,
    ),
    listed: list.rows.map((row) => row.id === made.id),
    opened: (await openEntry(viewer, prize, made.id))?.typed.winners,
    found: (await searchPublished("made up prize")).hits.map(({ kind, title }) => `${kind}: ${title}`),
    held: [await held("source", work), await held("source", proof), await held("agreement", agreement.id)],
    links: await database().entryLink.count({ where: { fromId: made.id } }),
    gaps: await onClient(required("directDatabaseUrl"), (client) => verifyTables(client)).then(
      () => "",
      String,
    ),
    citations: await database().citation.count({ where: { recordId: made.id } }),
    dossier: slug,
  }),
);
await closeDatabase();
