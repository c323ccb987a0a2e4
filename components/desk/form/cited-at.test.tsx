import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { CitedAt } from "./cited-at";
import { FormProvider, type FormShared, WordsProvider } from "./form-context";

/** What is said beside a value that so many citations support. */
function saidOf(count: number): string {
  const marks = Array.from({ length: count }, (_, index) => ({
    ...{ number: index + 1, title: `Gazette ${index + 1}`, href: `#c${index + 1}` },
  }));
  // Nothing else of what a form shares is asked for here.
  const shared = { cited: { text: marks } } as unknown as FormShared;
  const words = { citedBy: "Cited:", citedAs: "{number}, {title}", citedMore: "{count} more" };
  const markup = renderToStaticMarkup(
    <WordsProvider value={words}>
      <FormProvider value={shared}>
        <CitedAt path="text" />
      </FormProvider>
    </WordsProvider>,
  );
  return markup.replace(/<[^>]*>/g, "");
}

it("names a few of very many citations beside what they support, and how many there are besides", () => {
  expect(saidOf(0)).toBe("");
  expect(saidOf(2)).toBe("Cited: 1, Gazette 1; 2, Gazette 2");
  expect(saidOf(6)).toMatch(/; 6, Gazette 6$/);
  expect(saidOf(200)).toMatch(/; 6, Gazette 6; 194 more$/);
});
