import { withConnection } from "@/lib/database/connection";

/**
 * Whether there is nothing to seed: asked in plain SQL, since every start asks it and what seeds takes a second
 * to load. An earlier load that was cut off (begun and not done) is to be gone on with.
 */
export async function isSeeded(url: string): Promise<boolean> {
  return withConnection(url, async (client) => {
    const { rows } = await client.query<{ seeded: boolean }>(
      `SELECT EXISTS (SELECT FROM "Entry")
          AND (EXISTS (SELECT FROM "AuditEvent" WHERE action = 'seed-done')
           OR NOT EXISTS (SELECT FROM "AuditEvent" WHERE action = 'seed-begun')) AS seeded`,
    );
    return rows[0]?.seeded === true;
  });
}
