import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { records } from "./kazakhstan-mexico";
import { seed } from ".";

it("makes one dossier, however many start at once and however often", async () => {
  const outcomes = await Promise.all([seed(), seed(), seed()]);
  const all = records.length + 2; // the source and the dossier
  expect(outcomes.map(({ made }) => made).sort((a, b) => b - a)).toEqual([all, 0, 0]);
  expect(await database().record.count({ where: { kind: "dossier" } })).toBe(1);
  expect(await database().entry.count()).toBe(all);
  expect(await seed()).toEqual({ made: 0 });
});
