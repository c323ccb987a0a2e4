import { expect, it } from "vitest";
import { languageTag } from "./languages";

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
