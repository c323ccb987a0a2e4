import { expect, test } from "vitest";
import { countriesTyped } from "./country-typed";

test.each([
  ["Kazakhstan", ["KZ"]],
  ["kazakstan", ["KZ"]],
  ["Méxcio", ["MX"]],
  ["Korea, Rep.", ["KR"]],
  ["Deutschland", ["DE"]],
  ["DE", ["DE"]],
  ["Korea", ["KR", "KP"]],
  ["the Congo", ["CD", "CG"]],
  ["Irax", ["IR", "IQ"]],
  ["Atlantis", []],
  ["", []],
])("%j may be %j", (text, codes) =>
  expect([...countriesTyped(text, "en")].sort()).toEqual([...codes].sort()),
);
