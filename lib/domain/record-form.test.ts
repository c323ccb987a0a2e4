import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldRows } from "./folded-rows";
import { entriesOf, inRow, rowId } from "@/tests/support/rows";
import { formFieldsOf } from "./fields/set";
import { kindOf } from "./kinds/registry";
import { readRecordForm } from "./record-form";
import { TamperedRequest } from "./tampered-request";

const fields = formFieldsOf(kindOf("visit").fields);
const id = "01890a5d-ac96-774b-bcce-b302099a8057";

describe("readRecordForm", () => {
  const entries: [string, string][] = [
    ["visitor", "A minister"],
    [inRow("meetings", 2, "host"), "A host"],
    [inRow("meetings", 0, "host"), ""],
    [inRow("meetings", 1, "host"), "Another host"],
    ["agreements", id],
    ["agreements", ""],
    [inRow("citations", 0, "source"), id],
  ];

  it("reads what a form sent, rows with their ids in the order of the form, and leaves empty rows out", () => {
    const typed = readRecordForm(fields, entries);
    expect(typed.visitor).toBe("A minister");
    expect(typed.meetings).toEqual([
      { id: rowId(2), host: "A host", hostPerson: "", office: "", manner: "" },
      { id: rowId(1), host: "Another host", hostPerson: "", office: "", manner: "" },
    ]);
    expect(typed).toMatchObject({ office: "", agreements: [id], citations: [{ source: id }] });
  });

  it("reads what is ticked as a set, whatever order its boxes stand in", () => {
    const supports = inRow("citations", 0, "supports");
    const ticked = (...paths: string[]) =>
      readRecordForm(
        fields,
        paths.map((path): [string, string] => [supports, path]),
      ).citations;
    expect(ticked("visitor", "began", "began", "")).toEqual(ticked("began", "visitor"));
    expect(ticked("visitor", "began")).toMatchObject([{ id: rowId(0), supports: ["began", "visitor"] }]);
  });

  it("keeps empty rows where they are asked for, and skips what is no field's", () => {
    const sent: [string, string][] = [...entries, ["_id", "x"], ["a/b/c", "y"]];
    const typed = readRecordForm(fields, sent, { emptyRows: "keep", unknown: "skip" });
    expect(typed.meetings).toHaveLength(3);
    expect(typed).not.toHaveProperty("_id");
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
    [[[inRow("meetings", 0, "secret"), "x"]]],
    [[[inRow("meetings", 0, "id"), id]]],
    [[[inRow("places", 0, "host"), "x"]]],
    [[["meetings", "x"]]],
    [[["meetings", "{}"]]],
    [[["meetings", '["x"]']]],
    [[["meetings", '[{"host":"Ann"}]']]],
    [[["meetings", `[{"id":"${id}","secret":"x"}]`]]],
    [[["meetings", `[{"id":"${id}","host":{"toString":"x"}}]`]]],
    [
      [
        ["visitor", "Ann"],
        ["meetings", `[{"id":"${id}","host":["Ann","Bea"]}]`],
      ],
    ],
    [[["meetings/0/host", "x"]]],
    [[["meetings/-1/host", "x"]]],
    [[[`meetings/${id.toUpperCase()}/host`, "x"]]],
    [[[`${inRow("meetings", 0, "host")}/deep`, "x"]]],
    [[["__proto__/polluted", "x"]]],
    [[["__proto__", "x"]]],
  ] as [string, string][][][])("refuses what no form of ours sends: %j", (sent) => {
    expect(() => readRecordForm(fields, sent)).toThrow(TamperedRequest);
  });

  it("reads folded rows as if they had been open, among those that are", () => {
    const meetings = [1, 2, 3, 4].map((number) => ({
      id: rowId(number),
      host: `Host ${number}`,
      hostPerson: "",
      office: "",
      manner: "",
    }));
    const sent: [string, string][] = [
      ["meetings", foldRows(meetings.slice(0, 2))],
      ...entriesOf({ meetings: meetings.slice(2, 3) }),
      ["meetings", foldRows(meetings.slice(3))],
    ];
    expect(readRecordForm(fields, sent).meetings).toEqual(meetings);
  });

  it("gives back exactly what was typed, whatever it is", () => {
    const word = fc.string({ minLength: 1 });
    const row = fc.record({
      ...{ id: fc.uuid(), host: word, hostPerson: fc.string() },
      ...{ office: fc.string(), manner: fc.string() },
    });
    const typed = fc.record({
      visitor: word,
      meetings: fc.uniqueArray(row, { maxLength: 5, selector: (one) => one.id }),
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
