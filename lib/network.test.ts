import { expect, test } from "vitest";
import { networkOf } from "./network";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/56"],
  ["2001:0DB8:0001:00ff::1", "2001:db8:1::/56"],
  ["2001:db8:1:100::1", "2001:db8:1:100::/56"],
  ["2001:db8::1", "2001:db8::/56"],
  ["fe80::1%eth0", "fe80::/56"],
  ["::1", "::/56"],
  ["unknown", "unknown"],
  ["", ""],
])("%j counts for %j", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
