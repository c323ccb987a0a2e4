import { expect, test } from "vitest";
import { foremostFirst } from "./foremost-missions";

const [consulate, embassy, commission, accredited] = [
  { values: { type: "consulate-general", city: "Bonn" } },
  { values: { type: "embassy", city: "Berlin" } },
  { values: { type: "high-commission", city: "Canberra" } },
  { values: { type: "embassy", city: "Minsk", accreditedFrom: "BY" } },
] as const;

test("a resident embassy speaks for a country before newer consulates and accreditations from elsewhere", () => {
  const all = [accredited, consulate, embassy, commission];
  expect([...all].sort(foremostFirst)).toEqual([embassy, commission, consulate, accredited]);
});
