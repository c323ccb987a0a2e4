import { expect, it } from "vitest";
import { readRoute } from "./routes";
import { shareImageFor } from "./share-images";

it.each([
  ["/", "/share.png"],
  ["/about", "/share.png"],
  ["/search", "/share.png"],
  ["/people", "/share-people.png"],
  ["/people/erlan-idrissov", "/share-people.png"],
  ["/calendar", "/share-calendar.png"],
  ["/changes", "/share-changes.png"],
  ["/countries/kz", "/countries/kz/share.png"],
  ["/kazakhstan-mexico", "/kazakhstan-mexico/share.png"],
  ["/kazakhstan-mexico/reciprocity", "/kazakhstan-mexico/share.png"],
  ["/kazakhstan-mexico/visits", "/kazakhstan-mexico/share-visits.png"],
  ["/kazakhstan-mexico/visits/2014-a", "/kazakhstan-mexico/share-visits.png"],
])("the image of %s is a file of ours: %s", (path, image) => {
  expect(shareImageFor(readRoute(path)?.page)).toBe(image);
  expect(readRoute(image)?.page.is).toMatch(/file$/);
});
