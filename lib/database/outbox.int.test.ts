import type { PoolClient } from "pg";
import { expect, it } from "vitest";
import { pool } from "@/lib/database/client";
import { outboxState } from "@/lib/database/outbox";
import { publishedDossier } from "@/tests/support/documents";

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

it("finds the last changes of many records that cite one source at once", async () => {
  const { slug, dossier } = await publishedDossier();
  await pool().query(
    `INSERT INTO "Outbox" ("recordId", "kind", "dossierId", "action", "slug")
     SELECT gen_random_uuid(), 'event', $1, 'publish', 'x' FROM generate_series(1, 20000)`,
    [dossier.id],
  );
  const { position, dossiers } = await outboxState();
  expect(dossiers.find((one) => one.slug === slug)?.changed).toBe(position);
});
