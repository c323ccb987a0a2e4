/**
 * What everything costs at a thousand, a hundred thousand and a million records: `npm run bench -- growth`. Each size has a
 * database and a server of its own, one after the other. `GROWTH_SIZES` names others, as "1000,20000"; restores are left
 * out above 200,000 records, where they would take longer than all else.
 */
import { closeDatabase } from "@/lib/database/client";
import { startTestServer } from "../../e2e/support/server";
import { fill, type Filled } from "./fill";
import { desk, exchange, type Measured, pages, publication, searches, type Subject } from "./measure";

const sizes = (process.env.GROWTH_SIZES ?? "1000,100000,1000000").split(",").map(Number);
const mostRestored = 200_000;

export async function growth(): Promise<void> {
  const columns: { size: number; measured: Measured }[] = [];
  for (const size of sizes) columns.push({ size, measured: await measureAt(size) });
  print(columns);
}

async function measureAt(size: number): Promise<Measured> {
  const say = (what: string) => console.log(`${size.toLocaleString("en")} records: ${what}`);
  let filled: Filled | undefined;
  const began = performance.now();
  let told = began;
  const server = await startTestServer({
    durable: true,
    async beforeStart(databaseUrl) {
      filled = await fill(databaseUrl, {
        records: size,
        progress(made, of) {
          if (performance.now() - told < 10_000) return;
          told = performance.now();
          say(`made ${made.toLocaleString("en")} of ${of.toLocaleString("en")}`);
        },
      });
      say(`filled in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    },
  });
  process.env.DATABASE_URL = server.databaseUrl;
  process.env.DIRECT_DATABASE_URL = server.databaseUrl;
  try {
    const subject: Subject = { ...server, filled: filled! };
    const measured: Measured = new Map([["server, from start to its first page", server.startedIn]]);
    for (const part of [pages, searches, desk, publication, ...(size <= mostRestored ? [exchange] : [])]) {
      // One that fails is told of, and the others are measured all the same.
      const found = await part(subject).catch((error: unknown) => {
        say(`${part.name}: ${String(error)}`);
        return new Map<string, number>([[`${part.name}: failed`, NaN]]);
      });
      for (const [what, value] of found) measured.set(what, value);
      say(`measured ${part.name}`);
    }
    return measured;
  } finally {
    await closeDatabase();
    await server.stop();
  }
}

function print(columns: { size: number; measured: Measured }[]): void {
  const names = new Set(columns.flatMap(({ measured }) => [...measured.keys()]));
  const cells = (row: string[]) => `| ${row.join(" | ")} |`;
  const heads = columns.map(({ size }) => size.toLocaleString("en"));
  console.log(`\n### growth (ms unless it says otherwise)\n`);
  console.log(cells(["what", ...heads, "last against first"]));
  console.log(cells(["---", ...heads.map(() => "--:"), "--:"]));
  for (const name of names) {
    const values = columns.map(({ measured }) => measured.get(name));
    const [first, last] = [values[0], values.at(-1)];
    const shown = values.map((value) => (value === undefined ? "" : value.toFixed(value < 10 ? 1 : 0)));
    const ratio = first && last && columns.length > 1 ? `${(last / first).toFixed(1)} ×` : "";
    console.log(cells([name, ...shown, ratio]));
  }
}
