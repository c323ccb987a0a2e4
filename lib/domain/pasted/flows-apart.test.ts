/** Tables with a line for each direction of trade, as databases give them. */
import { expect, it } from "vitest";
import { deskWords, wordOf } from "@/tests/support/desk-words";
import { kindOf } from "../kinds/registry";
import { flowsApart } from "./flows-apart";
import { matchColumns } from "./match-columns";
import { namesOfColumns } from "./names";
import { recordsIn } from "./records";

const columns = namesOfColumns("tradeYear", ["KZ", "MX"], deskWords);

function read(text: string) {
  const rows = text.split("\n").map((line) => line.split("|"));
  const found = flowsApart(rows, columns);
  const whole = {
    ...matchColumns(found?.rows ?? rows, columns),
    orders: [],
    marks: [],
    sides: { parties: ["KZ", "MX"] as const },
  };
  const records = recordsIn(kindOf("tradeYear"), whole, { values: {}, source: null }, wordOf);
  return { as: found?.as ?? null, records: records.map(({ typed }) => typed) };
}

it.each([
  [
    "UN Comtrade's file",
    "refYear|reporterISO|reporterDesc|flowCode|flowDesc|partnerISO|partnerDesc|partner2Code|cmdCode|customsCode|motCode|cifvalue|fobvalue|primaryValue\n2019|KAZ|Kazakhstan|X|Export|MEX|Mexico|0|TOTAL|C00|0||10500000|10500000\n2019|KAZ|Kazakhstan|X|Export|MEX|Mexico|0|7202|C00|0||9500000|9500000\n2019|KAZ|Kazakhstan|X|Export|MEX|Mexico|0|TOTAL|C00|2100||400|400\n2019|KAZ|Kazakhstan|M|Import|MEX|Mexico|0|TOTAL|C00|0|40100000||40100000\n2019|KAZ|Kazakhstan|RX|Re-export|MEX|Mexico|0|TOTAL|C00|0||5|5",
    [
      {
        ...{ year: "2019", reporter: "KZ", exportsA: "10500000 USD", exportsB: "40100000 USD" },
        ...{ valuationA: "FOB", valuationB: "CIF" },
      },
    ],
  ],
  [
    "UN Comtrade's file of a reporter that values imports FOB",
    "refYear|reporterISO|flowCode|partnerISO|cifvalue|fobvalue|primaryValue\n2019|MEX|M|KAZ||300|300\n2020|MEX|M|KAZ|420|400.0|400",
    [
      { year: "2019", reporter: "MX", exportsA: "300 USD", valuationA: "FOB" },
      { year: "2020", reporter: "MX", exportsA: "400 USD", valuationA: "FOB" },
    ],
  ],
  [
    "UN Comtrade's file that does not say how all imports are valued alike",
    "refYear|reporterISO|flowCode|partnerISO|cifvalue|fobvalue|primaryValue\n2019|MEX|M|KAZ||300|300\n2020|MEX|M|KAZ|400||400\n2020|MEX|X|KAZ|||500",
    [
      { year: "2019", reporter: "MX", exportsA: "300 USD" },
      { year: "2020", reporter: "MX", exportsA: "400 USD", exportsB: "500 USD" },
    ],
  ],
  [
    "UN Comtrade's page",
    "Period|Trade Flow|Reporter|Partner|Commodity Code|Trade Value (US$)\n2019|Export|Kazakhstan|Mexico|TOTAL|$10,500,000\n2019|Import|Kazakhstan|Mexico|TOTAL|$40,100,000\n2019|Export|Mexico|Kazakhstan|TOTAL|$5",
    [
      { year: "2019", reporter: "KZ", exportsA: "$10,500,000 US$", exportsB: "$40,100,000 US$" },
      { year: "2019", reporter: "MX", exportsB: "$5 US$" },
    ],
  ],
  [
    "the IMF's indicators, below a title",
    "Direction of Trade Statistics||||\nCountry Name|Indicator Name|Counterpart Country Name|Time Period|Value\nKazakhstan|Goods, Value of Exports, FOB, US Dollars|Mexico|2019|10500000\nKazakhstan|Goods, Value of Imports, CIF, US Dollars|Mexico|2019|40100000\nKazakhstan|Goods, Value of Trade Balance, US Dollars|Mexico|2019|-1",
    [
      {
        ...{ year: "2019", reporter: "KZ", exportsA: "10500000 US Dollars", exportsB: "40100000 US Dollars" },
        ...{ valuationA: "FOB", valuationB: "CIF" },
      },
    ],
  ],
])("puts the directions of %s side by side", (_, text, records) =>
  expect(read(text)).toEqual({ as: "flowsApart", records }),
);

it("leaves values of goods that are told apart open: none of them is a total", () => {
  const text =
    "Period|Trade Flow|Reporter|Commodity Code|Trade Value\n2019|Export|Kazakhstan|7202|10\n2019|Export|Kazakhstan|2601|20";
  expect(read(text)).toEqual({
    as: "flowsOpen",
    records: [
      { year: "2019", reporter: "KZ" },
      { year: "2019", reporter: "KZ" },
    ],
  });
});

it.each(["Year|Exports|Imports\n2019|10|11", "Year|Flow of goods|Total\n2019|large|11"])(
  "leaves a table without a column of directions as it is",
  (text) => expect(read(text).as).toBeNull(),
);
