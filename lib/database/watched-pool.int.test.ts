import { atMost } from "@/tests/support/at-most";
import { afterAll, expect, it } from "vitest";
import { required } from "@/lib/env";
import { connect } from "./client";
import { isUnreachable } from "./failures";

const { db, pool, close } = connect(required("databaseUrl"), { connections: 2 });
afterAll(close);

const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => "no refusal",
    (error: unknown) => isUnreachable(error),
  );

it("keeps no query waiting once it is told that the database does not answer", async () => {
  const sleeping = [1, 2].map(() => refusal(pool.query("SELECT pg_sleep(20)")));
  // Both connections are taken: this one waits for its turn.
  const waiting = refusal(db.entry.count());
  await expect.poll(() => pool.waitingCount).toBe(1);
  const began = performance.now();
  pool.setAway(true);
  expect(await Promise.all([...sleeping, waiting])).toEqual([true, true, true]);
  expect(await refusal(pool.query("SELECT 1"))).toBe(true);
  expect(await refusal(pool.connect())).toBe(true);
  expect(await refusal(db.$transaction(async (tx) => tx.entry.count()))).toBe(true);
  expect(performance.now() - began).toBeLessThan(atMost(2000));

  pool.setAway(false);
  expect((await pool.query<{ one: number }>("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  expect(await db.entry.count()).toBe(0);
});

it("cuts a transaction off without bringing the process down, and none of it stays", async () => {
  const cut = refusal(
    db.$transaction(async (tx) => {
      const row = { recordId: "01890a5d-ac96-774b-bcce-b302099a8057", kind: "dossier", slug: "a-b" };
      await tx.outbox.create({ data: { ...row, action: "publish" } });
      pool.setAway(true);
      await tx.$executeRaw`SELECT 1`;
    }),
  );
  expect(await cut).toBe(true);
  pool.setAway(false);
  expect(await db.outbox.count()).toBe(0);
});
