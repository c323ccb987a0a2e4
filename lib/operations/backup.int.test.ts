import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gunzipSync, gzipSync } from "node:zlib";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { createUser } from "@/lib/auth/accounts";
import { operator } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { addFile } from "@/lib/desk/write/add-file";
import { required } from "@/lib/env";
import { filesFolder } from "@/lib/files/own-store";
import { seed } from "@/prisma/seed/index";
import { statements } from "@/tests/support/test-postgres";
import { emptyDatabase } from "@/tests/support/empty-database";
import { makeDossier, makeDraft, makePublished } from "@/tests/support/make";
import { onClient } from "@/tests/support/on-client";
import { backup } from "./backup";
import { applyMigrations, migrationState } from "./migrations";
import { restore } from "./restore";

const folder = { root: "prisma" };
let here: string;
let file: string;
let rows: number;
let textId: string;
/** A text of more than one piece. */
const text = Buffer.from("Each Party shall keep its word.\n".repeat(20_000));

const named = (name: string) => join(here, name);
const linesOf = async (path: string) =>
  gunzipSync(await readFile(path))
    .toString()
    .trimEnd()
    .split("\n");
/** Lines with a trailer that says they are whole. */
function sealed(lines: readonly string[], counts: Record<string, number>): string {
  const body = lines.map((line) => `${line}\n`).join("");
  const sha256 = createHash("sha256").update(body).digest("hex");
  return `${body}${JSON.stringify({ rows: counts, sha256 })}\n`;
}
/** The rows of a backup, in an order of their own: a database promises none. */
const rowsOf = async (path: string) => (await linesOf(path)).slice(1, -1).sort();

/** What a database makes sure of besides its tables: indexes, constraints, and triggers that are on. */
const rulesOf = (url: string) =>
  onClient(url, async (client) => {
    const { rows } = await client.query<{ rule: string }>(`
      SELECT indexdef AS rule FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT concat_ws(' ', tgrelid::regclass, tgname, tgenabled) FROM pg_trigger WHERE NOT tgisinternal
      ORDER BY 1`);
    return rows.map(({ rule }) => rule);
  });

/** Schedules a record's publication, and keeps a change of it with the one that takes it back. */
async function schedule({ id: entryId, version: entryVersion }: { id: string; version: number }) {
  const [dueAt, [id, setId, undoId]] = [new Date("2030-12-03T04:00:00Z"), [v7(), v7(), v7()]];
  const by = { madeById: v7(), madeByName: "An editor" };
  const scheduled = { move: "publish", zone: "Asia/Almaty", entryVersion, dueAt, tryAt: dueAt };
  const db = database();
  await db.scheduledMove.create({ data: { id, entryId, ...scheduled, ...by } });
  await db.changeSet.create({ data: { id: setId, action: "trash", state: "done", ...by } });
  await db.changeSet.create({ data: { id: undoId, action: "undo", undoneId: setId, ...by } });
  const item = { setId, position: 1, entryId, entryVersion, stateBefore: "draft" };
  await db.changeItem.create({ data: { ...item, outcome: { previous: "Қ" } } });
}

beforeAll(async () => {
  here = await mkdtemp(join(tmpdir(), "entente-backup-"));
  file = named("all.gz");
  await seed();
  const dossier = await makeDossier();
  await makePublished("tradeYear", dossier, { year: "2020", total: "12345678901234567.89", currency: "USD" });
  const scheduled = await makeDraft("event", dossier);
  await schedule(scheduled);
  await makeDraft("event", dossier, { text: "Қазақстан “quotes” \\ back\nline 	tab  end" });
  await createUser(operator(), { email: "a@example.org", role: "admin", password: "a long enough password" });
  const added = await addFile(operator(), Readable.from([text]));
  if (!added.ok) throw new Error(added.fault);
  textId = added.id;
  const authentic = { role: "authentic-text", file: textId, title: "A text" };
  await makePublished("agreement", dossier, { files: [authentic] });
  rows = await backup(required("databaseUrl"), file);
});

