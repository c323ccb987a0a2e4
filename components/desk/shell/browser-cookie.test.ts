import { expect, test } from "vitest";
import { browserCookie, browserCookieIn, browserCookieName } from "./browser-cookie";

test.each(["https:", "http:"])(
  "what a page by %s writes it finds, under the name that the desk asks for",
  (protocol) => {
    const [pair = "", ...parts] = browserCookie("entente-zone", "Asia/Almaty", protocol).split("; ");
    expect(pair).toBe(`${browserCookieName("entente-zone", protocol === "https:")}=Asia/Almaty`);
    expect(parts).toContain("path=/admin");
    expect(browserCookieIn(`other=1; ${pair}`, "entente-zone", protocol)).toBe("Asia/Almaty");
    expect(browserCookieIn("other-entente-zone=1", "entente-zone", protocol)).toBeUndefined();
  },
);

test("by https it goes nowhere else, and can be set by nothing else", () => {
  const written = browserCookie("entente-visit", "1.0", "https:");
  expect(written).toMatch(/^__Secure-entente-visit=1\.0; /);
  expect(written).toMatch(/; secure$/);
});
