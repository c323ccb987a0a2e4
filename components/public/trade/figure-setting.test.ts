import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inUnit, paddingOf, setting, sumsOf, unitsOf } from "./figure-setting";
import type { TradeRecord } from "./trade-figures";

const total = (amount: string, currency: TradeRecord["values"]["currency"] = "USD"): TradeRecord => ({
  id: amount,
  kind: "tradeYear",
  slug: "2018-kz",
  values: { year: 2018, reporter: "KZ", total: amount, currency },
});

describe("the unit of figures", () => {
  test.each([
    [["23000000"], 6, ["23"], false],
    [["1987412345"], 6, ["1,987.4"], true],
    [["23450000"], 6, ["23.45"], false],
    [["64600000000", "104400000000"], 9, ["64.6", "104.4"], false],
    [["1200000000000"], 9, ["1,200"], false],
    [["9500000"], 3, ["9,500"], false],
    [["120"], 0, ["120"], false],
    [["120.25", "7"], 0, ["120.25", "7"], false],
    [["12300000", "45600000", "58000000"], 6, ["12.3", "45.6", "58"], false],
    [["12345678901", "40000"], 3, ["12,345,678.9", "40"], true],
    [["12345678901.25", "7"], 0, ["12,345,678,901.25", "7"], false],
    [["0", "23000000"], 6, ["0", "23"], false],
    [["0"], 0, ["0"], false],
  ])("fits %s in ten to the power of %i", (amounts, power, shown, isRounded) => {
    const unit = unitsOf(sumsOf(amounts.map((amount) => total(amount)))).of.get("USD");
    expect(unit).toMatchObject({ currency: "USD", power, isRounded });
    expect(amounts.map((amount) => inUnit(amount, unit!))).toEqual(shown);
  });

  test("is one for each of several currencies, with points below one another", () => {
    const sums = sumsOf([total("1.25"), total("7100000000", "KZT"), total("7150000000", "KZT")]);
    const units = unitsOf(sums);
    expect([...units.of.values()]).toMatchObject([
      { currency: "KZT", power: 6, decimals: 0 },
      { currency: "USD", power: 0, decimals: 2 },
    ]);
    const shown = sums.flatMap(({ amount, currency = "" }) => {
      const unit = units.of.get(currency);
      return amount === undefined || !unit ? [] : [inUnit(amount, unit)];
    });
    expect(shown.map((one) => one + paddingOf(one, units))).toEqual(["1.25", "7,100.00", "7,150.00"]);
  });

  test.each([
    [["23000000", "1234567.89"], 0, 2],
    [["23000000", "150500000"], 6, 1],
    [["0"], 0, 0],
    [["900"], 0, 0],
    [["12345678901", "2000000000"], 0, 0],
    [["12345670000"], 6, 2],
  ])("leaves out no digit of %j where it may not", (amounts, power, decimals) => {
    const unit = unitsOf(sumsOf(amounts.map((amount) => total(amount))), { exactly: true }).of.get("USD");
    expect(unit).toEqual({ currency: "USD", power, decimals, isRounded: false });
  });

  test("leaves no digit out without saying so, and shows nothing as zero that is not", () => {
    const amount = fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 16n }), fc.integer({ min: 0, max: 12 }))
      .map(([digits, noughts]) => String((digits / 10n ** BigInt(noughts)) * 10n ** BigInt(noughts)));
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 6 }), (amounts) => {
        const unit = { currency: "USD", ...setting(amounts) };
        for (const one of amounts) {
          const shown = inUnit(one, unit);
          const [whole = "", fraction = ""] = shown.replaceAll(",", "").split(".");
          const back = BigInt(whole + fraction.padEnd(unit.power, "0").slice(0, unit.power));
          if (!unit.isRounded) expect(String(back)).toBe(one);
          expect(/[1-9]/.test(shown)).toBe(one !== "0");
        }
      }),
    );
  });

  test("keeps points below one another", () => {
    const unit = { currency: "USD", power: 6, decimals: 2, isRounded: false };
    expect(["12", "12.3", "12.34", "1,200"].map((shown) => paddingOf(shown, unit))).toEqual([
      ".00",
      "0",
      "",
      ".00",
    ]);
    expect(paddingOf("12", { ...unit, decimals: 0 })).toBe("");
  });
});
