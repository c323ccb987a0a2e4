import { expect, test } from "vitest";
import { countryTyped } from "./country-typed";

test.each([
  ["Kazakhstan", "KZ"],
  ["kazakstan", "KZ"],
  ["Méxcio", "MX"],
  ["Korea, Rep.", "KR"],
  ["Deutschland", "DE"],
  ["DE", "DE"],
  // Niger or Nigeria, Iran or Iraq.
  ["Irax", null],
  ["Atlantis", null],
  ["", null],
])("%j is %s", (text, code) => expect(countryTyped(text, "en")).toBe(code));
