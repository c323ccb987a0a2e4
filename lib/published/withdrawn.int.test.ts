import { expect, test } from "vitest";
import { publish } from "@/lib/desk/publish/publish";
import { unpublish } from "@/lib/desk/publish/withdraw";
import { makeDossier, makeDraft, someone, written } from "@/tests/support/make";
import { during } from "@/tests/support/until";
import { recentChanges } from "./changes";
import { findDossier, listDossiers } from "./dossiers";
import { recordsOf } from "./records";
import { referrersOf } from "./references";
import { searchPublished } from "./search";
import { sourcesOf } from "./sources";

test("what is withdrawn while it is read is there or not there, and nothing fails", async () => {
  const editor = someone("editor");
  const dossier = await makeDossier();
  const slug = (await listDossiers()).find(({ id }) => id === dossier.id)?.slug ?? "";
  const agreement = await makeDraft("agreement", dossier);
  const visit = await makeDraft("visit", dossier, { agreements: [agreement.id] });
  const records = [agreement, visit, await makeDraft("event", dossier)];
  const withdrawing = (async () => {
    const versions = new Map(records.map(({ id, version }) => [id, version]));
    const at = (record: (typeof records)[number]) => ({ ...record, version: versions.get(record.id) ?? 0 });
    for (let round = 0; round < 6; round += 1) {
      for (const record of records)
        versions.set(record.id, written(await publish(editor, at(record), record.typed)).version);
      for (const record of [...records].reverse())
        versions.set(record.id, written(await unpublish(editor, at(record))).version);
    }
  })();

  const reads: (() => Promise<unknown>)[] = [
    () => sourcesOf(dossier.id),
    () => recordsOf(dossier.id, "visit"),
    () => recordsOf(dossier.id, "event"),
    () => referrersOf(agreement.id, "agreement"),
    () => recentChanges({ dossierId: dossier.id, limit: 50 }),
    () => findDossier(slug),
    () => listDossiers(),
    () => searchPublished("Made-up"),
  ];
  const failures: unknown[] = [];
  await Promise.all(
    reads.map((read) =>
      during(withdrawing, () => read().catch((error: unknown) => failures.push(error)), {
        atMost: 5000,
        every: 5,
      }),
    ),
  );
  expect(failures).toEqual([]);
});
