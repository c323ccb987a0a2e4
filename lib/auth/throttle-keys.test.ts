import { expect, test } from "vitest";
import { networkOf, tryKeys } from "./throttle-keys";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["unknown", "unknown"],
])("%s counts for %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test("an account counts once, however its address is typed", () => {
  expect(tryKeys(" Aigerim@Example.org ", "203.0.113.7")).toEqual(
    tryKeys("aigerim@example.org", "::ffff:203.0.113.7"),
  );
});

test("neither the account nor the address can be read from the keys, which fit the table", () => {
  const keys = Object.values(tryKeys(`${"a".repeat(5000)}@example.org`, "203.0.113.7"));
  expect(new Set(keys).size).toBe(3);
  for (const key of keys) expect(key).toMatch(/^[\w-]{43}$/);
});
