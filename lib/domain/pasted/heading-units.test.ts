/** Units in the heads of tables: read, or left open, but never dropped. */
import { expect, it } from "vitest";
import { readTypedAmount } from "../typed-amount";
import { currencyCodes } from "../currencies";
import { saysScale, splitUnit } from "./heading-names";

it.each([
  ["Exports (US$ million)", "1000000", "USD"],
  ["Exports, mln USD", "1000000", "USD"],
  ["Exports (USD, thousands)", "1000", "USD"],
  ["Exports (USD, million)", "1000000", "USD"],
  ["Exports (US$ million, FOB)", "1000000", "USD"],
  ["Exports (FOB, US$ million)", "1000000", "USD"],
  ["Exports (US$ million, current prices)", "1000000", "USD"],
  ["Exports (US$000)", "1000", "USD"],
  ["Exports (US$ 000s)", "1000", "USD"],
  ["Exports (A$'000)", "1000", "AUD"],
  ["Exports (1000 USD)", "1000", "USD"],
  ["Exports (1,000 USD)", "1000", "USD"],
  ["Exports (ths. USD)", "1000", "USD"],
  ["Exports in US$ million", "1000000", "USD"],
  ["Exports – US$ million", "1000000", "USD"],
])("reads the unit of %j", (heading, amount, currency) => {
  const { name, unit } = splitUnit(heading);
  expect(name).toBe("Exports");
  expect(readTypedAmount(`1 ${unit}`, { currencies: currencyCodes })).toMatchObject({
    ok: true,
    amount,
    currencies: [currency],
  });
});

it.each([
  "10,000 USD",
  "mil. USD",
  "Value US$ Million",
  "million current US$",
  "provisional, million EUR of trade",
])("leaves a column open whose heading says %j", (aside) =>
  expect([splitUnit(`Exports (${aside})`).unit !== "", saysScale(aside)]).toContain(true),
);

it.each(["2019", "revised", "see note 3", "by road"])("takes no scale from %j", (aside) =>
  expect(saysScale(aside)).toBe(false),
);
