/** What a word, or an id, has left in the database: every row of every table that holds it. */
import pg from "pg";

let pool: pg.Pool | undefined;

/** Connections to the database of the tests' server. */
export function database(): pg.Pool {
  if (pool) return pool;
  pool = new pg.Pool({ connectionString: process.env.ENTENTE_E2E_DATABASE, max: 2, allowExitOnIdle: true });
  // The database goes away with its server, while these connections are idle.
  pool.on("error", () => undefined);
  return pool;
}

let tables: string[] | undefined;

async function tableNames(): Promise<string[]> {
  const { rows } = await database().query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\\_prisma%'`,
  );
  return rows.map(({ name }) => name);
}

/** That something was refused, or tried in vain, is noted; it is no trace of its having been done. */
const unlessRefused = `AND NOT ("action" LIKE 'refused.%' OR "action" LIKE 'account.signIn_%' OR "action" = 'account.passkeyRefused')`;

/** Every row that holds one of these marks, with its table's name; two of these lists are equal if nothing happened. */
export async function tracesOf(...marks: string[]): Promise<string[]> {
  tables ??= await tableNames();
  const each = tables.map(
    (name) =>
      `SELECT '${name} ' || t::text AS row FROM "${name}" t WHERE t::text LIKE ANY($1) ${name === "AuditEvent" ? unlessRefused : ""}`,
  );
  const like = marks.map((mark) => `%${mark}%`);
  const { rows } = await database().query<{ row: string }>(`${each.join(" UNION ALL ")} ORDER BY 1`, [like]);
  return rows.map(({ row }) => row);
}

/** The one row of a query. */
export async function one<T extends object>(query: string, ...values: unknown[]): Promise<T> {
  const { rows } = await database().query<T>(query, values);
  if (rows.length !== 1) throw new Error(`${rows.length} rows: ${query}`);
  return rows[0]!;
}

/** What the audit log says of an account's acts and refusals, in their order. */
export async function notedOf(id: string): Promise<string[]> {
  const { rows } = await database().query<{ action: string }>(
    `SELECT "action" FROM "AuditEvent" WHERE "byId" = $1 ORDER BY "seq"`,
    [id],
  );
  return rows.map(({ action }) => action);
}
