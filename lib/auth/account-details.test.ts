import { expect, test } from "vitest";
import { readDetails, readName } from "./account-details";
import { readEmail } from "./email";

const right = {
  email: "aigerim@example.org",
  name: "Aigerim",
  role: "editor",
  password: "a long enough password",
};

test("right details pass, tidied", () => {
  expect(readDetails({ ...right, email: " Aigerim@Example.org ", name: " Aigerim \u00a0 S. " })).toEqual({
    ok: true,
    details: { ...right, name: "Aigerim S." },
  });
});

test("everything that is wrong is said at once, each beside its field", () => {
  expect(readDetails({ email: "aigerim", name: " ", role: "owner", password: "short" })).toEqual({
    ok: false,
    problems: [
      { field: "email", code: "email.invalid" },
      { field: "name", code: "name.missing" },
      { field: "role", code: "role.unknown" },
      { field: "password", code: "password.short" },
    ],
  });
});

test.each([
  "",
  "a@b",
  "a b@example.org",
  "<a@example.org>",
  "a@example.org\u0000",
  `${"a".repeat(250)}@x.org`,
])("%j is no e-mail address", (typed) => expect(readEmail(typed)).toBeNull());

test("a name keeps every script, and no control characters", () => {
  expect(readName("Қасым-Жомарт")).toEqual({ name: "Қасым-Жомарт" });
  expect(readName("a\u0000b")).toEqual({ code: "name.control" });
  expect(readName("José\u00AD\u202E Luis\u202C")).toEqual({ name: "José Luis" });
  expect(readName("a".repeat(121))).toEqual({ code: "name.long" });
});
