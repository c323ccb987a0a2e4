import { expect, it } from "vitest";
import { linkedText } from "./linked-text";

const links = (text: string) =>
  linkedText(text).flatMap(({ text: words, href }) => (href ? [[words, href]] : []));

it.each([
  ["no address at all", []],
  ["See https://example.org/a?b=c.", [["https://example.org/a?b=c", "https://example.org/a?b=c"]]],
  ["(at https://example.org/ways)", [["https://example.org/ways", "https://example.org/ways"]]],
  ["write to desk@mfa.example.org, please", [["desk@mfa.example.org", "mailto:desk@mfa.example.org"]]],
  ["javascript:alert(1) data:text/html,x", []],
  ["https://someone:secret@example.org", []],
  ["https://", []],
  ['<a href="https://example.org">x</a>', [["https://example.org", "https://example.org/"]]],
])("finds the addresses of %s", (text, found) => {
  expect(links(text)).toEqual(found);
});

it("loses no character of the text, and takes no longer for a text made to take long", () => {
  for (const text of [
    "a https://b.example c@d.example. e",
    "@".repeat(4000),
    `${"a.".repeat(2000)}@`,
    "https://a@b:".repeat(300),
  ])
    expect(
      linkedText(text)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
});
