import { createTranslator, type Messages } from "next-intl";
import { expect, it } from "vitest";
import { readWords } from "@/i18n/read-words";
import { doubtsOf } from "../doubts";
import { tradeProducts } from "./trade-products";
import { tradeYear } from "./trade-year";

const context = { parties: ["KZ", "MX"] as const, today: "2026-11-27" };
const codes = ["doubt.trade.currencyNotYet", "doubt.trade.currencyNoMore"];

const messages = (await readWords("en", { desk: true })) as Messages;

it.each([
  [1850, "EUR", "became money in 1999"],
  [1985, "EUR", "became money in 1999"],
  [2015, "DEM", "was money until 2002"],
  [2008, "XEU", "was money until 1998"],
  [1994, "BGJ", "was money until 1990"],
])("figures of %s in %s are asked, which %s", (year, currency, was) => {
  const say = createTranslator({ locale: "en", messages });
  for (const asked of [
    doubtsOf(tradeYear, { year, currency, total: "5" }, context),
    doubtsOf(tradeProducts, { year, currency }, context),
  ]) {
    const said = asked.filter(({ code }) => codes.includes(code));
    expect(said).toEqual([expect.objectContaining({ path: "currency" })]);
    expect(say(`problems.${said[0]!.code}`, said[0]!.params)).toMatch(
      ` ${was}, and these are figures of ${year}. `,
    );
  }
});

it.each([
  [1850, "USD"],
  [1998, "EUR"],
  [2002, "DEM"],
  [2003, "DEM"],
  [1991, "SUR"],
  [1700, "XDR"],
  [2020, "KZT"],
])("figures of %s in %s are not", (year, currency) =>
  expect(doubtsOf(tradeYear, { year, currency }, context).filter(({ code }) => codes.includes(code))).toEqual(
    [],
  ),
);
