import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { hintScripts } from "./compile-hints.mjs";

it("puts the hint once before every script, and leaves what is no script", () => {
  const folder = mkdtempSync(join(tmpdir(), "entente-hints-"));
  mkdirSync(join(folder, "pages"));
  writeFileSync(join(folder, "a.js"), "(()=>1)()");
  writeFileSync(join(folder, "pages", "b.js"), "(()=>2)()");
  writeFileSync(join(folder, "c.css"), "a{}");
  expect(hintScripts(folder)).toBe(2);
  expect(hintScripts(folder)).toBe(0);
  expect(readFileSync(join(folder, "pages", "b.js"), "utf8")).toBe("//# allFunctionsCalledOnLoad\n(()=>2)()");
  expect(readFileSync(join(folder, "c.css"), "utf8")).toBe("a{}");
});
