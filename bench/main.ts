/**
 * Measures a production build: `npm run bench -- [lists|saves|bulk|form|files|readers|deployed|searches|vitals|weights|lighthouse …]`, all parts without a name.
 * Ratios are taken within one run: machines differ, and the same machine differs by the hour.
 */
import { cpus } from "node:os";
import { startTestServer } from "../e2e/support/server";
import { type Figure, printFigures } from "./figures";

export interface Bench {
  /** The address of the server under measure, and its database's. */
  url: string;
  databaseUrl: string;
}

const parts: Record<string, () => Promise<(bench: Bench) => Promise<Figure[]>>> = {
  readers: async () => (await import("./readers")).readers,
  deployed: async () => (await import("./deployed")).deployed,
  vitals: async () => (await import("./vitals")).vitals,
  weights: async () => (await import("./weights")).weights,
  lighthouse: async () => (await import("./lighthouse")).lighthouse,
  saves: async () => (await import("./saves")).saves,
  bulk: async () => (await import("./bulk")).bulk,
  form: async () => (await import("./form")).form,
  files: async () => (await import("./files")).files,
  // Last: they fill the database.
  searches: async () => (await import("./searches")).searches,
  lists: async () => (await import("./lists")).lists,
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => name !== "growth" && !Object.hasOwn(parts, name));
if (unknown) {
  console.error(`There is no part "${unknown}". Parts: ${[...Object.keys(parts), "growth"].join(", ")}`);
  process.exit(2);
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`);
if (asked.includes("growth")) await (await import("./growth/growth")).growth();
const names = Object.keys(parts).filter((name) => asked.length === 0 || asked.includes(name));
if (names.length > 0) await measure(names);

async function measure(names: string[]): Promise<void> {
  const server = await startTestServer({ durable: true });
  // What the parts do to the database directly, they do to the server's.
  process.env.DATABASE_URL = server.databaseUrl;
  process.env.DIRECT_DATABASE_URL = server.databaseUrl;
  try {
    for (const name of names) printFigures(name, await (await parts[name]!())(server));
  } finally {
    const { closeDatabase } = await import("@/lib/database/client");
    await closeDatabase();
    await server.stop();
  }
}
