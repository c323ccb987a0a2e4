import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { currencyCodes } from "./currencies";
import { kinds } from "./kinds/registry";
import { readAmount } from "./money";
import { parseRecord } from "./record";
import { readTypedAmount, typeAmount, withMagnitude } from "./typed-amount";

const read = (typed: string, locale?: string) =>
  readTypedAmount(typed, { currencies: currencyCodes, ...(locale && { locale }) });

/** What shared signs can mean. */
const pounds = ["FKP", "GBP", "GIP", "SHP", "SSP", "SYP"];
const yen = ["CNY", "JPY"];

/** What is pasted, the sum, the currency it names, and how it reads. */
const sums: [typed: string, amount: string, currencies: string[], reads: string][] = [
  ["US$ 23 mln", "23000000", ["USD"], "23,000,000 (23 million)"],
  ["Mex$ 5m", "5000000", ["MXN"], "5,000,000 (5 million)"],
  ["5 mdd", "5000000", ["USD"], "5,000,000 (5 million)"],
  ["5.2 mdp", "5200000", ["MXN"], "5,200,000 (5.2 million)"],
  ["5 mmdd", "5000000000", ["USD"], "5,000,000,000 (5 billion)"],
  ["INR 5 lakh", "500000", ["INR"], "500,000"],
  ["1.234.567,8", "1234567.8", [], "1,234,567.8 (1.23 million)"],
  ["64,0 Mrd", "64000000000", [], "64,000,000,000 (64 billion)"],
  ["23 million", "23000000", [], "23,000,000 (23 million)"],
  ["23000000", "23000000", [], "23,000,000 (23 million)"],
  ["23,000,000.50", "23000000.5", [], "23,000,000.5 (23 million)"],
  ["1 234 567", "1234567", [], "1,234,567 (1.23 million)"],
  ["1\u00a0234\u202f567,50", "1234567.5", [], "1,234,567.5 (1.23 million)"],
  ["1'234'567.80", "1234567.8", [], "1,234,567.8 (1.23 million)"],
  ["1,234", "1234", [], "1,234"],
  ["1234,567", "1234.567", [], "1,234.567"],
  ["0,123", "0.123", [], "0.123"],
  ["23,00", "23", [], "23"],
  ["0", "0", [], "0"],
  ["EUR 5.3bn", "5300000000", ["EUR"], "5,300,000,000 (5.3 billion)"],
  ["€1,5 Mio.", "1500000", ["EUR"], "1,500,000 (1.5 million)"],
  ["€ bn 1.2", "1200000000", ["EUR"], "1,200,000,000 (1.2 billion)"],
  ["£4.2 billion", "4200000000", pounds, "4,200,000,000 (4.2 billion)"],
  ["23 mln. US dollars", "23000000", ["USD"], "23,000,000 (23 million)"],
  ["23 million euros", "23000000", ["EUR"], "23,000,000 (23 million)"],
  ["$US 5", "5", ["USD"], "5"],
  ["MX$ 5", "5", ["MXN"], "5"],
  ["DEM 2,1 Mrd", "2100000000", ["DEM"], "2,100,000,000 (2.1 billion)"],
  ["5 XEU", "5", ["XEU"], "5"],
  ["12 345,6 mln zł", "12345600000", ["PLN"], "12,345,600,000 (12.35 billion)"],
  ["₽ 5 млрд", "5000000000", ["RUB"], "5,000,000,000 (5 billion)"],
  ["KZT 3 trn", "3000000000000", ["KZT"], "3,000,000,000,000 (3 trillion)"],
  ["kr 5", "5", ["DKK", "ISK", "NOK", "SEK"], "5"],
  ["5,–", "5", [], "5"],
  ["23 M€", "23000000", ["EUR"], "23,000,000 (23 million)"],
  ["23M€", "23000000", ["EUR"], "23,000,000 (23 million)"],
  ["€23bn", "23000000000", ["EUR"], "23,000,000,000 (23 billion)"],
  ["€m 5", "5000000", ["EUR"], "5,000,000 (5 million)"],
  ["USDm 5", "5000000", ["USD"], "5,000,000 (5 million)"],
  ["5 MEUR", "5000000", ["EUR"], "5,000,000 (5 million)"],
  ["5 k€", "5000", ["EUR"], "5,000"],
  ["5 TEUR", "5000", ["EUR"], "5,000"],
  ["23mUSD", "23000000", ["USD"], "23,000,000 (23 million)"],
  ["23 US$ '000", "23000", ["USD"], "23,000"],
  ["23 '000 US$", "23000", ["USD"], "23,000"],
  ["DM 2,1 Mrd", "2100000000", ["DEM"], "2,100,000,000 (2.1 billion)"],
  ["2,1 Mrd. DM", "2100000000", ["DEM"], "2,100,000,000 (2.1 billion)"],
  ["ECU 5 m", "5000000", ["XEU"], "5,000,000 (5 million)"],
  ["5 million ECUs", "5000000", ["XEU"], "5,000,000 (5 million)"],
  ["FF 3,2 milliards", "3200000000", ["FRF"], "3,200,000,000 (3.2 billion)"],
  ["3,2 milliards de francs français", "3200000000", ["FRF"], "3,200,000,000 (3.2 billion)"],
  ["5 millions d'euros", "5000000", ["EUR"], "5,000,000 (5 million)"],
  ["SFr. 5", "5", ["CHF"], "5"],
  ["5 Mio. Schweizer Franken", "5000000", ["CHF"], "5,000,000 (5 million)"],
  ["5 mil millones de pesos mexicanos", "5000000000", ["MXN"], "5,000,000,000 (5 billion)"],
  ["5 miles de millones de dólares estadounidenses", "5000000000", ["USD"], "5,000,000,000 (5 billion)"],
  ["5 billones", "5000000000000", [], "5,000,000,000,000 (5 trillion)"],
  ["5 млн долларов США", "5000000", ["USD"], "5,000,000 (5 million)"],
  ["5 млн долл. США", "5000000", ["USD"], "5,000,000 (5 million)"],
  ["5 млрд тенге", "5000000000", ["KZT"], "5,000,000,000 (5 billion)"],
  ["5 тыс. евро", "5000", ["EUR"], "5,000"],
  ["5 million Soviet roubles", "5000000", ["SUR"], "5,000,000 (5 million)"],
  ["5 million US dollars", "5000000", ["USD"], "5,000,000 (5 million)"],
  ["5 dollars US", "5", ["USD"], "5"],
  ["5 million United States dollars", "5000000", ["USD"], "5,000,000 (5 million)"],
  ["5 million pounds sterling", "5000000", ["GBP"], "5,000,000 (5 million)"],
  ["5 thousand million lire", "5000000000", ["ITL"], "5,000,000,000 (5 billion)"],
  ["RMB 5 bn", "5000000000", ["CNY"], "5,000,000,000 (5 billion)"],
  ["CN¥ 5", "5", ["CNY"], "5"],
  ["5 million SDRs", "5000000", ["XDR"], "5,000,000 (5 million)"],
  ["12,34,567", "1234567", [], "1,234,567 (1.23 million)"],
  ["1,23,45,678.50", "12345678.5", [], "12,345,678.5 (12.35 million)"],
  ["23 crore", "230000000", [], "230,000,000 (230 million)"],
  ["₹ 5 lakh", "500000", ["INR"], "500,000"],
  ["₹ 2.5 lakh crore", "2500000000000", ["INR"], "2,500,000,000,000 (2.5 trillion)"],
  ["₹ 500/-", "500", ["INR"], "500"],
  ["¥ 5 bn", "5000000000", yen, "5,000,000,000 (5 billion)"],
  ["￥5", "5", yen, "5"],
  ["C$ 5", "5", ["CAD", "NIO"], "5"],
  ["S$ 5m", "5000000", ["SGD"], "5,000,000 (5 million)"],
  ["EC$ 5", "5", ["XCD"], "5"],
  ["U$S 5 millones", "5000000", ["USD"], "5,000,000 (5 million)"],
  ["R$ 5 mi", "5000000", ["BRL"], "5,000,000 (5 million)"],
  ["R$ 5,3 bi", "5300000000", ["BRL"], "5,300,000,000 (5.3 billion)"],
  ["R$ 5 tri", "5000000000000", ["BRL"], "5,000,000,000,000 (5 trillion)"],
  ["500 miliardi di lire", "500000000000", ["ITL"], "500,000,000,000 (500 billion)"],
  ["5 mila euro", "5000", ["EUR"], "5,000"],
  ["5 milioni di euro", "5000000", ["EUR"], "5,000,000 (5 million)"],
  ["5 milyar YTL", "5000000000", ["TRY"], "5,000,000,000 (5 billion)"],
  ["5 bin lira", "5000", ["TRY", "ITL", "MTL", "TRL"], "5,000"],
  ["ƒ 5 mln", "5000000", ["ANG", "AWG", "NLG", "SRG", "XCG"], "5,000,000 (5 million)"],
  ["€ 5 biljoen", "5000000000000", ["EUR"], "5,000,000,000,000 (5 trillion)"],
  ["5 mld. Kč", "5000000000", ["CZK"], "5,000,000,000 (5 billion)"],
  ["5 milionů korun", "5000000", ["CZK", "CSK", "SKK"], "5,000,000 (5 million)"],
  ["5 milliárd forint", "5000000000", ["HUF"], "5,000,000,000 (5 billion)"],
  ["5 miljoonaa euroa", "5000000", ["EUR"], "5,000,000 (5 million)"],
  ["5 δισ. ευρώ", "5000000000", ["EUR"], "5,000,000,000 (5 billion)"],
  ["5 εκατ. €", "5000000", ["EUR"], "5,000,000 (5 million)"],
  ["5億円", "500000000", ["JPY"], "500,000,000 (500 million)"],
  ["5万円", "50000", ["JPY"], "50,000"],
  ["5 兆円", "5000000000000", ["JPY"], "5,000,000,000,000 (5 trillion)"],
  ["1億2,000万円", "120000000", ["JPY"], "120,000,000 (120 million)"],
  ["1億2,345万6,789円", "123456789", ["JPY"], "123,456,789 (123.46 million)"],
  ["５億円", "500000000", ["JPY"], "500,000,000 (500 million)"],
  ["5亿美元", "500000000", ["USD"], "500,000,000 (500 million)"],
  ["5.3亿美元", "530000000", ["USD"], "530,000,000 (530 million)"],
  ["5万亿日元", "5000000000000", ["JPY"], "5,000,000,000,000 (5 trillion)"],
  ["3千万欧元", "30000000", ["EUR"], "30,000,000 (30 million)"],
  ["5亿英镑", "500000000", ["GBP"], "500,000,000 (500 million)"],
  ["5 億韓元", "500000000", ["KRW"], "500,000,000 (500 million)"],
  ["5亿", "500000000", [], "500,000,000 (500 million)"],
  ["5억 미국 달러", "500000000", ["USD"], "500,000,000 (500 million)"],
  ["5 مليار دولار أمريكي", "5000000000", ["USD"], "5,000,000,000 (5 billion)"],
  ["٥٫٣ مليون يورو", "5300000", ["EUR"], "5,300,000 (5.3 million)"],
  ["١٬٢٣٤٬٥٦٧", "1234567", [], "1,234,567 (1.23 million)"],
  ["Rp 5 triliun", "5000000000000", ["IDR"], "5,000,000,000,000 (5 trillion)"],
  ["RM 5 juta", "5000000", ["MYR"], "5,000,000 (5 million)"],
  ["5 tỷ đồng", "5000000000", ["VND", "VNN"], "5,000,000,000 (5 billion)"],
  ["5 ล้านบาท", "5000000", ["THB"], "5,000,000 (5 million)"],
  ["৳ 5 কোটি", "50000000", ["BDT"], "50,000,000 (50 million)"],
  ["₹ 5 करोड़", "50000000", ["INR"], "50,000,000 (50 million)"],
  ["B/. 5", "5", ["PAB"], "5"],
];

