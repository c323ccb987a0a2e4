import { expect, it } from "vitest";
import { hasCome } from "./has-come";

it.each([
  ["1992-01-14", true],
  ["2026-11-27", true],
  ["2026", true],
  ["2026-11-28", false],
  ["2027", false],
  ["5008-05-05", false],
])("%s has come by 27 November 2026: %s", (date, come) => expect(hasCome(date, "2026-11-27")).toBe(come));
