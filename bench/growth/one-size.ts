/** Measures a site of one size, in a process of its own: `one-size.ts RECORDS`, which tells what it has found. */
import { closeDatabase } from "@/lib/database/client";
import { startTestServer } from "../../e2e/support/server";
import { crowd, outbox } from "./crowd";
import { fill, type Filled } from "./fill";
import { desk, exchange, type Measured, pages, publication, searches, type Subject } from "./measure";

/** Above so many records a backup and its restore would take longer than all else. */
const mostRestored = 200_000;

process.send?.([...(await measureAt(Number(process.argv[2])))]);
process.disconnect?.();

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
    const parts = [
      outbox,
      pages,
      searches,
      desk,
      publication,
      crowd,
      ...(size <= mostRestored ? [exchange] : []),
    ];
    for (const part of parts) {
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
