import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalDecimal, readAmount, showMoney, showStatedMoney, sum } from "./money";

describe("normalDecimal", () => {
  it.each([
    ["23000000", "23000000"],
    ["0023.50", "23.5"],
    ["-0", "0"],
    ["0.00", "0"],
  ])("reads %s as %s", (typed, value) => expect(normalDecimal(typed)).toBe(value));

  it("reads groups of three only where asked", () => {
    expect(normalDecimal("23,000,000", { grouping: true })).toBe("23000000");
    expect(normalDecimal("23 000 000", { grouping: true })).toBe("23000000");
    expect(normalDecimal("23,000,000")).toBeNull();
    expect(normalDecimal("23,00", { grouping: true })).toBeNull();
  });

  it.each(["1e6", "Infinity", "NaN", "0x10", "1.", ".5", "1,5", "", "12 apples", "--1"])(
    "refuses %s",
    (typed) => expect(normalDecimal(typed, { grouping: true })).toBeNull(),
  );
});

describe("sum", () => {
  it("adds exactly what floats do not", () => {
    expect(sum("0.1", "0.2")).toBe("0.3");
    expect(sum("999999999999999999.99", "0.01")).toBe("1000000000000000000");
    expect(sum("5", "-5")).toBe("0");
  });

  it("agrees with whole numbers of cents", () => {
    const cents = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
    const typed = (n: bigint) => {
      const digits = String(n < 0n ? -n : n).padStart(3, "0");
      return normalDecimal(`${n < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`) ?? "";
    };
    fc.assert(fc.property(cents, cents, (a, b) => sum(typed(a), typed(b)) === typed(a + b)));
  });
});

describe("showMoney", () => {
  it("says magnitudes in words and never leaves the dollar open", () => {
    expect(showMoney("23000000", "USD")).toBe("US$23 million");
    expect(showMoney("1234567.5", "USD", "en", "full")).toBe("US$1,234,567.5");
    expect(showMoney("1500000000", "EUR")).toBe("€1.5 billion");
    expect(showMoney("2000000", "KZT")).toBe("KZT\u00a02 million");
  });
});

it.each([
  ["23000000", "US$23 million"],
  ["23000", "US$23,000"],
  ["18720000000", "US$18.72 billion"],
  ["17222000000", "US$17,222 million"],
  ["1234500000", "US$1,234.5 million"],
  ["1234567890", "US$1,234,567,890"],
  ["39000000000000", "US$39 trillion"],
  ["-17222000000", "US$-17,222 million"],
  ["1234567.5", "US$1,234,567.5"],
])("says %s with the digits that are stated, and none more: %s", (amount, shown) =>
  expect(showStatedMoney(amount, "USD")).toBe(shown),
);

it("reads an amount out in digits and, where it is large, in words", () => {
  expect(readAmount("2300.5")).toBe("2,300.5");
  expect(readAmount("23000000")).toBe("23,000,000 (23 million)");
  expect(readAmount("1234567890.25")).toBe("1,234,567,890.25 (1.23 billion)");
});
