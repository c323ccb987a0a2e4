/**
 * Does what takes down an instant, on the database of the environment, in the time zone of the environment, and prints
 * each instant as everything that reads it says it. The first argument is the address of an empty database to
 * restore a backup into.
 */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { showInstant } from "@/app/admin/wording/instant";
import { operator } from "@/lib/auth/actor";
import { createUser } from "@/lib/auth/accounts";
import { sessionsOf } from "@/lib/auth/sessions";
import { signIn } from "@/lib/auth/sign-in";
import { closeDatabase, database } from "@/lib/database/client";
import { withConnection } from "@/lib/database/connection";
import { historyOf } from "@/lib/desk/read/history";
import { required } from "@/lib/env";
import { backup } from "@/lib/operations/backup";
import { restore } from "@/lib/operations/restore";
import { makeDossier } from "./make";

const [other = ""] = process.argv.slice(2);
const here = await mkdtemp(join(tmpdir(), "entente-instants-"));

/** An instant of a row as PostgreSQL counts it, which depends on no zone. */
async function counted(url: string, sql: string, values: unknown[]): Promise<string> {
  return withConnection(url, async (client) => {
    const { rows } = await client.query<{ ms: string }>(
      `SELECT (extract(epoch FROM (${sql})) * 1000)::bigint::text AS ms`,
      values,
    );
    return new Date(Number(rows[0]?.ms)).toISOString();
  });
}

/** The line of a table's row in a backup of a database. */
async function backedUp(url: string, id: string): Promise<Record<string, string>> {
  const file = join(here, `${Math.random()}.gz`);
  await backup(url, file);
  const lines = gunzipSync(await readFile(file))
    .toString()
    .split("\n");
  const line = lines.find((one) => one.startsWith('{"table":"Entry"') && one.includes(`"id":"${id}"`));
  return (JSON.parse(line ?? "{}") as { values: Record<string, string> }).values;
}

const url = required("databaseUrl");
const { id } = await makeDossier();
// What our own clock says, written through Prisma, beside what the database's clock says.
const fixed = new Date("2026-01-02T00:36:00.000Z");
await database().auditEvent.create({
  data: { id: "01890a5d-ac96-774b-bcce-b302099a8057", at: fixed, byName: "A", action: "test", subject: "s" },
});
const event = await database().auditEvent.findFirstOrThrow({ where: { action: "test" } });
const entry = await database().entry.findUniqueOrThrow({ where: { id } });
const record = await database().record.findUniqueOrThrow({ where: { id }, include: { entry: true } });
const [line] = await historyOf(operator(), id);

const person = { email: "a@example.org", role: "editor", password: "a long enough password" };
const account = await createUser(operator(), person);
const began = Date.now();
await signIn(person, { address: "192.0.2.1" });
const [session] = account.ok ? await sessionsOf(account.account.id) : [];

const inBackup = await backedUp(url, id);
await restore({ root: "prisma" }, other, join(here, (await readdir(here))[0]!));
const again = await backedUp(other, id);
await closeDatabase();
await rm(here, { recursive: true });

const ofEntry = `SELECT "updatedAt" FROM "Entry" WHERE "id" = $1`;
const ofRevision = `SELECT max("at") FROM "Revision" WHERE "entryId" = $1`;
const lastAct = await counted(url, ofRevision, [id]);
console.log(
  JSON.stringify({
    shown: showInstant(event.at.toISOString()),
    fixed: await counted(url, `SELECT "at" FROM "AuditEvent" WHERE "action" = $1`, ["test"]),
    entry: [
      await counted(url, ofEntry, [id]),
      entry.updatedAt.toISOString(),
      record.entry.updatedAt.toISOString(),
      new Date(inBackup.updatedAt ?? "").toISOString(),
      new Date(again.updatedAt ?? "").toISOString(),
      await counted(other, ofEntry, [id]),
    ],
    revision: [lastAct, line?.at, await counted(other, ofRevision, [id])],
    offsets: [inBackup.updatedAt?.slice(-6), again.updatedAt?.slice(-6)],
    sessionAge: Math.abs((session?.startedAt.getTime() ?? 0) - began) < 60_000 ? "under a minute" : "wrong",
  }),
);
