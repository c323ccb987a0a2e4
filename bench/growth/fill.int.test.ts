/** That a filled database is one that real saves and publications could have left. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { pool } from "@/lib/database/client";
import { publish } from "@/lib/desk/publish/publish";
import { typedFrom } from "@/lib/domain/fields/set";
import { kindKeys, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { required } from "@/lib/env";
import { backup } from "@/lib/operations/backup";
import { restore } from "@/lib/operations/restore";
import { brokenInvariants } from "@/tests/support/desk-invariants";
import { emptyDatabase } from "@/tests/support/empty-database";
import { someone, written } from "@/tests/support/make";
import { type Filled, fill } from "./fill";

let filled: Filled;

beforeAll(async () => {
  filled = await fill(required("directDatabaseUrl"), { records: 1000, dossiers: 12 });
});

const query = async <T extends object>(text: string, ...values: unknown[]) =>
  (await pool().query<T>(text, values)).rows;

/** Of people and announcements it makes none. */
const filledKinds = kindKeys.filter((kind) => kind !== "person" && kind !== "announcement");

it("keeps the desk's invariants in every record", async () => {
  const ids = await query<{ id: string }>('SELECT "id" FROM "Entry"');
  expect(ids.length).toBe(filled.records);
  expect(await brokenInvariants(ids.map(({ id }) => id))).toEqual([]);
});

it("has of each kind what a publication of the same leaves as it is", async () => {
  const kept = `SELECT to_jsonb(r) - 'version' - 'lastPublishedAt' AS record, to_jsonb(t) AS typed,
      (SELECT jsonb_agg(c ORDER BY c."position") FROM "Citation" c WHERE c."recordId" = r."id") AS citations,
      (SELECT jsonb_agg(n ORDER BY n."number") FROM "SourceNumber" n WHERE n."dossierId" = r."dossierId") AS numbers,
      (SELECT to_jsonb(e) - '{version,state,updatedAt,updatedById,updatedByName,lastPublishedAt}'::text[]
       FROM "Entry" e WHERE e."id" = r."id") AS entry`;
  for (const kind of filledKinds) {
    const table = kind.charAt(0).toUpperCase() + kind.slice(1);
    const [one] = await query<{ id: string; version: number; draft: Record<string, unknown> }>(
      `SELECT "id", "version", "draft" FROM "Entry" WHERE "kind" = $1 AND "state" = 'published' ORDER BY random() LIMIT 1`,
      kind,
    );
    const { id, version, draft } = one!;
    const rows = () =>
      query(`${kept} FROM "Record" r JOIN "${table}" t ON t."id" = r."id" WHERE r."id" = $1`, id);
    const before = await rows();
    written(
      await publish(someone("editor"), { kind, id, version }, typedFrom(kindOf(kind).fields, draft), {
        confirmed: "all",
      }),
    );
    expect(await rows(), kind).toEqual(before);
  }
});

it("is taken by a restore, which checks every row by its definition", async () => {
  const folder = await mkdtemp(join(tmpdir(), "entente-fill-"));
  try {
    const rows = await backup(required("databaseUrl"), join(folder, "all.gz"));
    const restored = await restore({ root: "prisma" }, await emptyDatabase(), join(folder, "all.gz"));
    expect(restored.rows).toBe(rows);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it("has the records that were asked for, each kind that a site grows by among them", async () => {
  const counts = await query<{ kind: KindKey; count: number }>(
    'SELECT "kind", count(*)::int AS count FROM "Record" GROUP BY 1',
  );
  expect(counts.map(({ kind }) => kind).sort()).toEqual([...filledKinds].sort());
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(1000 + 12 + 1);
  const [visits] = await query(
    `SELECT count(*)::int AS visits FROM "Record" WHERE "kind" = 'visit' AND "dossierId" = $1`,
    filled.large.id,
  );
  expect(visits).toEqual({ visits: 200 });
});
