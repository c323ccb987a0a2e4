import { expect, it } from "vitest";
import { absenceNear, dossierAbove } from "./absence-page";

const page = {
  status: 404,
  type: "text/html",
  location: undefined,
  disposition: undefined,
  caching: "no-store",
  body: Buffer.from('<p>No</p><p id="near" class="a">See <a href="/-/dossier">it</a>.</p><p>Or</p>'),
};
const near = (dossier: string | null) => absenceNear(page, dossier).body.toString();

it("leads to the dossier below which something was looked for", () =>
  expect(near("kazakhstan-mexico")).toContain('<a href="/kazakhstan-mexico">it</a>'));

it("says nothing of a dossier where there is none", () => expect(near(null)).toBe("<p>No</p><p>Or</p>"));

it.each([
  ["/kazakhstan-mexico/visits/nobody", "kazakhstan-mexico"],
  ["/kazakhstan-mexico/treaties?a=/b", "kazakhstan-mexico"],
  ["/kazakhstan-mexico", null],
  ["/", null],
  ['/"><script>/x', null],
  ["//evil.example/x", null],
])("looks above %s for %s", (url, dossier) => expect(dossierAbove(url)).toBe(dossier));
