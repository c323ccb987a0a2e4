import { expect, it } from "vitest";
import { kindOf } from "./kinds/registry";
import { printedFigure } from "./printed-figures";
import { parseRecord } from "./record";

const year = (typed: Record<string, string>) =>
  parseRecord(
    kindOf("tradeYear"),
    { year: "2014", reporter: "KZ", currency: "USD", ...typed },
    { parties: ["KZ", "MX"] },
    "draft",
  );

it.each<[string, string | undefined, string | undefined, string[]]>([
  ["64.6p", "64.6", "provisional", ["exportsA: decimal.readAs.provisional"]],
  ["64.6 p", "64.6", "provisional", ["exportsA: decimal.readAs.provisional"]],
  ["(e) 12.3", "12.3", "estimate", ["exportsA: decimal.readAs.estimate"]],
  ["12.3 (e)", "12.3", "estimate", ["exportsA: decimal.readAs.estimate"]],
  ["23 million (est.)", "23000000", "estimate", ["exportsA: decimal.readAs.estimate"]],
  ["5p¹", "5", "provisional", ["exportsA: decimal.readAs.provisional"]],
  ["5¹ p", "5", "provisional", ["exportsA: decimal.readAs.provisional"]],
  ["95.3 r", "95.3", undefined, []],
  ["90.9¹", "90.9", undefined, []],
  ["90.9 (1)", "90.9", undefined, []],
  ["13*", "13", undefined, []],
  ["n/a", undefined, undefined, ["exportsA: decimal.readAsUnknown"]],
  ["..", undefined, undefined, ["exportsA: decimal.readAsUnknown"]],
  ["…", undefined, undefined, ["exportsA: decimal.readAsUnknown"]],
  [": c", undefined, undefined, ["exportsA: decimal.readAsUnknown"]],
  ["not available", undefined, undefined, ["exportsA: decimal.readAsUnknown"]],
  ["64.6", "64.6", undefined, []],
  ["US$ 23 mln", "23000000", undefined, []],
  ["", undefined, undefined, []],
])("a form takes %j for %s, marked %s", (exportsA, amount, standing, notices) => {
  const read = year({ exportsA });
  expect(read.problems).toEqual([]);
  expect([read.values.exportsA, read.values.standingA]).toEqual([amount, standing]);
  expect(read.notices.map(({ path, code }) => `${path}: ${code}`)).toEqual(notices);
});

it("a mark says more than the choice beside the figure, and leaves that of the others", () => {
  const { values } = year({ exportsA: "5p", standingA: "estimate", total: "6", standingTotal: "estimate" });
  expect(values).toMatchObject({ standingA: "provisional", standingTotal: "estimate" });
});

it("a figure without a mark leaves the choice beside it", () =>
  expect(year({ exportsA: "5 r", standingA: "provisional" }).values.standingA).toBe("provisional"));

it.each(["–", "-", "—"])("the dash %j is asked", (total) =>
  expect(year({ total }).problems).toMatchObject([{ path: "total", code: "decimal.dash" }]),
);

it("the value of a product may be unknown, and has no mark", () => {
  const id = "00000000-0000-4000-8000-000000000001";
  const products = (value: string) =>
    parseRecord(
      kindOf("tradeProducts"),
      { exporter: "KZ", currency: "USD", products: [{ id, description: "Zinc", value }] },
      { parties: ["KZ", "MX"] },
      "draft",
    );
  expect(products("n/a")).toMatchObject({
    problems: [],
    notices: [{ path: `products/${id}/value`, code: "decimal.readAsUnknown" }],
  });
  expect(products("13*").values.products).toMatchObject([{ description: "Zinc", value: "13" }]);
  expect(products("13p").problems).toMatchObject([{ code: "decimal.notANumber" }]);
});

it("keeps a plain sum as it was typed", () =>
  expect(printedFigure(" 5 ", { isMarked: true }).figure).toBe(" 5 "));
