import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { originalTitleFact } from "./original-title";

const shown = (originalTitle?: string, originalLanguage?: string, locale = "en") => {
  const values = { originalTitle, originalLanguage };
  const fact = originalTitleFact(values, "Original title", { locale }, (field) => `[${field}]`);
  return fact && renderToStaticMarkup(fact.is);
};

test("the original title stands in its language and direction, each value with its marks", () => {
  const markup = shown("اتفاقية", "Arabic");
  expect(markup).toContain('<bdi lang="ar">اتفاقية</bdi>[originalTitle]');
  expect(markup).toMatch(/<bdi>Arabic<\/bdi><\/span>\[originalLanguage\]$/);
});

test("a language is known by its tag too, and said by its name", () => {
  expect(shown("Келісім", "kk")).toMatch(/lang="kk".*Kazakh/);
});

test("no language is said that is the page's own, not recorded, or none that is known", () => {
  for (const language of ["English", undefined, "Old tongue"])
    expect(shown("Title", language)).not.toContain("lang=");
  expect(shown(undefined, "Kazakh")).toBeNull();
});