/** Signs and words that several currencies share, with some of these: only the record itself can tell. */
const shared: [typed: string, among: string[]][] = [
  ["$23m", ["USD", "MXN", "CAD"]],
  ["23 million dollars", ["USD", "CAD"]],
  ["£5", ["GBP", "SYP"]],
  ["5 mln pounds", ["GBP", "EGP", "IEP"]],
  ["¥5", ["JPY", "CNY"]],
  ["L. 500 miliardi", ["ITL", "HNL"]],
  ["5 mln rubles", ["RUB", "BYN", "SUR"]],
  ["5 млн руб.", ["RUB", "BYN", "SUR"]],
  ["5 pesos", ["MXN", "ARS"]],
  ["5 francs", ["CHF", "FRF", "XAF"]],
  ["Fr. 5", ["CHF", "FRF"]],
  ["5 million marks", ["DEM", "DDM"]],
  ["5 Mio. Kronen", ["DKK", "SEK", "NOK"]],
  ["kr 5", ["DKK", "SEK", "NOK"]],
  ["Rs 5 crore", ["INR", "PKR"]],
  ["₩5", ["KRW", "KPW"]],
  ["5 milyar TL", ["TRY", "TRL"]],
  ["5조원", ["KRW", "KPW"]],
  ["5亿元", ["CNY", "TWD", "HKD"]],
  ["￥5億", ["CNY", "JPY"]],
  ["5억 달러", ["USD", "CAD"]],
  ["5億ドル", ["USD", "CAD"]],
  ["5 مليون دولار", ["USD", "CAD"]],
  ["5 milyon dolar", ["USD", "CAD"]],
  ["S/ 5 millones", ["PEN", "PES"]],
  ["Bs 5 millones", ["BOB", "VEF"]],
];

