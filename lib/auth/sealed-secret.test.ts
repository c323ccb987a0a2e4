import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as environment from "@/lib/env";
import { sealed, unsealed } from "./sealed-secret";

beforeEach(() => void vi.spyOn(environment, "required").mockReturnValue("a secret of thirty-two characters"));
afterEach(() => void vi.restoreAllMocks());

test("what was sealed is opened for what it was sealed for, and for nothing else", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (secret, bound, other) => {
      const text = sealed(secret, bound);
      expect(unsealed(text, bound)).toBe(secret);
      if (other !== bound) expect(unsealed(text, other)).toBeNull();
      expect(sealed(secret, bound)).not.toBe(text);
    }),
  );
});

test("what was changed, cut or made up is not opened", () => {
  const text = sealed("secret", "for this");
  const changed = `${text.slice(0, 30)}${text[30] === "A" ? "B" : "A"}${text.slice(31)}`;
  for (const one of ["", "x", changed, text.slice(0, 30), "A".repeat(2000)])
    expect(unsealed(one, "for this")).toBeNull();
});
