import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Typed } from "./fields/field";
import { kindOf } from "./kinds/registry";
import { TamperedRequest } from "./record";
import { readRecordForm } from "./record-form";

const { fields } = kindOf("visit");
const id = "01890a5d-ac96-774b-bcce-b302099a8057";

/** A typed record as the names and values that its form would send. */
function entriesOf(typed: Typed, prefix = ""): [string, string][] {
  return Object.entries(typed).flatMap(([key, value]): [string, string][] => {
    if (typeof value === "string") return [[prefix + key, value]];
    return value.flatMap((one, index) =>
      typeof one === "string"
        ? [[prefix + key, one] as [string, string]]
        : entriesOf(one, `${prefix}${key}.${index}.`),
    );
  });
}

describe("readRecordForm", () => {
  it("reads what a form sent, rows in their order, and leaves empty rows out", () => {
    const typed = readRecordForm(fields, [
      ["visitor", "A minister"],
      ["meetings.2.host", "A host"],
      ["meetings.0.host", ""],
      ["meetings.1.host", "An earlier host"],
      ["agreements", id],
      ["citations.0.source", id],
    ]);
    expect(typed.visitor).toBe("A minister");
    expect(typed.meetings).toEqual([
      { host: "An earlier host", office: "", manner: "" },
      { host: "A host", office: "", manner: "" },
    ]);
    expect(typed.agreements).toEqual([id]);
  });

  it.each([
    [[["role", "admin"]]],
    [[["version", "7"]]],
    [
      [
        ["visitor", "one"],
        ["visitor", "two"],
      ],
    ],
    [[["meetings.0.secret", "x"]]],
    [[["meetings.-1.host", "x"]]],
    [[["meetings.99999999.host", "x"]]],
    [[["meetings.0.host.deep", "x"]]],
    [[["__proto__.polluted", "x"]]],
  ] as [string, string][][][])("refuses what no form of ours sends: %j", (entries) => {
    expect(() => readRecordForm(fields, entries)).toThrow(TamperedRequest);
  });

  it("gives back exactly what was typed, whatever it is", () => {
    const word = fc.string({ minLength: 1 });
    const typed = fc.record({
      visitor: word,
      meetings: fc.array(fc.record({ host: word, office: fc.string(), manner: fc.string() }), {
        maxLength: 5,
      }),
    });
    fc.assert(
      fc.property(typed, (sent) => {
        const read = readRecordForm(fields, entriesOf(sent));
        expect(read.visitor).toBe(sent.visitor);
        expect(read.meetings).toEqual(sent.meetings);
      }),
    );
  });
});
