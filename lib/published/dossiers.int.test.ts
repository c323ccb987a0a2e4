import { expect, test } from "vitest";
import { database } from "@/lib/database/client";
import { publish } from "@/lib/desk/publish/publish";
import { unpublish } from "@/lib/desk/publish/withdraw";
import type { DossierKindKey } from "@/lib/domain/kinds/registry";
import { makeDossier, makeDossierThat, makeDraft, someone, written } from "@/tests/support/make";
import { statementsOf } from "@/tests/support/sent-statements";
import { countDossiers, listDossiers } from "./dossiers";

const editor = someone("editor");
const kinds = ["event", "visit", "agreement", "mission"] as const satisfies readonly DossierKindKey[];

/** Numbers that look random and are the same in each run. */
function shuffled(seed: number): () => number {
  let value = seed;
  return () => (value = (value * 48_271) % 2_147_483_647);
}

test("what is kept of how many records there are is what a count finds, whatever comes and goes", async () => {
  const dossiers = [await makeDossier(), await makeDossier()];
  const records = await Promise.all(
    dossiers.flatMap((dossier) => kinds.map(async (kind) => makeDraft(kind, dossier))),
  );
  const random = shuffled(20_261_126);
  const isThere = new Set<string>();
  for (let round = 0; round < 8; round += 1) {
    // Several at once, some of them published anew: only what comes and what goes counts.
    const chosen = records.filter(() => random() % 2 === 0);
    await Promise.all(
      chosen.map(async (record) => {
        const goes = isThere.has(record.id) && random() % 3 === 0;
        const outcome = goes ? await unpublish(editor, record) : await publish(editor, record, record.typed);
        record.version = written(outcome).version;
        if (goes) isThere.delete(record.id);
        else isThere.add(record.id);
      }),
    );
  }
  for (const { id } of dossiers) {
    const counted = await Promise.all(
      kinds.map((kind) => database().record.count({ where: { dossierId: id, kind } })),
    );
    const kept = (await listDossiers()).find((dossier) => dossier.id === id);
    expect(kinds.map((kind) => kept?.counts[kind])).toEqual(counted);
  }
});

test("a record keeps its dossier and its kind, by which it was counted", async () => {
  const [one, other] = [await makeDossier(), await makeDossier()];
  const draft = await makeDraft("event", one);
  written(await publish(editor, draft, draft.typed));
  const move = database().$executeRaw`
    UPDATE "Record" SET "dossierId" = ${other.id}::uuid WHERE "id" = ${draft.id}::uuid`;
  await expect(move).rejects.toThrow("a record keeps its kind and its dossier");
});

test("the dossiers of a country come in pages by title, with one statement each", async () => {
  for (const other of ["JP", "BR", "AR"]) await makeDossierThat({}, ["PE", other]);
  const { all, countries } = await countDossiers();
  expect(all).toBe(await database().dossier.count());
  expect(countries).toContainEqual({ code: "PE", count: 3 });
  const statements = await statementsOf(async () => {
    const listed = await listDossiers("PE");
    expect(listed.map(({ title }) => title)).toEqual(["Peru–Argentina", "Peru–Brazil", "Peru–Japan"]);
  });
  expect(statements).toHaveLength(1);
  expect(await listDossiers("PE", 2)).toEqual([]);
});
