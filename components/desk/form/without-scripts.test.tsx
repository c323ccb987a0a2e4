import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { WithoutScripts } from "./without-scripts";

it("is one noscript, whatever stands within it", () => {
  const markup = renderToStaticMarkup(
    <WithoutScripts>
      <p>
        <WithoutScripts>way on</WithoutScripts>
      </p>
    </WithoutScripts>,
  );
  expect(markup).toBe("<noscript><p>way on</p></noscript>");
});
