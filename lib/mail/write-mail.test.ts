import { expect, it } from "vitest";
import { publicUrl } from "@/lib/env";
import words from "@/messages/en.mail.json";
import { type MailKey, writeMail } from "./write-mail";

const keys = Object.keys(words).filter((key) => key !== "frame") as MailKey[];

/** Every value that any of the messages names. */
const values = Object.fromEntries(
  [...JSON.stringify(words).matchAll(/\{(\w+)/g)].map(([, name = ""]) => [name, `<${name}>`]),
);

it.each(keys)("writes %s with its link, and whose it is", (key) => {
  const { subject, text } = writeMail(key, values, "/admin/visits");
  expect(subject.length).toBeGreaterThan(5);
  expect(text.endsWith(`\n\n${publicUrl()}/admin/visits\n\n--\nEntente\n${publicUrl()}`)).toBe(true);
  expect(text + subject).not.toContain("{");
});

it("cuts a subject that people's words make too long", () => {
  const { subject } = writeMail("submitted", { ...values, title: "𐐀".repeat(500) }, "/");
  expect([...subject]).toHaveLength(150);
  expect(subject.endsWith("𐐀…")).toBe(true);
});

it("refuses to write without a value that the words name", () => {
  expect(() => writeMail("submitted", { who: "One" }, "/")).toThrow();
});
