import type { PoolClient } from "pg";
import { expect, it } from "vitest";
import { pool } from "@/lib/database/client";
import { changesAfter, outboxState, rowsKept } from "@/lib/database/outbox";
import { cacheTag } from "@/lib/domain/cache-tags";
import { Changes } from "@/server/documents/changes";
import { atMost } from "@/tests/support/at-most";
import { makeDossier, makePublished } from "@/tests/support/make";

it("numbers changes in the order of their commits, so that none appears behind one that was read", async () => {
  const add = (client: PoolClient) =>
    client.query<{ id: string }>(
      `INSERT INTO "Outbox" ("recordId", "kind", "action", "slug") VALUES (gen_random_uuid(), 'event', 'publish', 'x')
       RETURNING "id"::text`,
    );
  const [slow, fast] = [await pool().connect(), await pool().connect()];
  await slow.query("BEGIN");
  const first = await add(slow);
  let isSecondIn = false;
  const second = add(fast).then((added) => ((isSecondIn = true), added));
  await slow.query("SELECT 1");
  expect(isSecondIn).toBe(false);
  await slow.query("COMMIT");
  expect(Number((await second).rows[0]!.id)).toBeGreaterThan(Number(first.rows[0]!.id));
  slow.release();
  fast.release();
});

it("is kept short where it is written, so that a server that begins reads it within ten milliseconds", async () => {
  const dossier = await makeDossier();
  const tags = Array.from({ length: 12 }, (_, place) =>
    cacheTag.record(dossier.id.replace(/.$/, String(place))),
  );
  await pool().query(
    `INSERT INTO "Outbox" ("recordId", "kind", "dossierId", "action", "slug", "at", "tags")
     SELECT gen_random_uuid(), 'event', $1, 'publish', 'x', now() - interval '1 hour',
       ARRAY(SELECT tag || n FROM unnest($2::text[]) tag)
     FROM generate_series(1, 20000) n`,
    [dossier.id, tags],
  );
  const spent: number[] = [];
  for (let time = 0; time < 9; time += 1) {
    const began = performance.now();
    new Changes().start(await outboxState());
    spent.push(performance.now() - began);
  }
  expect(Math.min(...spent)).toBeLessThanOrEqual(atMost(10));

  for (let time = 0; time < 12; time += 1) await makePublished("event", dossier);
  const { rows } = await pool().query<{ count: number }>(`SELECT count(*)::int FROM "Outbox"`);
  expect(rows[0]!.count).toBeLessThanOrEqual(rowsKept + 12);
  const { position, floor, changes } = await outboxState();
  expect(floor).toBe(position - changes.length);
});

it("tells a reader that its place was cut off, or is another's", async () => {
  const dossier = await makeDossier();
  const known = (await outboxState()).changes.at(-1)!;
  await makePublished("event", dossier);
  expect(await changesAfter(known)).toHaveLength(1);
  expect(await changesAfter({ ...known, at: "2001-01-01 00:00:00+00" })).toBeNull();
  await pool().query(`DELETE FROM "Outbox" WHERE "id" = $1`, [known.id]);
  expect(await changesAfter(known)).toBeNull();
});
