/** What a pool sets on its connections, and what it leaves to the account where a pooler stands between. */
import { expect, it, onTestFinished } from "vitest";
import { required } from "@/lib/env";
import { pooledFault, poolTo } from "./pool-to";

function poolAt(address: string) {
  const pool = poolTo(address, { connections: 1, turnWithin: 2000, answerWithin: 2000 });
  onTestFinished(() => pool.end());
  return pool;
}
const pooled = () => {
  const address = new URL(required("databaseUrl"));
  address.searchParams.set("pgbouncer", "true");
  return poolAt(address.href);
};

const settings = `SELECT current_setting('statement_timeout') AS "limit", current_setting('TimeZone') AS zone,
  current_user = 'entente_app' AS "isApplication"`;
const named = {
  name: "one",
  text: "SELECT name FROM pg_prepared_statements WHERE name = $1",
  values: ["one"],
};

it("bounds statements, works as the application, and keeps named statements on a connection of its own", async () => {
  const pool = poolAt(required("databaseUrl"));
  expect((await pool.query(settings)).rows).toEqual([{ limit: "10s", zone: "UTC", isApplication: true }]);
  expect((await pool.query(named)).rows).toEqual([{ name: "one" }]);
});

it("leaves nothing on a connection that a pooler gives to others, save the zone, which poolers keep", async () => {
  const pool = pooled();
  expect((await pool.query(settings)).rows).toEqual([{ limit: "0", zone: "UTC", isApplication: false }]);
  expect((await pool.query(named)).rows).toEqual([]);
});

it("says what the account lacks behind a pooler", async () => {
  const pool = pooled();
  expect(await pooledFault(pool)).toMatch(/may rewrite history/);
  await pool.query("SET ROLE entente_app");
  expect(await pooledFault(pool)).toMatch(/ALTER ROLE … SET statement_timeout/);
  await pool.query("SET statement_timeout = '10s'");
  expect(await pooledFault(pool)).toBeNull();
});
