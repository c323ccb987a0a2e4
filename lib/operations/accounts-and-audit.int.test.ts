/** The migrations for sessions, second steps and the sealed audit log, on a database that the version before them filled. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { verifyChain } from "@/lib/audit/verify-chain";
import { emptyDatabase } from "@/tests/support/empty-database";
import { onClient } from "@/tests/support/on-client";
import { statements } from "@/tests/support/test-postgres";
import { backup } from "./backup";
import { applyMigrations } from "./migrations";
import { restore } from "./restore";

const ours = { root: "prisma" };
const before = "20261126172516_templates";
const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const hash = `$argon2id$v=19$m=19456,t=2,p=1$${"a".repeat(22)}$${"b".repeat(43)}`;

const here = await mkdtemp(join(tmpdir(), "entente-accounts-"));
let url: string;

beforeAll(async () => {
  url = await emptyDatabase();
  await applyMigrations(ours, url, { upTo: before });
  await statements(
    url,
    `INSERT INTO "User" ("id", "email", "name", "role", "passwordHash", "updatedAt")
     VALUES ('${idOf(1)}', 'a@example.org', 'A', 'admin', '${hash}', now())`,
    `INSERT INTO "Session" ("id", "userId", "createdAt", "expiresAt")
     VALUES ('${idOf(11)}', '${idOf(1)}', now() - interval '9 hours', now() + interval '4 hours')`,
    ...[1, 2, 3].map(
      (number) => `INSERT INTO "AuditEvent" ("id", "at", "byName", "action", "subject", "detail")
        VALUES ('${idOf(20 + number)}', '2026-01-0${number}', 'A', '${number === 2 ? "account.add" : "save"}', 's', '{"a": 1.50}')`,
    ),
  );
  await backup(url, join(here, "before.gz"), { people: true });
  await applyMigrations(ours, url);
});

afterAll(() => rm(here, { recursive: true }));

const rowsOf = <T extends object>(address: string, sql: string) =>
  onClient(address, async (client) => (await client.query<T>(sql)).rows);

const check = async (address: string) => {
  expect(
    await rowsOf(address, `SELECT "passwordLapsesAt", "secondStep", "secondStepUsed" FROM "User"`),
  ).toEqual([{ passwordLapsesAt: null, secondStep: null, secondStepUsed: null }]);
  expect(await rowsOf(address, `SELECT right("id"::text, 2) AS id FROM "AuditEvent" ORDER BY "seq"`)).toEqual(
    ["21", "22", "23"].map((id) => ({ id })),
  );
  expect(await onClient(address, (client) => verifyChain(client))).toMatchObject({
    ...{ fault: null, seals: 0, unsealed: 3, unsealedSince: new Date("2026-01-01T00:00:00Z") },
  });
};

it("keeps accounts as they were, and gives the events their places in order", () => check(url));

it("lets sessions go on, and says when they were last used", async () => {
  const [session] = await rowsOf<Record<string, unknown>>(
    url,
    `SELECT "network", "browser", "system", "isSecondStep", round(extract(epoch FROM now() - "usedAt") / 3600)::int AS hours
     FROM "Session"`,
  );
  expect(session).toEqual({ network: "", browser: "", system: "", isSecondStep: false, hours: 8 });
});

it("goes on with the places of new events", async () => {
  await statements(
    url,
    `INSERT INTO "AuditEvent" ("id", "byName", "action", "subject") VALUES ('${idOf(30)}', 'A', 'save', 's')`,
  );
  expect(await rowsOf(url, `SELECT "seq"::int FROM "AuditEvent" WHERE "id" = '${idOf(30)}'`)).toEqual([
    { seq: 4 },
  ]);
});

it("takes a backup that was made before", async () => {
  const other = await emptyDatabase();
  await restore(ours, other, join(here, "before.gz"), { withPeople: true });
  await check(other);
});
