import { expect, it } from "vitest";
import { languageShown, languageTag, tagBeside } from "./languages";

it.each([
  ["English", "en"],
  [" kazakh ", "kk"],
  ["Spanish", "es"],
  ["Hebrew", "he"],
  ["en", "en"],
  ["es-mx", "es-MX"],
  ["zh-Hant", "zh-Hant"],
])("knows %j as %s", (typed, tag) => expect(languageTag(typed)).toBe(tag));

it.each(["", "qq", "Old Entish", "en_GB", "the", "English and Kazakh"])("knows no language by %j", (typed) =>
  expect(languageTag(typed)).toBeUndefined(),
);

it.each([
  ["ar", "Arabic"],
  ["kk-Latn", "Kazakh (Latin)"],
  ["Kazakh", "Kazakh"],
  ["until 1998", "until 1998"],
])("says %j as %s", (typed, shown) => expect(languageShown(typed, "en")).toBe(shown));

it.each([
  ["Spanish", "en", "es"],
  [" kazakh ", "en", "kk"],
  ["ar", "en", "ar"],
  ["English", "en", undefined],
  ["en-GB", "en", undefined],
  ["English", "ru", "en"],
  ["Spanish, English", "en", undefined],
  ["Quenya of old", "en", undefined],
  [undefined, "en", undefined],
])("words in %s on a page in %s are marked as %s", (typed, locale, tag) => {
  expect(tagBeside(typed, locale)).toBe(tag);
});
