/** What the planner knows of the tables, after very many rows came at once. */
import "server-only";
import { withConnection } from "@/lib/database/connection";
import { quoted } from "./backup-tables";

/** Looks at all tables, the largest first, over two connections: each alone would leave the other processor idle. */
export async function analyze(url: string): Promise<void> {
  const tables = await withConnection(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       ORDER BY pg_table_size(oid)`,
    );
    return rows.map(({ name }) => name);
  });
  const some = () =>
    withConnection(url, async (client) => {
      for (let table = tables.pop(); table !== undefined; table = tables.pop())
        await client.query(`ANALYZE ${quoted(table)}`);
    });
  await Promise.all([some(), some()]);
}
