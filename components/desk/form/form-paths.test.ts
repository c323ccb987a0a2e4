import { describe, expect, test } from "vitest";
import { buildFormSpec } from "./build-form-spec";
import { labelAt, pathInForm } from "./form-paths";
import { readTyped } from "./read-typed";
import { words } from "./test-words";

const { fields } = buildFormSpec("visit", ["KZ", "MX"], words);

describe("a path", () => {
  test("is called what its field is called", () => {
    expect(labelAt(fields, "visitor")).toBe("Visitor");
    expect(labelAt(fields, "meetings.1.host")).toBe("Meeting 2: Met with");
    expect(labelAt(fields, "meetings.0")).toBe("Meeting 1");
  });

  const entries = [
    ["visitor", "Ann"],
    ["meetings.0.host", ""],
    ["meetings.0.office", ""],
    ["meetings.1.host", "Bea"],
    ["meetings.3.office", "Minister"],
  ] as const;

  test("of a problem leads to the row that was meant, whatever empty rows stand before it", () => {
    expect(pathInForm("meetings.0.host", entries)).toBe("meetings.1.host");
    expect(pathInForm("meetings.1.host", entries)).toBe("meetings.3.host");
  });

  test("without rows stays as it is", () => {
    expect(pathInForm("visitor", entries)).toBe("visitor");
    expect(pathInForm("meetings", entries)).toBe("meetings");
  });
});

test("what was typed is read as the desk reads it: empty rows left out, several references kept in order", () => {
  const typed = readTyped(fields, [
    ["visitor", "Ann"],
    ["meetings.0.host", ""],
    ["meetings.2.host", "Bea"],
    ["agreements", "b"],
    ["agreements", "a"],
  ]);
  expect(typed).toMatchObject({ visitor: "Ann", office: "", agreements: ["b", "a"], citations: [] });
  expect(typed.meetings).toEqual([{ host: "Bea", office: "", manner: "" }]);
});