const asked: [typed: string, choices: string[]][] = [
  ["1.234", ["1234", "1.234"]],
  ["1.234 million", ["1234000000", "1234000"]],
  ["23 mil", ["23000", "23000000"]],
  ["5 mil. Kč", ["5000", "5000000"]],
  // A thousand thousands of millions to Czechs, a thousand millions to Malays.
  ["5 bilion", ["5000000000000", "5000000000"]],
  ["١٫٢٣٤", ["1234", "1.234"]],
];

describe("readTypedAmount", () => {
  test.each(sums)("reads %s as %s", (typed, amount, currencies, reads) => {
    expect(read(typed)).toEqual({ ok: true, amount, currencies });
    expect(readAmount(amount)).toBe(reads);
  });

  test.each(asked)("asks of %s which is meant", (typed, choices) => {
    expect(read(typed)).toMatchObject({ problem: "decimal.ambiguous", choices });
  });

  test.each([
    "12 apples",
    "1e6",
    "(23)",
    "1.2.3",
    "1,2,3",
    "123,45,678",
    "12,34,56",
    "5 units",
    "23 miles",
    "5 mexicanos",
    "5 %",
    "USD 5 EUR",
    "approx 5",
    "5万6億",
    "1億2億円",
    "5 tỷ apples",
    "5円ドル",
    "million",
    `1${" ".repeat(90)}1`,
  ])("refuses %s", (typed) => expect(read(typed)).toEqual({ ok: false, problem: "decimal.notANumber" }));

  test.each(shared)("leaves open which currency %s is in", (typed, among) => {
    const found = read(typed);
    expect(found.ok && found.currencies).toEqual(expect.arrayContaining(among));
  });

  it("takes a language's own groups", () => {
    const dollar = read("$23m");
    expect(dollar.ok && dollar.currencies.length > 10 && dollar.currencies.includes("MXN")).toBe(true);
    expect(read("1.234", "es")).toMatchObject({ amount: "1234" });
    expect(read("1,234", "es")).toMatchObject({ problem: "decimal.ambiguous" });
  });

  it("reads what a form shows of any sum as that sum, and never throws", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 18n }),
        fc.integer({ min: 0, max: 999 }),
        (whole, part) => {
          const amount = part % 10 ? `${whole}.${String(part).padStart(3, "0")}` : String(whole);
          expect(read(typeAmount(amount))).toMatchObject({ ok: true, amount });
        },
      ),
    );
    fc.assert(fc.property(fc.string(), (typed) => void read(typed)));
    for (const name of ["__proto__", "constructor", "toString"])
      expect(read(`5 ${name}`)).toMatchObject({ ok: false });
  });

  it("puts the word of a magnitude behind a number that has none", () => {
    const whole = (typed: string) => withMagnitude(typed, "million", { currencies: currencyCodes });
    expect(["23", "US$ 23", "5 EUR", "23 bn", "soon", ""].map(whole)).toEqual([
      "23 million",
      "US$ 23 million",
      "5 EUR million",
      "23 bn",
      "soon",
      "",
    ]);
  });
});

