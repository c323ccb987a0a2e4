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

it("takes no text for the line or for the link in it", () => {
  const said = '&lt;p id="near"&gt;href="/-/dossier"&lt;/p&gt;';
  const html = `<p>${said}</p><p class="a" id=near>${said} <a class="b" href='/-/dossier'>it</a></p><p>Or</p>`;
  const told = absenceNear({ ...page, body: Buffer.from(html) }, "a-b").body.toString();
  expect(told).toBe(html.replace("href='/-/dossier'", "href='/a-b'"));
  expect(absenceNear({ ...page, body: Buffer.from(html) }, null).body.toString()).toBe(
    `<p>${said}</p><p>Or</p>`,
  );
});

it.each([
  ["/kazakhstan-mexico/visits/nobody", "kazakhstan-mexico"],
  ["/kazakhstan-mexico/treaties?a=/b", "kazakhstan-mexico"],
  ["/kazakhstan-mexico", null],
  ["/", null],
  ['/"><script>/x', null],
  ["//evil.example/x", null],
])("looks above %s for %s", (url, dossier) => expect(dossierAbove(url)).toBe(dossier));
