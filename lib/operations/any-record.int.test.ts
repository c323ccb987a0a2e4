/**
 * That any record which its form accepts survives publication, export, a backup, its restore and comparison unchanged, the ids
 * of its rows included. All records are made first: there is one backup and one restore.
 */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import readExcelFile from "read-excel-file/node";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { operator } from "@/lib/auth/actor";
import { closeDatabase } from "@/lib/database/client";
import { createAndPublish } from "@/lib/desk/publish/create-published";
import { openEntry } from "@/lib/desk/read/open";
import { addFile } from "@/lib/desk/write/add-file";
import { saveDraft } from "@/lib/desk/write/save";
import { differences } from "@/lib/domain/compare";
import { type Held, isEmpty, type Typed } from "@/lib/domain/fields/field";
import { typedFrom } from "@/lib/domain/fields/set";
import { filePath } from "@/lib/domain/files";
import { kindKeys, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { project } from "@/lib/domain/projection";
import type { PublishedRecord } from "@/lib/domain/published";
import { parseRecord } from "@/lib/domain/record";
import { required } from "@/lib/env";
import { csvOf, neutral } from "@/lib/exchange/csv";
import { jsonOf } from "@/lib/exchange/json";
import { inSheet, xlsxFile } from "@/lib/exchange/xlsx";
import { recordsById } from "@/lib/published/by-id";
import { anyRecord, sent } from "@/tests/support/any-record";
import type { Around } from "@/tests/support/any-value";
import { expectedCells } from "@/tests/support/expected-cells";
import { emptyDatabase } from "@/tests/support/empty-database";
import { makeDossierThat, someone, written } from "@/tests/support/make";
import { onClient } from "@/tests/support/on-client";
import { tableContext } from "@/tests/support/published";
import { statements } from "@/tests/support/test-postgres";
import { backup } from "./backup";
import { quoted, tablesOf } from "./backup-tables";
import { restore } from "./restore";

const ofEachKind = 10;
/** Stands in the name of what fails: with it here instead, the same records are made again. */
const seed = Date.now() % 2 ** 31;
const editor = someone("editor");

interface Made {
  id: string;
  kind: KindKey;
  /** What the form is to show. */
  typed: Typed;
  values: Held;
}

const made: Made[] = [];

// What is referred to comes before what refers to it.
const first: readonly KindKey[] = ["source", "person", "agreement"];
const inOrder = [...first, ...kindKeys.filter((key) => !first.includes(key))];

/** Equal for two records of a kind that may not stand beside each other. */
function keyOf(key: KindKey, around: Around, typed: Typed): string {
  const { values } = parseRecord(kindOf(key), typed, around, "publish");
  return project(kindOf(key), values).uniqueKey ?? JSON.stringify(typed);
}

async function make(kind: KindKey, dossierId: string | null, around: Around, typed: Typed): Promise<Made> {
  const { values } = parseRecord(kindOf(kind), typed, around, "publish");
  const { outcome } = await createAndPublish(editor, { kind, dossierId }, typed, { confirmed: "all" });
  return { id: written(outcome).id, kind, typed: typedFrom(kindOf(kind).fields, values), values };
}

async function makeAll(): Promise<void> {
  const predecessors = [
    { side: "countryA", country: "SU" },
    { side: "countryB", country: "YU", from: "1918-12-01", to: "1992" },
  ] as const;
  const dossier = await makeDossierThat({ predecessors: [...predecessors] });
  const files = await Promise.all(
    ["Each Party shall keep its word.", "Chaque Partie tient parole."].map((text) =>
      addFile(operator(), Readable.from([Buffer.from(text)])),
    ),
  );
  const records: Record<string, string[]> = {};
  for (const kind of inOrder) {
    const { inDossier } = kindOf(kind);
    const around = {
      parties: inDossier ? dossier.parties : null,
      predecessors,
      records,
      files: files.flatMap((one) => (one.ok ? [one.id] : [])),
    };
    const taken = new Set<string>();
    // Those of the second half can refer to those of the first.
    for (const half of [1, 2]) {
      // Of few values some are the same record twice.
      for (const typed of fc.sample(anyRecord(kind, around), {
        seed: seed + half,
        numRuns: ofEachKind * 2,
      })) {
        const key = keyOf(kind, around, typed);
        if (taken.has(key) || taken.size >= (ofEachKind / 2) * half) continue;
        taken.add(key);
        const one = await make(kind, inDossier ? dossier.id : null, around, typed);
        made.push(one);
        (records[kind] ??= []).push(one.id);
      }
    }
    expect(taken.size, kind).toBeGreaterThan(ofEachKind / 2);
  }
}

/** Without what is empty, in whichever way. */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => !isEmpty(one));
  return Object.fromEntries(entries.map(([key, one]) => [key, filled(one)]));
}

/** What readers are to see: what follows from what was typed is said as well, and a dossier's address. */
const published = ({ kind, values }: Made, { slug }: PublishedRecord) =>
  filled({ ...kindOf(kind).completed(values), ...(kind === "dossier" && { slug }) });

async function expectPublished(): Promise<void> {
  const records = await recordsById(made);
  for (const one of made) {
    const record = records.get(one.id)!;
    expect(filled(record.values), `${one.kind} ${one.id}`).toEqual(published(one, record));
  }
}

