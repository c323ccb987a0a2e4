import { expect, it } from "vitest";
import { kindOf } from "../kinds/registry";
import type { Order } from "../date-vocabulary";
import { recordsIn } from "./records";

/** What a visit's form would hold for a line, with the column of its last day. */
function days(first: string, last: string | null, order: Order | null = null) {
  const table = {
    paths: ["began", ...(last === null ? [] : ["ended"])],
    units: [],
    orders: [order],
    marks: [],
    rows: [last === null ? [first] : [first, last]],
  };
  const [record] = recordsIn(kindOf("visit"), table, { values: {}, source: null }, (word) => word);
  const { began, ended } = record!.typed;
  return [began, ended, record!.cells.get("ended")?.column];
}

it.each<[first: string, last: string | null, order: Order | null, found: unknown[]]>([
  ["12–14 May 2024", null, null, ["2024-05-12", "2024-05-14", 0]],
  ["03/04/1963–05/04/1963", null, "dayFirst", ["1963-04-03", "1963-04-05", 0]],
  ["12–14 May 2024", "", null, ["2024-05-12", "2024-05-14", 0]],
  ["12–14 May 2024", "15 May 2024", null, ["12–14 May 2024", "15 May 2024", 1]],
  ["12 May 2024", null, null, ["12 May 2024", undefined, undefined]],
  ["2003–2004", null, null, ["2003", "2004", 0]],
])("days of %j and %j, %s, fill the first and the last", (first, last, order, found) =>
  expect(days(first, last, order)).toEqual(found),
);

it("leaves a span in a column whose date has no last day", () => {
  const table = { paths: ["date"], units: [], orders: [], marks: [], rows: [["12–14 May 2024"]] };
  const [record] = recordsIn(kindOf("event"), table, { values: {}, source: null }, (word) => word);
  expect(record!.typed).toEqual({ date: "12–14 May 2024" });
});