describe("a backup", () => {
  it("comes back from an empty database as it was, people left out", async () => {
    const url = await emptyDatabase();
    expect((await restore(folder, url, file)).rows).toBe(rows);
    await backup(url, named("again.gz"));
    expect(await rowsOf(named("again.gz"))).toEqual(await rowsOf(file));
    expect((await rowsOf(file)).join()).not.toContain("passwordHash");
    expect((await rowsOf(file)).join()).not.toContain("a@example.org");
    expect((await rowsOf(file)).join()).toContain("12345678901234567.89");
    // What is scheduled comes back, to be done late if need be; the queue itself and its sign of life do not.
    expect((await rowsOf(file)).join()).toContain("Asia/Almaty");
    expect((await rowsOf(file)).join()).not.toMatch(/pgboss|JobsHeartbeat|DaysTold/);
  });

  it("comes back with every index and trigger, also where the rows of a table stand apart", async () => {
    const lines = await linesOf(file);
    const { rows: counts } = JSON.parse(lines.at(-1)!) as { rows: Record<string, number> };
    const at = lines.findIndex((line) => line.startsWith('{"table":"Record"'));
    const moved = [...lines.slice(0, at), ...lines.slice(at + 1, -1), lines[at]!];
    await writeFile(named("apart.gz"), gzipSync(sealed(moved, counts)));
    const url = await emptyDatabase();
    expect((await restore(folder, url, named("apart.gz"))).rows).toBe(rows);
    expect(await rulesOf(url)).toEqual(await rulesOf(required("databaseUrl")));
  });

  it("brings files back, and refuses to without one of their pieces", async () => {
    const kept = join(filesFolder(), textId.slice(0, 2), textId);
    expect(await readFile(kept)).toEqual(text);
    await rm(kept);
    await expect(backup(required("databaseUrl"), named("lacking.gz"))).rejects.toThrow("lacks");
    await restore(folder, await emptyDatabase(), file);
    expect(await readFile(kept)).toEqual(text);

    const lines = await linesOf(file);
    const pieces = lines.filter((line) => line.startsWith('{"table":"FileBytes"'));
    expect(pieces.length).toBeGreaterThan(1);
    const without = lines.filter((line) => line !== pieces[0]).slice(0, -1);
    const trailer = JSON.parse(lines.at(-1)!) as { rows: Record<string, number> };
    trailer.rows.FileBytes! -= 1;
    await writeFile(named("cut.gz"), gzipSync(sealed(without, trailer.rows)));
    await expect(restore(folder, await emptyDatabase(), named("cut.gz"))).rejects.toThrow("missing");
  });

  it("leaves a database in which one can go on", async () => {
    const url = await emptyDatabase();
    await restore(folder, url, file);
    await statements(
      url,
      `INSERT INTO "Outbox" ("recordId", kind, action, slug) VALUES ('${"0".repeat(8)}-0000-7000-8000-000000000000', 'visit', 'publish', 'x')`,
    );
    // References are held again.
    await expect(
      statements(url, `UPDATE "SourceNumber" SET "dossierId" = gen_random_uuid()`),
    ).rejects.toThrow(/foreign key/);
    // What the database keeps of how many there are is kept here as well.
    const counts = `SELECT json_agg("RecordCount" ORDER BY "kind", "dossierId") AS counts FROM "RecordCount"`;
    const read = (at: string) =>
      onClient(at, async (client) => (await client.query<{ counts: unknown }>(counts)).rows);
    expect(await read(url)).toEqual(await read(required("databaseUrl")));
  });

  it("of an older version comes back into a newer one", async () => {
    const newer = { root: named("newer") };
    await cp("prisma", newer.root, { recursive: true });
    const added = join(newer.root, "migrations", "29990101000000_later");
    await mkdir(added);
    await writeFile(
      join(added, "migration.sql"),
      `ALTER TABLE "Event" ADD COLUMN later int NOT NULL DEFAULT 1;`,
    );
    const url = await emptyDatabase();
    expect((await restore(newer, url, file)).rows).toBe(rows);
    expect((await migrationState(newer, url)).applied).toContain("29990101000000_later");
  });

  it("brings the people too where that was asked for", async () => {
    await backup(required("databaseUrl"), named("people.gz"), { people: true });
    const url = await emptyDatabase();
    const people = named("people.gz");
    await expect(restore(folder, url, people)).rejects.toThrow(/holds 1 account, among them 1 admin/);
    expect((await restore(folder, url, people, { withPeople: true })).people).toEqual({
      accounts: 1,
      admins: 1,
    });
    await backup(url, named("people-again.gz"), { people: true });
    expect(await rowsOf(named("people-again.gz"))).toEqual(await rowsOf(named("people.gz")));
    expect((await rowsOf(named("people.gz"))).join()).toContain("passwordHash");
    expect((await rowsOf(named("people.gz"))).join()).toContain("account.add");
    expect((await rowsOf(named("people.gz"))).join()).not.toContain('"Session"');
  });

  it("is for its owner's eyes, and never overwrites", async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await expect(backup(required("databaseUrl"), file)).rejects.toThrow(/exists already/);
    await writeFile(named("other.gz.part"), "somebody else's");
    await expect(backup(required("databaseUrl"), named("other.gz"))).rejects.toThrow(/another backup/);
    expect(await readFile(named("other.gz.part"), "utf8")).toBe("somebody else's");
    const nowhere = named("no-such-folder/all.gz");
    await expect(backup(required("databaseUrl"), nowhere)).rejects.toThrow(/cannot be written: ENOENT/);
  });
});

