import fc from "fast-check";
import { expect, test } from "vitest";
import { deskPath, signInPath } from "./desk-path";

test.each([
  "/admin",
  "/admin/visits",
  "/admin/visits/0192?from=list",
  "/admin/visits/new?dossier=0192&year=2018",
])("%s is a page of the desk", (path) => {
  expect(deskPath(path)).toBe(path);
});

test.each([
  undefined,
  null,
  "",
  "/",
  "/kazakhstan-mexico",
  "/administration",
  "https://evil.example/admin",
  "//evil.example/admin",
  "/\\evil.example/admin",
  "/admin\\..\\..",
  "/admin/../..//evil.example",
  "/admin/../kazakhstan-mexico",
  "/admin/%2e%2e/kazakhstan-mexico",
  "/admin/\n/x",
  "javascript:alert(1)",
  "/admin/sign-in?next=/admin/sign-in",
  "/admin/setup?token=x",
  `/admin/${"x".repeat(2000)}`,
])("%j is none, and leads to the desk's first page", (next) => {
  expect(deskPath(next)).toBe("/admin");
});

test("whatever is asked for, a browser stays on this site and at the desk", () => {
  fc.assert(
    fc.property(fc.string(), fc.boolean(), (text, asPath) => {
      const url = new URL(deskPath(asPath ? `/admin${text}` : text), "https://entente.example");
      expect(url.origin).toBe("https://entente.example");
      expect(url.pathname).toMatch(/^\/admin(\/|$)/);
    }),
  );
});

test("the sign-in page is told where to go on to", () => {
  expect(signInPath("/admin/visits?q=a b")).toBe("/admin/sign-in?next=%2Fadmin%2Fvisits%3Fq%3Da%2520b");
  expect(signInPath("/admin")).toBe("/admin/sign-in");
  expect(signInPath("//evil.example")).toBe("/admin/sign-in");
});
