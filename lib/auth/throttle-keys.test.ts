import { expect, test } from "vitest";
import { browserKey, tryKeys } from "./throttle-keys";

test("an account counts once, however its address is typed", () => {
  expect(tryKeys(" Aigerim@Example.org ", "203.0.113.7")).toEqual(
    tryKeys("aigerim@example.org", "::ffff:203.0.113.7"),
  );
});

test("neither the account nor the address can be read from the keys, which fit the table", () => {
  const keys = Object.values(tryKeys(`${"a".repeat(5000)}@example.org`, "203.0.113.7"));
  keys.push(browserKey("01890a5d-ac96-774b-bcce-b302099a8057", "a browser"));
  expect(new Set(keys).size).toBe(4);
  for (const key of keys) expect(key).toMatch(/^[\w-]{43}$/);
});