describe("restoring refuses, and changes nothing:", () => {
  async function changed(change: (lines: string[]) => string[]) {
    const path = named(`${Math.random()}.gz`);
    await writeFile(path, gzipSync(`${change(await linesOf(file)).join("\n")}\n`));
    return path;
  }

  it("a database that holds records", async () => {
    await expect(restore(folder, required("databaseUrl"), file)).rejects.toThrow(/not empty/);
  });

  it.each<[string, RegExp, (lines: string[]) => string[]]>([
    [
      "a changed value",
      /do not match their checksum/,
      (all) => all.map((line) => line.replace("2014", "2015")),
    ],
    ["a missing row", /do not match their checksum/, (all) => all.toSpliced(5, 1)],
    ["a missing end", /cut short/, (all) => all.slice(0, -1)],
    [
      "a row of a table it does not have",
      /no row of its tables/,
      (all) => all.toSpliced(2, 0, '{"table":"pg_authid","values":{}}'),
    ],
    [
      "another version of the format",
      /another version/,
      ([first, ...all]) => [first!.replace('"version":1', '"version":2'), ...all],
    ],
    [
      "a migration that this version lacks",
      /this one lacks/,
      ([first, ...all]) => [first!.replace(/"migration":"/, '"migration":"2'), ...all],
    ],
    ["something else", /no backup of Entente/, () => ["{}", "{}"]],
  ])("%s", async (_what, says, change) => {
    const url = await emptyDatabase();
    await applyMigrations(folder, url);
    await expect(restore(folder, url, await changed(change))).rejects.toThrow(says);
    await backup(url, named(`${Math.random()}-empty.gz`)).then((count) => expect(count).toBe(0));
  });

  it("a backup that is cut short, before it makes a table", async () => {
    const url = await emptyDatabase();
    const path = await changed((all) => all.slice(0, -1));
    await expect(restore(folder, url, path)).rejects.toThrow(/cut short/);
    await writeFile(path, (await readFile(file)).subarray(0, 2000));
    await expect(restore(folder, url, path)).rejects.toThrow(/cut short/);
    await expect(statements(url, "SELECT FROM _prisma_migrations")).rejects.toThrow(/does not exist/);
  });

  it("a file that is no archive, and one that is not there", async () => {
    const url = await emptyDatabase();
    await writeFile(named("text"), "text");
    await expect(restore(folder, url, named("text"))).rejects.toThrow(/no backup of Entente/);
    await expect(restore(folder, url, named("nowhere"))).rejects.toThrow(/no file/);
  });
});
