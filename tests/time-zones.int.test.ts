/** What is done at one instant is told as that instant, whatever zone the machine and the database prefer. */
import { inject } from "vitest";
import { expect, test } from "vitest";
import { v4 } from "uuid";
import { inRepo } from "../scripts/lib/paths.mjs";
import { typescript, untilEnd } from "../scripts/lib/run.mjs";
import { cloneDatabase, statements } from "./support/test-postgres";
import { emptyDatabase } from "./support/empty-database";

interface Told {
  shown: string;
  fixed: string;
  entry: string[];
  revision: string[];
  offsets: string[];
  sessionAge: string;
}

const [admin, prefix] = [inject("admin"), inject("prefix")];

/** A migrated database whose sessions begin in a zone, and an empty one. */
async function databasesIn(zone: string): Promise<{ full: string; empty: string }> {
  const name = `${prefix}_${v4().replaceAll("-", "")}`;
  await cloneDatabase(admin, `${prefix}_template`, name);
  const full = new URL(admin);
  full.pathname = `/${name}`;
  const empty = await emptyDatabase();
  for (const url of [full.href, empty])
    await statements(admin, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET timezone = '${zone}'`);
  return { full: full.href, empty };
}

test.concurrent.each(["UTC", "Asia/Almaty", "America/Mexico_City"])(
  "in %s everything tells the same instants",
  async (zone) => {
    const { full, empty } = await databasesIn(zone);
    const script = inRepo("tests", "support", "instants.ts");
    const { code, output } = await untilEnd(process.execPath, [...typescript, script, empty], {
      env: { TZ: zone, DATABASE_URL: full, DIRECT_DATABASE_URL: full },
    });
    expect(code, output).toBe(0);
    const told = JSON.parse(output.trim().split("\n").at(-1)!) as Told;
    expect(told.shown).toBe("2 Jan 2026, 00:36 UTC");
    expect(told.fixed).toBe("2026-01-02T00:36:00.000Z");
    expect(new Set(told.entry).size, told.entry.join()).toBe(1);
    expect(new Set(told.revision).size, told.revision.join()).toBe(1);
    expect(told.offsets).toEqual(["+00:00", "+00:00"]);
    expect(told.sessionAge).toBe("under a minute");
  },
  240_000,
);
