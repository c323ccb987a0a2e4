import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RecordHeading } from "./record-heading";

const title = "Convention for the Avoidance of Double Taxation";

test("a short title heads the record, and the full one stands below", () => {
  const markup = renderToStaticMarkup(<RecordHeading title={title} short="Tax convention" marks="[1]" />);
  expect(markup).toMatch(/<h1><bdi>Tax convention<\/bdi><\/h1>\[1\]/);
  expect(markup).toMatch(new RegExp(`<p[^>]*>${title}</p>`));
});

test.each([undefined, title])("a full title alone is said once", (short) => {
  const markup = renderToStaticMarkup(<RecordHeading title={title} short={short} />);
  expect(markup.split(title)).toHaveLength(2);
});

test("a title in another language says so", () => {
  expect(renderToStaticMarkup(<RecordHeading title="Relaciones" lang="es" />)).toContain('<bdi lang="es">');
});