describe("a record's currency", () => {
  const tradeYear = kinds.tradeYear;
  const typed = { year: "2014", reporter: "KZ", currency: "", total: "US$ 23 mln" };
  const parsed = (more: Record<string, string>) =>
    parseRecord(tradeYear, { ...typed, ...more }, { parties: ["KZ", "MX"] }, "draft");

  it("is the one that its sums name, where none is chosen", () => {
    expect(parsed({})).toMatchObject({ values: { currency: "USD", total: "23000000" }, problems: [] });
    expect(parsed({ total: "$ 23 mln" }).values.currency).toBeUndefined();
  });

  it.each([
    ["$ 23 mln", "ARS, AUD, BBD, BMD, BND, BSD, …"],
    ["£ 5", "FKP, GBP, GIP, SHP, SSP, SYP"],
    ["¥ 5 bn", "CNY, JPY"],
    ["5 mln rubles", "BYN, RUB, BYB, BYR, LVR, RUR, …"],
  ])("is asked for where a sum says %s, which several currencies share", (total, choices) => {
    expect(parsed({ total, exportsA: total }).problems).toMatchObject([
      { path: "exportsA", code: "decimal.whichCurrency", params: { choices } },
    ]);
    expect(parsed({ total, exportsA: total, currency: choices.slice(0, 3) }).problems).toEqual([]);
    expect(parsed({ total, exportsA: total, currency: "EUR" }).problems).toHaveLength(2);
  });

  it("is never contradicted by a sum", () => {
    expect(parsed({ currency: "EUR" }).problems).toMatchObject([
      { path: "total", code: "decimal.otherCurrency", params: { named: "USD", chosen: "EUR" } },
    ]);
    expect(parsed({ currency: "USD", total: "$ 23 mln" }).problems).toEqual([]);
    expect(parsed({ currency: "USD", exportsA: "EUR 3" }).problems).toMatchObject([{ path: "exportsA" }]);
  });
});
