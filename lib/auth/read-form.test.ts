import { expect, test } from "vitest";
import { z } from "zod";
import { TamperedRequest } from "@/lib/domain/record";
import { readForm } from "./read-form";

const schema = z.strictObject({ email: z.string() });

const formOf = (...entries: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
};

test("reads what a form sends, also without scripts", () => {
  expect(readForm(formOf(["$ACTION_REF_1", ""], ["email", "anything <at> all"]), schema)).toEqual({
    email: "anything <at> all",
  });
});

test.each([
  ["an unknown field", formOf(["email", "a"], ["role", "admin"])],
  ["a field that comes twice", formOf(["email", "a"], ["email", "b"])],
  ["a missing field", formOf()],
])("%s means tampering", (_what, form) => {
  expect(() => readForm(form, schema)).toThrow(TamperedRequest);
});
