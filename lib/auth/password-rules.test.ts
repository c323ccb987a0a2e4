import fc from "fast-check";
import { expect, test } from "vitest";
import { composedPassword, passwordFault } from "./password-rules";

const email = "aigerim@example.org";

test("eleven characters are too few, twelve are enough", () => {
  expect(passwordFault("a".repeat(11), email)).toBe("password.short");
  expect(passwordFault("a".repeat(12), email)).toBeNull();
});

test("a hundred and twenty-eight characters are the most", () => {
  expect(passwordFault("a".repeat(128), email)).toBeNull();
  expect(passwordFault("a".repeat(129), email)).toBe("password.long");
});

test("characters count, not the units that store them", () => {
  expect(passwordFault("🗝".repeat(11), email)).toBe("password.short");
  expect(passwordFault("🗝".repeat(128), email)).toBeNull();
});

test("the e-mail address is no password, in whatever case", () => {
  expect(passwordFault("Aigerim@Example.org", email)).toBe("password.isEmail");
});

test("however a keyboard composes the letters, it is the same password", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (typed) => {
      expect(composedPassword(typed.normalize("NFD"))).toBe(composedPassword(typed.normalize("NFC")));
    }),
  );
});