/**
 * The rows of every table that a backup holds. What searches look through the database folds anew as it comes back; the seven
 * letters of which that makes others once more (Ʝ is ʝ, and ʝ is j) are compared as they are then.
 */
function allRows(): Promise<Record<string, unknown[]>> {
  return onClient(required("databaseUrl"), async (client) => {
    const tables: Record<string, unknown[]> = {};
    for (const table of Object.keys(await tablesOf(client, false))) {
      const text = `SELECT CASE WHEN r ? 'searchText'
          THEN r || jsonb_build_object('searchText', entente_folded(r->>'searchText')) ELSE r END AS "row"
        FROM ${quoted(table)} t, to_jsonb(t) r ORDER BY 1`;
      tables[table] = (await client.query<{ row: unknown }>(text)).rows.map(({ row }) => row);
    }
    return tables;
  });
}

/** Puts another database in the place of that of these tests. */
async function standIn(url: string): Promise<void> {
  await closeDatabase();
  const [own, other] = [required("databaseUrl"), url].map((one) => new URL(one).pathname.slice(1));
  await statements(
    inject("admin"),
    `ALTER DATABASE ${own} RENAME TO ${other}_before`,
    `ALTER DATABASE ${other} RENAME TO ${own}`,
  );
}

beforeAll(makeAll, 120_000);

describe(`any record that its form accepts (seed ${seed})`, () => {
  it("is read back as it was sent, once it is published", expectPublished);

  it("says the same in JSON, row ids included", async () => {
    const records = await recordsById(made);
    for (const kind of kindKeys) {
      const own = made.filter((one) => one.kind === kind);
      const text = jsonOf(
        kind,
        own.map(({ id }) => records.get(id)!),
        { ...tableContext, named: records },
      );
      const { records: said } = JSON.parse(text) as { records: { id: string; values: Held }[] };
      expect(said.map(({ id }) => id)).toEqual(own.map(({ id }) => id));
      for (const [index, one] of own.entries()) {
        const text = JSON.stringify(published(one, records.get(one.id)!));
        const values = JSON.parse(text, (key, value: unknown) =>
          key === "file" && typeof value === "string" ? filePath(value) : value,
        ) as unknown;
        expect(filled(said[index]!.values), `${kind} ${one.id}`).toEqual(values);
      }
    }
  });

  it("says every value in CSV and in a workbook, read back by libraries", async () => {
    const records = await recordsById(made);
    const context = { ...tableContext, named: records };
    for (const kind of kindKeys) {
      const own = made.filter((one) => one.kind === kind).map(({ id }) => records.get(id)!);
      const [header = [], ...lines] = parseCsv(csvOf(kind, own, context)) as string[][];
      const sheet = xlsxFile(kind, tableContext);
      sheet.batch({ records: own, named: records });
      const [read] = await readExcelFile(await sheet.bytes(), { trim: false });
      const [heads = [], ...rows] = read!.data;
      expect([heads, lines.length, rows.length]).toEqual([header, own.length, own.length]);
      for (const [at, record] of own.entries()) {
        const { texts, addresses } = expectedCells(record, records);
        for (const [name, text] of texts) {
          const [what, column] = [`${kind} ${record.id} ${name}`, header.indexOf(name)];
          expect(lines[at]![column], what).toBe(neutral(text));
          const cell = rows[at]![column];
          if (typeof cell === "number") expect(cell, what).toBe(Number(text));
          // A day, which is one whatever the zone.
          else if (cell instanceof Date) expect(cell.toISOString(), what).toBe(`${text}T00:00:00.000Z`);
          else expect(cell ?? "", what).toBe(inSheet(text));
        }
        for (const [name, ends] of addresses) {
          const [csv, cell] = [lines[at], rows[at]].map((row) => String(row![header.indexOf(name)] ?? ""));
          expect(cell, name).toBe(csv);
          const held = csv!.split("|");
          for (const [index, end] of ends.entries()) expect(held[index] ?? "", name).toContain(end);
        }
      }
    }
  });

  it("comes back from a backup in every table, and opens and compares as it was", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "entente-any-")), "all.gz");
    const before = await allRows();
    const rows = await backup(required("databaseUrl"), file);
    const url = await emptyDatabase();
    expect((await restore({ root: "prisma" }, url, file)).rows).toBe(rows);
    await standIn(url);

    const after = await allRows();
    for (const [table, rows] of Object.entries(before)) expect(after[table], table).toEqual(rows);
    await expectPublished();
    for (const { id, kind, typed } of made) {
      const opened = (await openEntry(editor, kind, id))!;
      expect(differences(opened.typed, typed), `${kind} ${id}`).toEqual([]);
      expect(opened.typed).toEqual(typed);
    }
  });

  it("stays as it is when its restored form is saved unchanged", async () => {
    for (const { id, kind, typed } of made) {
      const { version, typed: shown } = (await openEntry(editor, kind, id))!;
      written(await saveDraft(editor, { kind, id, version }, sent(kindOf(kind), shown)));
      const saved = (await openEntry(editor, kind, id))!;
      expect(differences(saved.typed, typed), `${kind} ${id}`).toEqual([]);
      expect(saved.typed).toEqual(typed);
    }
  });
});
