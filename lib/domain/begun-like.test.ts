import { expect, test } from "vitest";
import { duplicateOf, firstThatDiffers, repeatedFrom } from "./begun-like";
import { typedFrom } from "./fields/set";
import { type Typed, typedRows } from "./fields/typed";
import { kindOf } from "./kinds/registry";

const [meeting, cited] = ["01890000-0000-7000-8000-00000000000a", "01890000-0000-7000-8000-00000000000b"];
const visit: Typed = {
  from: "MX",
  to: "KZ",
  visitor: "A minister",
  rank: "minister",
  notHeld: "cancelled",
  trip: "Tour of Asia",
  began: "2019-05-07",
  meetings: [{ id: meeting, host: "A host" }],
  citations: [{ id: cited, source: "s", place: "p. 1", supports: ["visitor", `meetings/${meeting}/host`] }],
};

test("a duplicate says the same in rows of its own", () => {
  const copy = duplicateOf(kindOf("visit"), visit);
  const [row] = typedRows(copy.meetings);
  const [citation] = typedRows(copy.citations);
  expect(copy).toMatchObject({ visitor: "A minister", began: "2019-05-07" });
  expect(row).toMatchObject({ host: "A host" });
  expect([meeting, cited]).not.toContain(row!.id);
  expect([meeting, cited]).not.toContain(citation!.id);
  expect(citation).toMatchObject({ source: "s", place: "p. 1" });
  expect(citation!.supports).toEqual(["visitor", `meetings/${String(row!.id)}/host`]);
});

test("another record begins with what repeats, and goes on where it does not", () => {
  const kind = kindOf("visit");
  const begun = repeatedFrom(kind, typedFrom(kind.fields, {}), visit);
  expect(begun).toMatchObject({ from: "MX", to: "KZ", rank: "minister", trip: "Tour of Asia" });
  expect(begun).toMatchObject({ visitor: "", began: "", notHeld: "", meetings: [] });
  expect(typedRows(begun.citations)).toMatchObject([{ source: "s", place: "", supports: [] }]);
  expect(firstThatDiffers(kind, begun)).toBe("visitor");
});
