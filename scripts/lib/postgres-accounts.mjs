import { closeSync, openSync, rmSync, writeFileSync } from "node:fs";
import { Fault } from "./step.mjs";

/** The name of our database. */
export const database = "entente";

/**
 * Who may connect to the embedded server. The owner migrates, the application reads and writes as a member of
 * `entente_app`, which cannot rewrite history. Neither is a superuser: the account that initdb makes has no password,
 * and the server takes no connection from it. Only servers for tests have one, which makes databases and roles.
 */
export const accounts = { owner: "entente_owner", application: "entente_site", tests: "entente_tests" };

const one = (text) => text.replace(/\s+/g, " ").trim();

/** Statements that make a role, or leave it as it is. */
const role = (name) =>
  `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}') THEN CREATE ROLE ${name}; END IF; END $$;`;

const login = (name, password, rights) => [
  role(name),
  `ALTER ROLE ${name} LOGIN ${rights} PASSWORD '${password}';`,
];

/** What makes the accounts with these passwords, new or anew, and takes the superuser's password away. */
function accountStatements(passwords) {
  return [
    ...login(accounts.owner, passwords.owner, "NOSUPERUSER NOCREATEROLE NOCREATEDB"),
    ...login(accounts.application, passwords.application, "NOSUPERUSER NOCREATEROLE NOCREATEDB"),
    ...(passwords.tests ? login(accounts.tests, passwords.tests, "SUPERUSER") : []),
    role("entente_app"),
    `GRANT entente_app TO ${accounts.owner} WITH ADMIN OPTION;`,
    `GRANT entente_app TO ${accounts.application};`,
    // The account that initdb makes is always the tenth object.
    `DO $$ BEGIN EXECUTE format('ALTER ROLE %I PASSWORD NULL', (SELECT rolname FROM pg_roles WHERE oid = 10)); END $$;`,
  ];
}

/** Not part of an extension: those stay with the superuser, as extensions that a database's owner makes do. */
const ours = (catalog, oid) =>
  `NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${catalog}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;

/** What gives everything that the superuser owns in our database to the owner. REASSIGN OWNED refuses to do that. */
const handOverStatements = [
  `ALTER DATABASE ${database} OWNER TO ${accounts.owner};`,
  one(`DO $$ DECLARE statement text; BEGIN FOR statement IN
    SELECT format('ALTER %s %s OWNER TO ${accounts.owner}',
             CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
             c.oid::regclass)
      FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relowner = 10 AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
        AND ${ours("pg_class", "c.oid")}
        AND NOT (c.relkind = 'S' AND EXISTS (
          SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')))
    UNION ALL
    SELECT format('ALTER ROUTINE %s OWNER TO ${accounts.owner}', p.oid::regprocedure) FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace AND p.proowner = 10 AND ${ours("pg_proc", "p.oid")}
    LOOP EXECUTE statement; END LOOP; END $$;`),
  // As the first migration says it, which was run by another owner.
  `ALTER DEFAULT PRIVILEGES FOR ROLE ${accounts.owner} IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO entente_app;`,
  `ALTER DEFAULT PRIVILEGES FOR ROLE ${accounts.owner} IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO entente_app;`,
];

/** Which accounts the server lets in, and how; tests make accounts of their own. */
export function hostAccess(passwords) {
  const names = passwords.tests ? "all" : [accounts.owner, accounts.application].join(",");
  return `# Written at each start.\nhost all ${names} 127.0.0.1/32 scram-sha-256\n`;
}

/** Makes the accounts and our database on a folder that initdb has just made. */
export async function makeAccounts(server, folder) {
  await alone(server, folder, "postgres", [
    ...accountStatements(server.kept.passwords),
    `CREATE DATABASE ${database} OWNER ${accounts.owner};`,
  ]);
}

/** Makes the accounts on a folder that has been in use, and gives them what an earlier version's one account owned. */
export async function renewAccounts(server) {
  const { folder, passwords } = server.kept;
  await alone(server, folder, "postgres", accountStatements(passwords));
  // It is there, unless an earlier version's first start was cut off; then the next step says so.
  await alone(server, folder, "postgres", [`CREATE DATABASE ${database};`], { mayFail: true });
  await alone(server, folder, database, handOverStatements);
}

/**
 * Runs statements, a line each, as the superuser on a folder whose server is stopped: PostgreSQL's single-user mode,
 * which needs no password and no connection.
 */
async function alone(server, folder, on, statements, { mayFail = false } = {}) {
  const script = `${server.kept.folder}.sql`;
  writeFileSync(script, `${statements.join("\n")}\n`, { mode: 0o600 });
  const input = openSync(script, "r");
  try {
    const flags = mayFail ? [] : ["-c", "exit_on_error=on"];
    const { code, output } = await server.run("postgres", ["--single", "-D", folder, ...flags, on], {
      stdio: [input, "pipe", "pipe"],
    });
    if (code !== 0) throw new Fault(`The embedded PostgreSQL's accounts could not be made:\n${why(output)}`);
  } finally {
    closeSync(input);
    rmSync(script, { force: true });
  }
}

/** What went wrong, without the statements themselves, which hold passwords. */
function why(output) {
  const lines = output.split("\n").filter((line) => /(ERROR|FATAL|PANIC):/.test(line));
  return lines.join("\n") || "it gave no reason";
}
