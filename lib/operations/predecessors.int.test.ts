/** Records about a country's predecessor, from the desk to readers, files and backups. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { createAndPublish } from "@/lib/desk/publish/create-published";
import { publish } from "@/lib/desk/publish/publish";
import { openEntry } from "@/lib/desk/read/open";
import { autosave } from "@/lib/desk/write/autosave";
import { saveDraft } from "@/lib/desk/write/save";
import { trash } from "@/lib/desk/write/trash";
import { cacheTag } from "@/lib/domain/cache-tags";
import type { Typed } from "@/lib/domain/fields/field";
import { countOf } from "@/lib/domain/year-counts";
import { required } from "@/lib/env";
import { csvOf } from "@/lib/exchange/csv";
import { recordsById } from "@/lib/published/by-id";
import { findDossier } from "@/lib/published/dossiers";
import { countsByFacet, recordsIn } from "@/lib/published/list-periods";
import { recordsOf } from "@/lib/published/records";
import { searchPublished } from "@/lib/published/search";
import { shownRecords } from "@/lib/published/shown-records";
import { yearCounts } from "@/lib/published/year-counts";
import { emptyDatabase } from "@/tests/support/empty-database";
import { makeDossierThat, makeDraft, makePublished, someone, typedFor, written } from "@/tests/support/make";
import { onClient } from "@/tests/support/on-client";
import { tableContext } from "@/tests/support/published";
import { rowId } from "@/tests/support/rows";
import { backup } from "./backup";
import { applyMigrations } from "./migrations";
import { restore } from "./restore";

const ours = { root: "prisma" };
const editor = someone("editor");
const soviet = { id: rowId(1), side: "countryA", country: "SU", from: "", to: "" };
const ofSoviets = { from: "SU", to: "MX", visitor: "A Soviet minister", began: "1978-05-17" };

let dossier: Awaited<ReturnType<typeof makeDossierThat>>;
let visit: Awaited<ReturnType<typeof makePublished>>;
let mission: Awaited<ReturnType<typeof makePublished>>;

beforeAll(async () => {
  dossier = await makeDossierThat({ predecessors: [soviet] }, ["KZ", "MX"]);
  visit = await makePublished("visit", dossier, ofSoviets);
  await makePublished("visit", dossier, { from: "KZ", to: "MX", began: "2014-09-12" });
  mission = await makePublished("mission", dossier, { sending: "SU", receiving: "MX", type: "embassy" });
});

/** Saves the dossier with these predecessors over what stands. */
async function saveDossier(predecessors: Typed[], write = saveDraft as typeof publish) {
  const { version, typed } = (await openEntry(editor, "dossier", dossier.id))!;
  return write(editor, { kind: "dossier", id: dossier.id, version }, { ...typed, predecessors });
}

describe("a record about a predecessor", () => {
  it("counts for the side that it stood for, and is listed and filtered there", async () => {
    const lanes = [{ kind: "visit", countryField: "from" }] as const;
    const counts = await yearCounts(dossier.id, ["KZ", "MX"], lanes);
    expect([countOf(counts, "visit", "KZ"), countOf(counts, "visit", "MX")]).toEqual([2, 0]);
    const listed = async (facet: string) =>
      (await recordsIn({ dossierId: dossier.id, kinds: ["visit"], facets: [facet] }, "all")).map(
        ({ values }) => values.from,
      );
    expect(await listed("from=KZ")).toEqual(["KZ", "SU"]);
    expect(await listed("from=SU")).toEqual(["SU"]);
    expect((await countsByFacet(dossier.id, "mission")).get("sending=KZ")).toBe(1);
    const { missions, missionCounts } = await shownRecords(dossier.id, {
      missions: { of: ["KZ", "MX"], most: 3 },
    });
    expect(missions.map(({ id }) => id)).toEqual([mission.id]);
    expect(missionCounts.get("KZ")).toBe(1);
  });

  it("is found by the predecessor's name, and files say whom it is about", async () => {
    const { hits } = await searchPublished("soviet union");
    expect(hits.map(({ id }) => id)).toContain(visit.id);
    const table = csvOf("visit", await recordsOf(dossier.id, "visit"), tableContext);
    expect(table).toContain(",KZ,MX,A Soviet minister to Mexico,SU,MX,");
    const found = (await recordsById([{ id: dossier.id, kind: "dossier" }])).get(dossier.id)!;
    expect(found.values).toMatchObject({ predecessors: [{ side: "countryA", country: "SU" }] });
  });

  it("is in doubt outside its years", async () => {
    const late = await makeDraft("visit", dossier, { ...ofSoviets, visitor: "Another", began: "1995" });
    expect(await publish(editor, late, late.typed)).toMatchObject({
      reason: "doubtful",
      doubts: [{ path: "from", code: "doubt.predecessor.outsideYears", params: { years: "1922–1991" } }],
    });
    written(await trash(editor, late));
  });
});

