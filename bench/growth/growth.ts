/**
 * What everything costs at a thousand, a hundred thousand and a million records: `npm run bench -- growth`. Each size has a
 * database, a server and a process of its own, one after the other. `GROWTH_SIZES` names others, as "1000,20000"; restores
 * are left out above 200,000 records.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { inRepo } from "../../scripts/lib/paths.mjs";
import { typescript } from "../../scripts/lib/run.mjs";
import type { Measured } from "./measure";

const sizes = (process.env.GROWTH_SIZES ?? "1000,100000,1000000").split(",").map(Number);

export async function growth(): Promise<void> {
  const columns: { size: number; measured: Measured }[] = [];
  for (const size of sizes) columns.push({ size, measured: await measureApart(size) });
  print(columns);
}

async function measureApart(size: number): Promise<Measured> {
  const child = fork(inRepo("bench/growth/one-size.ts"), [String(size)], {
    execArgv: typescript,
    // As JSON a value that is no number would be null.
    serialization: "advanced",
  });
  const ended = once(child, "exit");
  const [told] = (await Promise.race([once(child, "message"), ended])) as [unknown];
  await ended;
  if (!Array.isArray(told)) throw new Error(`measuring ${size} records ended early`);
  return new Map(told as [string, number][]);
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
