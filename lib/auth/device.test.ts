import { expect, test } from "vitest";
import { sessionPlace, shortAddress } from "./device";

test.each([
  ["203.0.113.77", "203.0.113.0/24"],
  ["::ffff:203.0.113.77", "203.0.113.0/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
  ["127.0.0.1", "127.0.0.0/24"],
  ["unknown", ""],
  ["", ""],
])("%j is shortened to %j", (address, short) => expect(shortAddress(address)).toBe(short));

test("a device is called by its browser and system, and nothing else of it is kept", () => {
  const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  expect(sessionPlace("203.0.113.77", firefox)).toEqual({
    network: "203.0.113.0/24",
    browser: "Firefox",
    system: "Linux",
  });
});

test("what no browser says of itself leaves it unknown", () => {
  for (const said of [undefined, "", "curl/8.5.0", "<script>alert(1)</script>".repeat(1000)])
    expect(sessionPlace("unknown", said)).toEqual({ network: "", browser: "", system: "" });
});
