/** Where countries are taken to lie, compared with the atlas and with their capitals. */
import { expect, it } from "vitest";
import { countryCodes } from "@/lib/domain/countries";
import { liesOutside } from "@/lib/domain/country-boxes";
import { countryFeature, outerRings } from "./atlas";
import { capitals } from "./capitals";

it("all that the atlas draws of a country lies within its boxes", () => {
  const outside = countryCodes.flatMap((code) => {
    const shape = countryFeature(code);
    if (!shape) return [];
    return outerRings(shape)
      .flat()
      .filter(([longitude = 0, latitude = 0]) => liesOutside(code, latitude, longitude))
      .map((point) => `${code} ${point.join(" ")}`);
  });
  expect(outside).toEqual([]);
});

it("every capital lies within its country, and hardly within others", () => {
  const all = Object.entries(capitals);
  for (const [code, [longitude, latitude, city]] of all)
    expect([city, liesOutside(code, latitude, longitude)]).toEqual([city, false]);
  const pairs = all.flatMap(([code]) =>
    all.filter(([other]) => other !== code).map(([, at]) => [code, at] as const),
  );
  const known = pairs.filter(([code]) => liesOutside(code, -89, 0));
  const mistaken = known.filter(([code, [longitude, latitude]]) => !liesOutside(code, latitude, longitude));
  expect(mistaken.length / known.length).toBeLessThan(0.03);
});
