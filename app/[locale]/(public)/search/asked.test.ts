import { expect, it } from "vitest";
import { longestAddress } from "@/lib/domain/readable-address";
import { askedOf } from "./asked";

it("reads a web address whole that is as long as a record holds one, and nothing longer", () => {
  const address = "https://example.org/".padEnd(longestAddress, "a");
  expect(askedOf(address)).toBe(address);
  expect(askedOf(`${address}b`)).toBe(address);
});

it("reads one line of what was typed first", () => {
  expect(askedOf([" the\u0000 old\n treaty ", "another"])).toBe("the old treaty");
  expect(askedOf(undefined)).toBe("");
});
