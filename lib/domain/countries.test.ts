import { iso31661, iso31663 } from "iso-3166";
import { describe, expect, it, test } from "vitest";
import { countryCodes, countryInText, countryLabel, countryName, formerCodes, isCountry } from "./countries";
import { formerCountries } from "./former-countries";
import { kinds } from "./kinds/registry";
import { slugify } from "./slugify";

/** A code, how lists offer it, and how it stands in running words. */
const countries: [code: string, label: string, inText: string][] = [
  ["KZ", "Kazakhstan", "Kazakhstan"],
  ["US", "United States", "the United States"],
  ["GB", "United Kingdom", "the United Kingdom"],
  ["NL", "Netherlands", "the Netherlands"],
  ["GM", "Gambia", "the Gambia"],
  ["BS", "Bahamas", "the Bahamas"],
  ["PH", "Philippines", "the Philippines"],
  ["AE", "United Arab Emirates", "the United Arab Emirates"],
  ["MV", "Maldives", "the Maldives"],
  ["CF", "Central African Republic", "the Central African Republic"],
  ["DO", "Dominican Republic", "the Dominican Republic"],
  ["TR", "Türkiye", "Türkiye"],
  ["UA", "Ukraine", "Ukraine"],
  ["CI", "Côte d’Ivoire", "Côte d’Ivoire"],
  ["XK", "Kosovo", "Kosovo"],
  ["SU", "Soviet Union (1922–1991)", "the Soviet Union"],
  ["YU", "Yugoslavia (1918–2003)", "Yugoslavia"],
  ["CS", "Czechoslovakia (1918–1992)", "Czechoslovakia"],
  ["CSXX", "Serbia and Montenegro (2003–2006)", "Serbia and Montenegro"],
  ["DD", "German Democratic Republic (1949–1990)", "the German Democratic Republic"],
  ["AN", "Netherlands Antilles (1954–2010)", "the Netherlands Antilles"],
  ["ZR", "Zaire (1971–1997)", "Zaire"],
  ["BU", "Burma (1948–1989)", "Burma"],
  ["TP", "East Timor (–2002)", "East Timor"],
  ["RH", "Southern Rhodesia (1923–1980)", "Southern Rhodesia"],
  ["VD", "Democratic Republic of Vietnam (1945–1976)", "the Democratic Republic of Vietnam"],
];

describe("countries", () => {
  test.each(countries)("%s is offered as %s and stands in text as %s", (code, label, inText) => {
    expect(isCountry(code)).toBe(true);
    expect(countryLabel(code)).toBe(label);
    expect(countryInText(code)).toBe(inText);
  });

  test.each(["USA", "ZZ", "us", "", "CSHH", "constructor"])("%s is none", (code) => {
    expect(isCountry(code)).toBe(false);
    expect(countryName(code)).toBe(code);
  });

  it("are all of ISO 3166-1, and Kosovo", () => {
    expect(countryCodes).toEqual([...iso31661.map(({ alpha2 }) => alpha2), "XK"].sort());
  });

  it("that were are all of ISO 3166-3, by four letters where the two are another's", () => {
    const codes = iso31663.map(({ alpha4, from: { alpha2 } }) =>
      countryCodes.includes(alpha2) || alpha4 === "CSXX" ? alpha4 : alpha2,
    );
    expect(formerCodes).toEqual(codes.sort());
    for (const { from, to } of Object.values(formerCountries)) expect((from ?? to) <= to).toBe(true);
  });

  it("take no article in languages that have none", () => {
    expect(countryInText("US", "es")).toBe("Estados Unidos");
    expect(countryInText("NL", "en-GB")).toBe("the Netherlands");
  });

  it("are named so in titles and addresses", () => {
    expect(kinds.visit.titledBy({ visitor: "A minister", to: "US" })).toBe("A minister to the United States");
    expect(kinds.mission.titledBy({ type: "embassy", sending: "NL", city: "Astana" })).toBe(
      "Embassy of the Netherlands in Astana",
    );
    expect(kinds.dossier.titledBy({ countryA: "SU", countryB: "MX" })).toBe("Soviet Union–Mexico");
    expect(slugify(countryName("XK"))).toBe("kosovo");
  });
});
