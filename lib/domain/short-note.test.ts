import { expect, it } from "vitest";
import { mostCharacters, readChangeNote, readNote, readShown } from "./short-note";

it("reads what changed as one line, and nothing as null", () => {
  expect(readChangeNote("  The total of 2014\r\nwas misprinted. ")).toBe("The total of 2014 was misprinted.");
  expect(readChangeNote(" \n ")).toBeNull();
});

it("leaves out of what changed what cannot be shown, as nothing else of a form is lost for it", () => {
  expect(readChangeNote("It\u0092s\u0007 \u0000right\ud800.\u001b")).toBe("Its right.");
  expect(readChangeNote("\u0007 \u0092")).toBeNull();
});

it("leaves out of a reader's lines what cannot be shown, and counts the rest", () => {
  expect(readShown("\u0007one\r\n\u0000two\ud800", 7)).toBe("one\ntwo");
  expect(readShown("\u0007\u001b", 7)).toBe("");
  for (const long of ["eight ch", "\u0007".repeat(57)]) expect(readShown(long, 7)).toBeUndefined();
});

it("counts characters as people do, and refuses more of them", () => {
  expect(readChangeNote("𐐀".repeat(mostCharacters.changeNote))).toHaveLength(600);
  expect(readChangeNote("a".repeat(mostCharacters.changeNote + 1))).toBeUndefined();
  expect(readNote("ж".repeat(1_000_000), mostCharacters.comment)).toBeUndefined();
});

it("refuses what cannot be shown, and keeps lines of a longer note", () => {
  expect(readNote("one\n\ntwo\t3", 20)).toBe("one\n\ntwo\t3");
  for (const wrong of ["a\u0000b", "a\u001bb", "\ud800"]) expect(readNote(wrong, 20), wrong).toBeUndefined();
});
