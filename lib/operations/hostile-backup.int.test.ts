/** Backups that are whole, with counts and checksum right, and hold what Entente could not have written. */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { copyFile, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip, gunzipSync, gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { createUser } from "@/lib/auth/accounts";
import { operator } from "@/lib/auth/actor";
import { withConnection } from "@/lib/database/connection";
import { required } from "@/lib/env";
import { seed } from "@/prisma/seed/index";
import { emptyDatabase } from "@/tests/support/empty-database";
import { backup } from "./backup";
import type * as migrations from "./migrations";
import { applyMigrations } from "./migrations";
import { restore } from "./restore";

// The real one, into whose work a test can come.
vi.mock("./migrations", async (original) => {
  const real = await original<typeof migrations>();
  return { ...real, applyMigrations: vi.fn(real.applyMigrations) };
});

const folder = { root: "prisma" };
let here: string;
let good: string[];
let withPeople: string[];
/** A database with tables and no row, as each refusal leaves it. */
let untouched: string;

/** What nothing has for an id. */
const nothing = "01890a5d-ac96-774b-bcce-b302099a8057";

const named = (name: string) => join(here, name);
const linesOf = async (path: string) =>
  String(gunzipSync(await readFile(path)))
    .trimEnd()
    .split("\n");

beforeAll(async () => {
  here = await mkdtemp(join(tmpdir(), "entente-hostile-"));
  await seed();
  await createUser(operator(), { email: "a@example.org", role: "admin", password: "a long enough password" });
  const url = required("databaseUrl");
  await backup(url, named("good.gz"));
  await backup(url, named("people.gz"), { people: true });
  good = await linesOf(named("good.gz"));
  withPeople = await linesOf(named("people.gz"));
  untouched = await emptyDatabase();
  await applyMigrations(folder, untouched);
});

/** A backup of these rows with the trailer that goes with them. */
async function forged(lines: string[]): Promise<string> {
  const rows: Record<string, number> = {};
  const { tables } = JSON.parse(lines[0]!) as { tables: Record<string, string[]> };
  for (const table of Object.keys(tables)) rows[table] = 0;
  for (const line of lines.slice(1, -1)) {
    const table = /^\{"table":"(\w+)"/.exec(line)?.[1];
    if (table) rows[table] = (rows[table] ?? 0) + 1;
  }
  const text = lines
    .slice(0, -1)
    .map((line) => `${line}\n`)
    .join("");
  const sha256 = createHash("sha256").update(text).digest("hex");
  const path = named(`${Math.random()}.gz`);
  await writeFile(path, gzipSync(`${text}${JSON.stringify({ rows, sha256 })}\n`));
  return path;
}

/** The first row of a table that can be changed so, in a backup that is otherwise right; and its line. */
async function withRow(table: string, change: (row: string) => string, from = good) {
  const at = from.findIndex((line) => line.startsWith(`{"table":"${table}"`) && change(line) !== line);
  expect(at, table).toBeGreaterThan(0);
  const changed = change(from[at]!);
  return { file: await forged(from.with(at, changed)), line: at + 1 };
}

/** Sets values of a row; a value of undefined takes its column away. */
const setting = (values: object) => (row: string) => {
  const parsed = JSON.parse(row) as { table: string; values: Record<string, unknown> };
  return JSON.stringify({ ...parsed, values: { ...parsed.values, ...values } });
};

/** Sets values of a row's JSON column. */
const inside = (column: string, values: object) => (row: string) => {
  const parsed = JSON.parse(row) as { values: Record<string, object> };
  return setting({ [column]: { ...parsed.values[column], ...values } })(row);
};

/** Puts something before a record's citations. */
const citing = (what: string) => (row: string) => row.replace(/"citations": ?\[(?=\{)/, `$&${what}, `);

async function expectEmpty(url: string): Promise<void> {
  await withConnection(url, async (client) => {
    for (const table of ["Entry", "Record", "Revision", "AuditEvent", "User"]) {
      const { rows } = await client.query(`SELECT count(*)::int AS count FROM "${table}"`);
      expect(rows, table).toEqual([{ count: 0 }]);
    }
  });
}

it("forged as these are, one without a change comes back", async () => {
  const { rows } = await restore(folder, await emptyDatabase(), await forged(good));
  expect(rows).toBe(good.length - 2);
});

describe("a backup is refused by its line, and changes nothing, when a row has", () => {
  it.each<[string, string, (row: string) => string, RegExp]>([
    ["a slug that climbs out of its folder", "Entry", setting({ slug: "../../etc" }), /its slug is none/],
    ["such a slug in print", "Record", setting({ slug: "..%2f" }), /its slug is none/],
    ["such a slug in the outbox", "Outbox", setting({ slug: "a/../b" }), /its slug is none/],
    ["an unknown kind", "Entry", setting({ kind: "nonsense" }), /no such kind/],
    ["a kind out of every object's prototype", "Entry", setting({ kind: "constructor" }), /no such kind/],
    ["an unknown state", "Entry", setting({ state: "hidden" }), /Entry_state_check/],
    ["an id that is none", "Entry", setting({ id: "1" }), /id is not what a column of type uuid holds/],
    [
      "an id in another form",
      "Entry",
      (row) => row.replace(/"id":"([0-9a-f-]+)"/, '"id":"{$1}"'),
      /type uuid/,
    ],
    [
      "an object for a text",
      "Entry",
      setting({ title: { toString: "x" } }),
      /title is not what .* text holds/,
    ],
    ["a number for a text", "Entry", setting({ title: 1 }), /title is not what .* text holds/],
    ["an endless instant", "Entry", setting({ updatedAt: "infinity" }), /updatedAt is not what/],
    ["a column too many", "Entry", setting({ extra: 1 }), /there is no column "extra"/],
    ["a column too few", "Entry", setting({ title: undefined }), /it lacks title/],
    ["null where there must be a value", "Entry", setting({ title: null }), /title is empty/],
    ["a control character", "Entry", setting({ title: "a\u0000b" }), /control characters/],
    ["half a character", "Entry", setting({ title: "a\ud800b" }), /control characters/],
    ["a key twice", "Entry", (row) => row.replace('"kind":', '"kind":"visit","kind":'), /a key twice/],
    ...["\t", "\r", " \t\r "].map((space): [string, string, (row: string) => string, RegExp] => [
      `a key twice, with ${JSON.stringify(space)} before its colon`,
      "Entry",
      (row) => row.replace('"kind":', `"kind"${space}:"visit","kind":`),
      /a key twice/,
    ]),
    [
      "a key twice deep inside",
      "Entry",
      (row) => row.replace(/"draft":\{/, '"draft":{"x":{"a":1,"a":2},'),
      /twice/,
    ],
    [
      "another row behind it",
      "Entry",
      (row) => `${row.slice(0, -1)},${row.slice(row.indexOf('"values":') + 9)}`,
      /not one JSON object/,
    ],
    ["a draft that is a list", "Entry", setting({ draft: [] }), /draft is not what .* jsonb holds/],
    [
      "a draft with a field that its kind lacks",
      "Entry",
      inside("draft", { nonsense: "x" }),
      /has no "nonsense"/,
    ],
    ["a draft with another shape", "Entry", citing('"x"'), /citations has not the shape/],
    [
      "a draft with a key into every object",
      "Entry",
      (row) => row.replace(/"draft":\{/, '"draft":{"__proto__":{"a":1},'),
      /has no "__proto__"/,
    ],
    ["a version that nothing wrote", "Revision", citing("1"), /citations has not the shape/],
    ["a copy of no entry", "Revision", setting({ entryId: nothing }), /no entry before it/],
    ["a script for a web address", "Source", setting({ address: "javascript:alert(1)" }), /address.scheme/],
    ["what is no country", "Visit", setting({ from: "XX" }), /from is not right \(country.unknown\)/],
    [
      "an account's event in a backup without people",
      "AuditEvent",
      setting({ action: "account.add" }),
      /tells of accounts/,
    ],
    ["an event of no name", "AuditEvent", setting({ action: "<b>" }), /no such action/],
    ["JSON without end", "AuditEvent", setting({ detail: nested(40) }), /too much within one another/],
    ["a title of 200,000 letters", "Entry", setting({ title: "x".repeat(200_000) }), /title is longer/],
    ["such a title in print", "Record", setting({ title: "x".repeat(200_000) }), /title is longer/],
    [
      "a host's name of 200,000 letters",
      "VisitMeeting",
      setting({ host: "x".repeat(200_000) }),
      /host is longer/,
    ],
    ["a facet that is a novel", "Entry", inside("facets", { type: "x".repeat(2000) }), /facets are none/],
    ["a year that no calendar of ours has", "TradeYear", setting({ year: 3000 }), /year/],
    ["a citation of no source", "Citation", setting({ sourceId: nothing }), /Citation_sourceId_fkey/],
    [
      "a number for no dossier",
      "SourceNumber",
      setting({ dossierId: nothing }),
      /SourceNumber_dossierId_fkey/,
    ],
  ])("%s", async (_what, table, change, says) => {
    const { file, line } = await withRow(table, change);
    const refusal: unknown = await restore(folder, untouched, file).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: "BackupFault", message: expect.stringMatching(says) });
    expect((refusal as Error).message).toMatch(new RegExp(`\\b[Ll]ine ${line}\\b`));
    await expectEmpty(untouched);
  });

  it.each<[string, object, RegExp]>([
    ["a hash that takes all memory", { passwordHash: hashOf("m=4194304,t=2,p=1") }, /none of ours/],
    ["a hash of another kind", { passwordHash: "$2b$12$abcdefghijklmnopqrstuv" }, /none of ours/],
    ["an address that is none", { email: "a\nb" }, /e-mail address is none/],
    ["an unknown role", { role: "owner" }, /User_role_check/],
  ])("(an account) %s", async (_what, values, says) => {
    const { file } = await withRow("User", setting(values), withPeople);
    await expect(restore(folder, untouched, file, { withPeople: true })).rejects.toThrow(says);
    await expectEmpty(untouched);
  });
});

describe("accounts in a backup", () => {
  it("are said, and taken only where that is meant", async () => {
    const url = await emptyDatabase();
    const file = named("people.gz");
    await expect(restore(folder, url, file)).rejects.toThrow(/holds 1 account, among them 1 admin:/);
    expect((await restore(folder, url, file, { withPeople: true })).people).toEqual({
      accounts: 1,
      admins: 1,
    });
  });

  it("are not taken either where the file changes after it was read through", async () => {
    const file = named("changing.gz");
    await copyFile(await forged(good), file);
    const { applyMigrations: real } = await vi.importActual<typeof migrations>("./migrations");
    vi.mocked(applyMigrations).mockImplementationOnce(async (...args) => {
      const applied = await real(...args);
      await copyFile(named("people.gz"), file);
      return applied;
    });
    const url = await emptyDatabase();
    await expect(restore(folder, url, file)).rejects.toThrow(/accounts that it did not hold at first/);
    await expectEmpty(url);
  });

  it("count as admins' where their role cannot be read", async () => {
    const { file } = await withRow("User", (row) => row.replace('"role":', '"Role":'), withPeople);
    await expect(restore(folder, await emptyDatabase(), file)).rejects.toThrow(/among them 1 admin:/);
  });
});

describe("a file that would fill the memory is refused, with little of it used:", () => {
  async function gzipped(pieces: Iterable<Buffer>): Promise<string> {
    const path = named(`${Math.random()}.gz`);
    await pipeline(Readable.from(pieces), createGzip({ level: 1 }), createWriteStream(path));
    return path;
  }

  function* endlessLine(start: string) {
    yield Buffer.from(start);
    const piece = Buffer.alloc(1024 * 1024, "x");
    for (let i = 0; i < 512; i++) yield piece;
  }

  it.each([
    ["a first line without end", () => "", /line 1 is too long/],
    ["a row without end", () => `${good[0]}\n{"table":"Entry","values":{"title":"`, /line 2 is too long/],
  ])("%s", async (_what, start, says) => {
    const file = await gzipped(endlessLine(start()));
    const before = process.memoryUsage().rss;
    await expect(restore(folder, await emptyDatabase(), file)).rejects.toThrow(says);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });
});

function nested(depth: number): object {
  return depth ? { a: nested(depth - 1) } : {};
}

function hashOf(costs: string): string {
  return `$argon2id$v=19$${costs}$TYMLixQIiGQ+2Kuls62kKg$t4CVEf/h+hxAdiiC+mQtIUDpoRsA/vQC0fsWI3uXwrQ`;
}
