import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { kindOf } from "@/lib/domain/kinds/registry";
import { parseRecord, TamperedRequest } from "@/lib/domain/record";
import { inRow } from "@/tests/support/rows";
import { readDeskForm } from "./desk-form";

const id = "01890000-0000-7000-8000-000000000001";
const own = { _kind: "event", _id: id, _version: "3", _dossier: id, _intent: "save" };

function formOf(entries: Record<string, string>, more: [string, string | File][] = []): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(entries)) form.set(name, value);
  for (const [name, value] of more) form.append(name, value);
  return form;
}

test("a record's form is read into what was typed and what it is about", () => {
  const read = readDeskForm(
    formOf({ ...own, title: "Typed", [inRow("citations", 0, "place")]: "p. 1", "_keep.title": "mine" }),
  );
  expect(read).toMatchObject({ kind: "event", id, version: 3, dossierId: id, intent: "save", live: false });
  expect(read.typed).toMatchObject({ title: "Typed", citations: [{ place: "p. 1" }] });
});

test("a record that is not saved yet has no id; scripts say that they are there", () => {
  const read = readDeskForm(formOf({ ...own, _id: "", _version: "0", _dossier: "", _live: "1" }));
  expect(read).toMatchObject({ id: null, dossierId: null, version: 0, live: true });
});

test("a decision to save over a version names that version", () => {
  expect(readDeskForm(formOf({ ...own, _over: "7" })).version).toBe(7);
});

test("a note with characters that cannot be shown keeps no form from being read", () => {
  expect(readDeskForm(formOf({ ...own, _note: "It\u0092s right\u0007" })).changeNote).toBe("Its right");
});

test("what programs left in pasted text is made plain, and counted by field", () => {
  const place = inRow("citations", 0, "place");
  const read = readDeskForm(
    formOf({ ...own, title: "A\u00a0b\u00a0c", text: "one\r\ntwo", [place]: "\uf0b7 p" }),
  );
  expect(read.typed).toMatchObject({ title: "A b c", text: "one\ntwo", citations: [{ place: "• p" }] });
  expect([...read.cleaned]).toEqual([
    ["title", 2],
    ["citations", 1],
  ]);
});

const placesIn = (rows: number) =>
  Array.from({ length: rows }, (_, row): [string, string] => [inRow("citations", row, "place"), "p"]);

test("more rows than a field takes are a mistake, told beside it with all that was typed", () => {
  const { typed } = readDeskForm(formOf(own, placesIn(501)));
  expect(typed.citations).toHaveLength(501);
  const { problems } = parseRecord(kindOf("event"), typed, { parties: ["KZ", "MX"] }, "draft");
  expect(problems).toEqual([{ path: "citations", code: "rows.tooMany", params: { max: 200 } }]);
});

test("more references than a field takes are a mistake as well", () => {
  const ids = Array.from({ length: 101 }, () => ["agreements", randomUUID()] as [string, string]);
  const { typed } = readDeskForm(formOf({ ...own, _kind: "visit" }, ids));
  expect(typed.agreements).toHaveLength(101);
  const { problems } = parseRecord(kindOf("visit"), typed, { parties: ["KZ", "MX"] }, "draft");
  expect(problems).toEqual([{ path: "agreements", code: "references.tooMany", params: { max: 100 } }]);
});

describe("what no form of ours sends is refused:", () => {
  test.each<[string, Record<string, string>, [string, string | File][]]>([
    ["an unknown kind", { ...own, _kind: "user" }, []],
    ["a malformed id", { ...own, _id: "1 OR 1=1" }, []],
    ["a version that is no number", { ...own, _version: "-1" }, []],
    ["an unknown intent", { ...own, _intent: "delete" }, []],
    ["an unknown hidden input", { ...own, _role: "admin" }, []],
    ["a hidden input twice", own, [["_version", "4"]]],
    ["an unknown field", { ...own, role: "admin" }, []],
    ["a field of the desk's own", { ...own, version: "9", id: "x" }, []],
    ["a field twice", { ...own, title: "a" }, [["title", "b"]]],
    ["an unknown field in a row", { ...own, [inRow("citations", 0, "role")]: "admin" }, []],
    ["a row with no id", { ...own, "citations/x/place": "p" }, []],
    ["a row by its number", { ...own, "citations/0/place": "p" }, []],
    ["more values than any form has", own, placesIn(20_001)],
    ["a file", own, [["title", new File(["x"], "x.txt")]]],
  ])("%s", (_, entries, more) => {
    expect(() => readDeskForm(formOf(entries, more))).toThrow(TamperedRequest);
  });

  test("nothing at all", () => {
    expect(() => readDeskForm(new FormData())).toThrow(TamperedRequest);
  });
});
