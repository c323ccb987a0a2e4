/** A mission that was raised: published, read again, in files and found by what it was. */
import { expect, it } from "vitest";
import { csvOf } from "@/lib/exchange/csv";
import { makeDossier, makePublished } from "@/tests/support/make";
import { site } from "@/tests/support/published";
import { recordsOf } from "./records";
import { searchPublished } from "./search";

it("keeps what a mission was before it was raised", async () => {
  const dossier = await makeDossier();
  await makePublished("mission", dossier, {
    type: "embassy",
    city: "Puebla",
    opened: "1942",
    closed: "",
    earlierTypes: [
      { type: "consulate", from: "1942", to: "1943-02" },
      { type: "legation", from: "1943-02", to: "1945-06-11" },
    ],
  });
  const records = await recordsOf(dossier.id, "mission");
  expect(records).toMatchObject([
    { values: { type: "embassy", earlierTypes: [{ type: "consulate" }, { type: "legation" }] } },
  ]);
  const [a = "KZ", b = "MX"] = dossier.parties;
  const csv = csvOf("mission", records, {
    site,
    dossier: { slug: "made-up", title: "Made up", countries: [a, b] },
    named: new Map(),
  });
  expect(csv).toContain("earlierTypes.type,earlierTypes.from,earlierTypes.to");
  expect(csv).toContain("consulate|legation,1942|1943-02,1943-02|1945-06-11");
  expect((await searchPublished("legation puebla")).hits.map(({ title }) => title)).toEqual([
    expect.stringContaining("in Puebla"),
  ]);
});
