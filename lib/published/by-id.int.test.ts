/** That what is read of a record for a line of it says what the whole record says. */
import { beforeAll, expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { kindKeys, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { dateOf, textsOf } from "@/lib/domain/record-texts";
import { seed } from "@/prisma/seed/index";
import { createAndPublish } from "@/lib/desk/publish/create-published";
import { makeDossier, makePublished, someone, typedFor, written } from "@/tests/support/make";
import { recordsById, valuesById } from "./by-id";

beforeAll(async () => {
  await seed();
  const dossier = await makeDossier();
  const person = typedFor("person", dossier.parties, { name: "Made-up Person" });
  const { outcome } = await createAndPublish(someone("editor"), { kind: "person", dossierId: null }, person, {
    confirmed: "all",
  });
  written(outcome);
  await makePublished("tradeYear", dossier, { year: "2020", total: "12345678901234567.80", currency: "USD" });
});

it("says the same of every kind, in the same order", async () => {
  const all = (await database().record.findMany({ select: { id: true, kind: true } })) as {
    id: string;
    kind: KindKey;
  }[];
  expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(kindKeys));
  const [records, values] = [await recordsById(all), await valuesById(all)];
  expect(values.size).toBe(all.length);
  for (const { id, kind: key } of all) {
    const [kind, whole, some] = [kindOf(key), records.get(id)!, values.get(id)!];
    expect(textsOf(kind, "", some)).toEqual(textsOf(kind, "", whole.values));
    expect(dateOf(kind, some)).toBe(dateOf(kind, whole.values));
  }
});
