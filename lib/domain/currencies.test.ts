import data from "cldr-core/supplemental/currencyData.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { currencyCodes, currencyName, currentCurrencies, otherCurrencies } from "./currencies";

interface Use {
  _to?: string;
  _tender?: string;
}

// Metals, bonds, codes for tests and for no currency, and codes of CLDR's own.
const noMoney = /^(?:X(?:AD|AG|AU|BA|BB|BC|BD|FU|PD|PT|RE|TS|XX)|CN[HX])$/;

const uses = new Map<string, Use[]>();
for (const ofRegion of Object.values(data.supplemental.currencyData.region))
  for (const one of ofRegion)
    for (const [code, use] of Object.entries(one as Record<string, Use>))
      if (!noMoney.test(code)) uses.set(code, [...(uses.get(code) ?? []), use]);

describe("the currencies", () => {
  const isCurrent = (code: string) => uses.get(code)?.some(({ _to, _tender }) => !_to && _tender !== "false");

  it("are those of CLDR: who renews the package renews the lists", () => {
    const codes = [...uses.keys()].sort();
    expect(currentCurrencies).toEqual(codes.filter(isCurrent));
    expect(otherCurrencies).toEqual(codes.filter((code) => !isCurrent(code)));
    expect(currencyCodes.length).toBeGreaterThan(280);
  });

  it.each(["DEM", "FRF", "XEU", "SUR", "CSK", "YUM", "ZWL", "ITL", "PLN", "KZT", "CLF"])(
    "hold %s, in words",
    (code) => {
      expect(currencyCodes).toContain(code);
      expect(currencyName(code)).toMatch(new RegExp(`^[A-Z].{4,} .*\\(${code}\\)$`));
    },
  );

  it("all have names", () => {
    expect(currencyCodes.filter((code) => currencyName(code) === code)).toEqual([]);
  });
});
