import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as environment from "@/lib/env";
import { pastedToken } from "./one-time-link";
import { removeSetupLink, writeSetupLink } from "./setup-link";

let data: string;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "entente-setup-"));
  const known = environment.env();
  vi.spyOn(environment, "env").mockReturnValue({ ...known, data });
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(data, { recursive: true });
});

test("the link's token stands in its fragment, in a file that its owner alone may read", async () => {
  const file = await writeSetupLink("a-token");
  expect(readFileSync(file, "utf8")).toBe(`${environment.publicUrl()}/admin/setup#a-token\n`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("a file that others may read is made anew, and is gone when it is removed", async () => {
  writeFileSync(join(data, "setup-link"), "old", { mode: 0o644 });
  const file = await writeSetupLink("another");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await removeSetupLink();
  await removeSetupLink();
  expect(() => statSync(file)).toThrow();
});

test.each([
  ["http://localhost:3000/admin/setup#the-token\n", "the-token"],
  [" the-token ", "the-token"],
  ["", ""],
])("of what is pasted, %j, the token is %j", (pasted, token) => expect(pastedToken(pasted)).toBe(token));