describe("a dossier", () => {
  it("keeps a predecessor that records are about, and names them", async () => {
    const refused = {
      reason: "blocked",
      code: "predecessorNamed",
      records: [
        { kind: "mission", id: mission.id },
        { kind: "visit", id: visit.id },
      ],
    };
    expect(await saveDossier([])).toMatchObject(refused);
    expect(await saveDossier([{ ...soviet, side: "countryB" }], publish)).toMatchObject(refused);
    // A draft that speaks of another country leaves what readers see as it is.
    const changed = written(await saveDraft(editor, visit, { ...visit.typed, from: "KZ" }));
    expect(await saveDossier([])).toMatchObject(refused);
    written(await publish(editor, { ...visit, version: changed.version }, visit.typed, { confirmed: "all" }));
  });

  it("keeps all that is typed beside a predecessor that cannot go, and the predecessor until then", async () => {
    const { version, typed } = (await openEntry(editor, "dossier", dossier.id))!;
    const tab = { id: rowId(9), edit: 1 };
    const left = { ...typed, predecessors: [], summary: "Typed meanwhile." };
    written(await autosave(editor, { kind: "dossier", id: dossier.id, version, tab }, null, left));
    expect((await openEntry(editor, "dossier", dossier.id))!.typed).toMatchObject(left);
    const { draft } = await database().entry.findUniqueOrThrow({ where: { id: dossier.id } });
    expect(draft).toMatchObject({ summary: "Typed meanwhile.", predecessors: [{ country: "SU" }] });
  });

  it("may say more of it, which renews all of its pages", async () => {
    const noted = { ...soviet, from: "1936-12-05" };
    written(await saveDossier([noted], publish));
    const { tags } = await database().outbox.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(tags).toContain(cacheTag.name(dossier.id));
    expect(await findDossier("kazakhstan-mexico")).toMatchObject({
      values: { predecessors: [{ country: "SU", from: "1936-12-05" }] },
    });
  });

  it("names a predecessor to readers before a record about it is published", async () => {
    const yugoslavia = { id: rowId(2), side: "countryB", country: "YU", from: "", to: "" };
    written(await saveDossier([soviet, yugoslavia]));
    const typed = typedFor("visit", ["KZ", "MX"], {
      ...{ from: "YU", to: "KZ", began: "1970", citations: [{ source: dossier.source }] },
    });
    const { outcome, draft } = await createAndPublish(
      editor,
      { kind: "visit", dossierId: dossier.id },
      typed,
      { confirmed: "all" },
    );
    expect(outcome).toMatchObject({ code: "predecessorUnpublished", records: [{ id: dossier.id }] });
    written(await saveDossier([soviet, yugoslavia], publish));
    written(await publish(editor, { ...draft!, kind: "visit" }, typed, { confirmed: "all" }));
  });
});

describe("a backup", () => {
  const rows = (url: string) =>
    onClient(url, async (client) => {
      const { rows: found } = await client.query<object>(
        `SELECT r."facets", p."country", p."from", d."slug" FROM "Record" r
         LEFT JOIN "Dossier" d USING ("id") LEFT JOIN "DossierPredecessor" p ON p."dossierId" = d."id"
         WHERE r."kind" IN ('dossier', 'visit', 'mission') ORDER BY r."id", p."position"`,
      );
      return found;
    });
  const fileOf = async (url: string) => {
    const file = join(await mkdtemp(join(tmpdir(), "entente-predecessors-")), "all.gz");
    await backup(url, file);
    return file;
  };

  it("brings predecessors back, and the sides for which records count", async () => {
    const empty = await emptyDatabase();
    await restore(ours, empty, await fileOf(required("databaseUrl")));
    expect(await rows(empty)).toEqual(await rows(required("databaseUrl")));
  });

  it("of before there were any is taken in, and its database migrated", async () => {
    const old = await emptyDatabase();
    await applyMigrations(ours, old, { upTo: "20261126135500_autosave" });
    const id = "00000000-0000-7000-8000-000000000001";
    await onClient(old, (client) =>
      client.query(`
        INSERT INTO "Entry" ("id", "kind", "state", "draft", "title", "createdByName", "updatedByName")
        VALUES ('${id}', 'dossier', 'draft', '{"countryA":"KZ","countryB":"MX"}', 'T', 'A', 'B');
        INSERT INTO "Record" ("id", "kind", "slug", "title", "searchText", "version", "firstPublishedAt", "lastPublishedAt")
        VALUES ('${id}', 'dossier', 'x', 'T', 'x', 1, now(), now());
        INSERT INTO "Dossier" ("id", "countryA", "countryB", "slug", "summary") VALUES ('${id}', 'KZ', 'MX', 'x', 'S');`),
    );
    const file = await fileOf(old);
    const empty = await emptyDatabase();
    await restore(ours, empty, file);
    await applyMigrations(ours, old);
    expect(await rows(empty)).toEqual([{ facets: [], country: null, from: null, slug: "x" }]);
    expect(await rows(old)).toEqual(await rows(empty));
  });
});
