/** The migration for passkeys on a database that the version before filled, and a backup of what it made. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { emptyDatabase } from "@/tests/support/empty-database";
import { onClient } from "@/tests/support/on-client";
import { statements } from "@/tests/support/test-postgres";
import { backup } from "./backup";
import { applyMigrations } from "./migrations";
import { restore } from "./restore";

const ours = { root: "prisma" };
const before = "20261127004800_limits_by_dossier";
const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const hash = `$argon2id$v=19$m=19456,t=2,p=1$${"a".repeat(22)}$${"b".repeat(43)}`;

const here = await mkdtemp(join(tmpdir(), "entente-passkeys-"));
let url: string;

const sessionBegunBy = (number: number, by: string) =>
  `INSERT INTO "Session" ("id", "userId", "expiresAt", "begunBy")
   VALUES ('${idOf(number)}', '${idOf(1)}', now() + interval '4 hours', '${by}')`;

beforeAll(async () => {
  url = await emptyDatabase();
  await applyMigrations(ours, url, { upTo: before });
  await statements(
    url,
    `INSERT INTO "User" ("id", "email", "name", "role", "passwordHash", "updatedAt")
     VALUES ('${idOf(1)}', 'a@example.org', 'A', 'admin', '${hash}', now())`,
    ...[sessionBegunBy(11, "password"), sessionBegunBy(12, "provider")],
  );
  await backup(url, join(here, "before.gz"), { people: true });
  await applyMigrations(ours, url);
});

afterAll(() => rm(here, { recursive: true }));

const rowsOf = (address: string, sql: string) =>
  onClient(address, async (client) => (await client.query<object>(sql)).rows);

it("lets sessions go on, and takes such as are begun by a passkey and by nothing else", async () => {
  const begun = `SELECT "begunBy" FROM "Session" ORDER BY "id"`;
  expect(await rowsOf(url, begun)).toEqual([{ begunBy: "password" }, { begunBy: "provider" }]);
  await statements(url, sessionBegunBy(13, "passkey"));
  await expect(statements(url, sessionBegunBy(14, "guess"))).rejects.toThrow("Session_begunBy_check");
});

it("takes a backup that was made before", async () => {
  const other = await emptyDatabase();
  await restore(ours, other, join(here, "before.gz"), { withPeople: true });
  expect(await rowsOf(other, `SELECT "email", "passkeyHandle" FROM "User"`)).toEqual([
    { email: "a@example.org", passkeyHandle: null },
  ]);
});

it("keeps passkeys in a backup with people, and no challenge", async () => {
  await statements(
    url,
    `UPDATE "User" SET "passkeyHandle" = 'handle'`,
    `INSERT INTO "Passkey" ("id", "userId", "name", "credentialId", "publicKey", "counter", "transports", "isSynced")
     VALUES ('${idOf(21)}', '${idOf(1)}', 'Phone', 'credential', 'key', 4294967295, '{internal,hybrid}', true)`,
    `INSERT INTO "PasskeyChallenge" ("challenge", "purpose", "heldBy", "lapsesAt")
     VALUES ('challenge', 'signIn', 'hash', now() + interval '5 minutes')`,
  );
  const other = await emptyDatabase();
  await backup(url, join(here, "people.gz"), { people: true });
  await restore(ours, other, join(here, "people.gz"), { withPeople: true });
  const passkeys = `SELECT p.*, u."passkeyHandle" FROM "Passkey" p JOIN "User" u ON u."id" = p."userId"`;
  expect(await rowsOf(other, passkeys)).toEqual(await rowsOf(url, passkeys));
  expect(await rowsOf(other, `SELECT 1 FROM "PasskeyChallenge"`)).toEqual([]);
});
