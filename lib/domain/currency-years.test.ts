import data from "cldr-core/supplemental/currencyData.json" with { type: "json" };
import { expect, it } from "vitest";
import { currencyCodes } from "./currencies";
import { historicCurrencies } from "./historic-currencies";
import { yearsOfCurrency } from "./currency-years";

it.each([
  ["EUR", { first: 1999, last: null }],
  ["DEM", { first: 1948, last: 2002 }],
  ["XEU", { first: 1979, last: 1998 }],
  ["SUR", { first: 1961, last: 1992 }],
  ["BGJ", { first: null, last: 1990 }],
  ["XDR", { first: null, last: null }],
  ["CHE", { first: null, last: null }],
])("%s was money in %j", (code, years) => expect(yearsOfCurrency(code)).toEqual(years));

it("says what CLDR says, over all countries", () => {
  const uses = Object.values(data.supplemental.currencyData.region).flatMap((list) =>
    list.flatMap((one) => Object.entries(one as Record<string, { _from?: string; _to?: string }>)),
  );
  for (const code of currencyCodes) {
    const own = uses.filter(([one]) => one === code).map(([, use]) => use);
    if (own.length === 0 || code in historicCurrencies) continue;
    const year = (date: string | undefined, open: number) => (date ? Number(date.slice(0, 4)) : open);
    const first = Math.min(...own.map(({ _from }) => year(_from, 0)));
    const last = Math.max(...own.map(({ _to }) => year(_to, Infinity)));
    expect([code, yearsOfCurrency(code)]).toEqual([
      code,
      { first: first === 0 ? null : first, last: last === Infinity ? null : last },
    ]);
  }
});
