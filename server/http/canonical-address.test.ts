import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalAddress, isQueryMalformed } from "./canonical-address";

it.each([
  ["/", "/"],
  ["/kazakhstan-mexico/visits.csv-metadata.json", "/kazakhstan-mexico/visits.csv-metadata.json"],
  ["//", "/"],
  ["//evil.example//x/", "/evil.example/x"],
  ["/.", "/"],
  ["/..", "/"],
  ["/../../etc/passwd", "/etc/passwd"],
  ["/admin/../kazakhstan-mexico", "/kazakhstan-mexico"],
  ["/admin/%2e%2e/kazakhstan-mexico", "/kazakhstan-mexico"],
  ["/admin/.%2E/kazakhstan-mexico", "/kazakhstan-mexico"],
  ["/admin/..;/kazakhstan-mexico", "/kazakhstan-mexico"],
  ["/admin/..;a=b/kazakhstan-mexico", "/kazakhstan-mexico"],
  ["/admin/%2e%2e%3bx/kazakhstan-mexico", "/kazakhstan-mexico"],
  ["/admin/./visits/", "/admin/visits"],
  ["/Admin/VISITS", "/admin/visits"],
  ["/%61dmin", "/admin"],
  ["/%41dmin", "/admin"],
  ["/kazakhstan%2Dmexico", "/kazakhstan-mexico"],
  ["/a%e2%80%93b", "/a%E2%80%93b"],
  ["/a%252e%252e/b", "/a%252e%252e/b"],
  ["/_next/static/chunks/0aB.js", "/_next/static/chunks/0aB.js"],
  ["/_next/../Admin", "/admin"],
  ["/_next//static/../../Admin", "/admin"],
  ["/...", "/..."],
  ["/admin;x", "/admin;x"],
  ["/Search?q=A%00%zz", "/search?q=A%00%zz"],
])("%s is %s", (url, canonical) => expect(canonicalAddress(url)).toBe(canonical));

it.each([
  "",
  "*",
  "admin",
  "http://evil.example/",
  "?q=x",
  "/%",
  "/%zz",
  "/%c3%28",
  "/%00",
  "/a%00",
  "/a%0a",
  "/a%7f",
  "/%5c..%5cetc",
  "/..\\..\\etc",
  "/admin%2f..%2fx",
  "/a b",
  "/a\tb",
  "/é",
  "/a#b",
  "/a\u0000",
])("%j is malformed", (url) => expect(canonicalAddress(url)).toBeNull());

const piece = fc.oneof(
  fc.constantFrom(
    "/",
    "//",
    "..",
    ".",
    "%2e",
    "%2E",
    ";",
    "%3B",
    "%25",
    "%2f",
    "%41",
    "admin",
    "A-b",
    "_next",
  ),
  fc.string({ maxLength: 3 }),
  fc.string({ maxLength: 2 }).map(encodeURIComponent),
);
const url = fc.array(piece, { maxLength: 12 }).map((pieces) => `/${pieces.join("")}`);

it("is found once for all, with no dot segment, no empty segment and no needless escape in it", () => {
  fc.assert(
    fc.property(url, (written) => {
      const canonical = canonicalAddress(written);
      if (canonical === null) return;
      expect(canonicalAddress(canonical)).toBe(canonical);
      const [path = ""] = canonical.split("?", 1);
      expect(path).toMatch(/^\/(?!\/)/);
      const segments = path.slice(1).split("/").map(decodeURIComponent);
      for (const segment of segments) expect(segment).not.toMatch(/^\.\.?(;|$)/);
      if (path !== "/") expect(segments).not.toContain("");
      expect(path).not.toMatch(/%(2[de]|3\d|[46][1-9a-f]|[57][0-9a]|5f|7e)/i);
      // As browsers and Next resolve it, it stays as it is.
      expect(new URL(canonical, "http://localhost").pathname).toBe(path);
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ["/admin", false],
  ["/admin?q=a%20b&rank=%E2%80%93", false],
  ["/admin?rank=%00", true],
  ["/admin?%1f=1", true],
  ["/admin?q=%0D%0A", true],
  ["/admin?q=%7F", true],
  ["/admin?q=é", true],
])("the query of %s is malformed: %s", (address, is) => expect(isQueryMalformed(address)).toBe(is));
