import { expect, test } from "vitest";
import { foremostFirst } from "./foremost-first";

const [consulate, embassy, accredited] = [
  { values: { type: "consulate-general", city: "Bonn" } },
  { values: { type: "embassy", city: "Berlin" } },
  { values: { type: "embassy", city: "Minsk", accreditedFrom: "BY" } },
] as const;

test("a resident embassy speaks for a country before newer consulates and accreditations from elsewhere", () => {
  expect(foremostFirst([accredited, consulate, embassy])).toEqual([embassy, consulate, accredited]);
  expect(foremostFirst([accredited])).toEqual([accredited]);
});
