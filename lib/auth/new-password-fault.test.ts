import { expect, test } from "vitest";
import { publicUrl } from "@/lib/env";
import { newPassword } from "./new-password";
import { newPasswordFault } from "./new-password-fault";

const holder = { email: "aigerim@example.org", name: "Aigerim Sadykova" };

test.each([
  ["password1234", "password.common"],
  ["P@ssw0rd1234", "password.common"],
  ["qwertyuiop123", "password.common"],
  ["iloveyou1234", "password.common"],
  ["123456789012", "password.common"],
  ["Summer2026!!", "password.common"],
  ["kazakhstan-mexico", "password.common"],
  [" ".repeat(12), "password.repeated"],
  ["a".repeat(128), "password.repeated"],
  ["abcabcabcabc", "password.repeated"],
  ["abcdefghijkl", "password.repeated"],
  ["ententeentente", "password.personal"],
  ["Entente2026!!", "password.personal"],
  [`${new URL(publicUrl()).hostname}12345`, "password.personal"],
  ["aigerimaigerim", "password.personal"],
  ["Sadykova.2026", "password.personal"],
  ["Aigerim@Example.org", "password.isEmail"],
  ["x".repeat(129), "password.long"],
])("%j is refused as %s", async (typed, fault) => {
  expect(await newPasswordFault(typed, holder)).toBe(fault);
});

test.each([
  "correct horse battery staple",
  "Летний вечер в Астане",
  "a long enough password",
  "the entente of two countries",
  "one two three and four more words ".repeat(4).slice(0, 128),
  newPassword(),
])("%j is taken", async (typed) => {
  expect(await newPasswordFault(typed, holder)).toBeNull();
});
