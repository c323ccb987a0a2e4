import { expect, test } from "vitest";
import { inRow, rowId } from "@/tests/support/rows";
import { buildFormSpec } from "./build-form-spec";
import { controlId, labelAt } from "./form-paths";
import { words } from "./test-words";

const { fields } = buildFormSpec("visit", { parties: ["KZ", "MX"] }, words);
const typed = {
  visitor: "Ann",
  meetings: [
    { id: rowId(1), host: "" },
    { id: rowId(2), host: "Bea" },
  ],
};

test("a path is called what its field is called, a row by its place in the form", () => {
  expect(labelAt(fields, "visitor", typed)).toBe("Visitor");
  expect(labelAt(fields, "meetings", typed)).toBe("Meetings");
  expect(labelAt(fields, inRow("meetings", 2, "host"), typed)).toBe("Meeting 2: Met with");
  expect(labelAt(fields, `meetings/${rowId(1)}`, typed)).toBe("Meeting 1");
  expect(labelAt(fields, `meetings/${rowId(9)}`, typed)).toBe("Meeting");
});

test("a control's id is one for each path", () => {
  expect(controlId("visitor")).toBe("f-visitor");
  expect(controlId(inRow("meetings", 1, "host"))).toBe(`f-meetings-${rowId(1)}-host`);
});
