import pg from "pg";

/**
 * Whether there is nothing to seed: asked in plain SQL, since every start asks it and what seeds takes a second
 * to load. An earlier load that was cut off (begun and not done) is to be gone on with.
 */
export async function isSeeded(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ seeded: boolean }>(
      `SELECT EXISTS (SELECT FROM "Entry")
          AND (EXISTS (SELECT FROM "AuditEvent" WHERE action = 'seed-done')
           OR NOT EXISTS (SELECT FROM "AuditEvent" WHERE action = 'seed-begun')) AS seeded`,
    );
    return rows[0]?.seeded === true;
  } finally {
    await client.end();
  }
}
