import { expect, it } from "vitest";
import { database } from "@/lib/database/client";

it("folds what is folded already to itself, each letter of the basic plane", async () => {
  const rows = await database().$queryRaw<{ letter: string; once: string; twice: string }[]>`
    SELECT "letter", "once", entente_folded("once") AS "twice"
    FROM (SELECT chr(n) AS "letter", entente_folded('a' || chr(n) || 'b') AS "once" FROM generate_series(1, 65533) n
      WHERE n NOT BETWEEN 55296 AND 57343) one`;
  expect(rows.length).toBe(65_533 - 2048);
  expect(rows.filter(({ once, twice }) => once !== twice)).toEqual([]);
});
