/** What the desk keeps beside its records: templates of them, the rule for how long their versions are kept, which addresses of sources answer; and what is said before a record goes. */
import { barriersInBoth } from "./support/barriers";
import { cookieOfRole, firstDossier } from "./support/crew";
import { expect, test, unique } from "./support/fixtures";
import { writeRecord } from "./support/records";
import { firstSource } from "@/tests/support/rows";

test("an editor keeps a visit as a template, and an author begins another with it", async ({
  as,
  makeVisit,
}) => {
  const name = `Culture ${unique()}`;
  const visit = await makeVisit();
  const { dossierId } = await firstDossier();
  const editor = await as("editor");
  await editor.open(visit);
  const side = editor.page.getByRole("region", { name: "Template" });
  await side.getByText("Keep as a template").click();
  await side.getByLabel("Name").fill(name);
  await side.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(side.getByRole("status")).toHaveText(`New records can begin with “${name}”.`);
  expect(await barriersInBoth(editor.page, { what: "a record kept as a template" })).toEqual([]);

  const author = await as("author");
  await author.open(`/admin/visits/new?dossier=${dossierId}`);
  await author.page.getByRole("link", { name }).click();
  await expect(author.page.getByText(`It begins with the template “${name}”.`)).toBeVisible();
  await expect(author.field("Rank")).toHaveValue("minister");
  await expect(author.field("Visitor")).toHaveValue("");
  expect(await barriersInBoth(author.page, { what: "a new record with a template" })).toEqual([]);

  await editor.open("/admin/templates");
  await editor.page.getByText(`Change “${name}”`).click();
  expect(await barriersInBoth(editor.page, { what: "templates" })).toEqual([]);
  await editor.page.getByRole("row", { name }).getByRole("button", { name: "Remove" }).click();
  await expect(editor.page.getByRole("row", { name })).toHaveCount(0);
});

test("before a record goes, its menu says what readers see of it and what drafts do", async ({
  as,
  makeVisit,
}) => {
  const word = unique();
  const { dossierId, source } = await firstDossier();
  const cookie = await cookieOfRole("editor");
  const values = { title: `Agreement ${word}`, type: "treaty", [firstSource]: source };
  const agreement = await writeRecord({ kind: "agreement", intent: "save", values, dossierId, cookie });
  await makeVisit(`First ${word}`, { agreements: agreement.id });
  const editor = await as("editor");
  await editor.open(`/admin/agreements/${agreement.id}`);
  await editor.bar.getByText("More actions").click();
  const breaks = editor.bar.getByRole("group", { name: "What refers to this record" });
  await expect(breaks).toContainText(
    "A draft or a change refers to this record. It keeps it out of the trash:",
  );
  expect(await barriersInBoth(editor.page, { what: "what a record's going breaks" })).toEqual([]);
  await breaks.getByRole("link", { name: `First ${word}` }).click();
  await expect(editor.page.getByRole("heading", { level: 1 })).toContainText(`First ${word}`);
});

test("of a dossier the menu says what it holds, and leads to all of it and to the way that takes it along", async ({
  as,
}) => {
  const editor = await as("editor");
  const { page } = await editor.open(`/admin/dossiers/${(await firstDossier()).dossierId}`);
  await editor.bar.getByText("More actions").click();
  const breaks = editor.bar.getByRole("group", { name: "What refers to this record" });
  await expect(breaks).toContainText("which have to go first or with it:");
  await expect(page.getByText("No other record refers to this one")).toHaveCount(0);
  await breaks.getByRole("link", { name: "Put it in the trash with all its records" }).click();
  await expect(page.locator("#trash-with-records")).toBeFocused();
  await editor.bar.getByText("More actions").click();
  await breaks.getByRole("link", { name: "All that it holds" }).click();
  await expect(page).toHaveURL(/\/home$/);
});

test("an admin sees how long versions are kept, and is told of a number that is none", async ({ as }) => {
  const { page } = await as("admin");
  await page.goto("/admin/settings/versions");
  await page.getByLabel("Years").fill("half a year");
  await page.getByRole("button", { name: "Keep them so" }).click();
  await expect(page.getByLabel("Years")).toHaveAccessibleDescription(/a whole number of years from 1 to 100/);
  await expect(page.getByLabel("Years")).toHaveValue("half a year");
  expect(await barriersInBoth(page, { what: "the rule for versions" })).toEqual([]);
});

test("an admin writes how to reach the editors, and readers find that on the page about the site at once", async ({
  as,
  page: reader,
}) => {
  const desk = `desk-${unique().toLowerCase()}@example.org`;
  // Each run writes a part of its own: who writes second is refused.
  const parts = ["How to reach the editors", "Corrections", "Sources"];
  const name = parts[test.info().repeatEachIndex % parts.length]!;
  const { page } = await as("admin");
  await page.goto("/admin/settings/about");
  const part = page.getByRole("region", { name });
  await part.getByLabel("Text").fill(`By mail: ${desk}.\n\n<b>No markup</b>`);
  await part.getByRole("button", { name: "Save and publish" }).click();
  await expect(part.getByRole("status")).toHaveText("Readers see this text now.");
  expect(await barriersInBoth(page, { what: "the page about the site, at the desk" })).toEqual([]);

  const told = reader.getByRole("region", { name });
  const link = told.getByRole("link", { name: desk });
  // The page as it is kept follows what is published a moment later.
  await expect(async () => {
    await reader.goto("/about");
    await expect(link).toHaveAttribute("href", `mailto:${desk}`, { timeout: 1000 });
  }).toPass();
  await expect(told.getByText("<b>No markup</b>")).toBeVisible();

  await part.getByLabel("Text").fill("");
  await part.getByRole("button", { name: "Save and publish" }).click();
  await expect(part.getByRole("status")).toHaveText("Readers see the usual words.");
});

test("an author says that an address does not answer, and that it does again, without scripts as well", async ({
  as,
}) => {
  const word = unique();
  const address = `https://example.org/${word}`;
  const values = { title: `Gazette ${word}`, address };
  const { id } = await writeRecord({
    ...{ kind: "source", intent: "save", values },
    cookie: await cookieOfRole("author"),
  });
  const { page } = await as("author");
  await page.goto(`/admin/sources/${id}`);
  const side = page.getByRole("region", { name: "Address" });
  await expect(side).toContainText("No one has looked at it yet.");
  await side.getByRole("button", { name: "It does not answer" }).click();
  await expect(side).toContainText("It does not answer, as");

  const plain = await as("author", { scripts: false });
  await plain.page.goto("/admin/addresses");
  const dead = plain.page.getByRole("region", { name: "They do not answer" });
  await dead.getByRole("checkbox", { name: `Gazette ${word}` }).check();
  await dead.getByRole("button", { name: "They answer", exact: true }).click();
  await expect(plain.page.getByRole("status")).toHaveText("One address is noted.");
  await expect(dead.getByRole("link", { name: `Gazette ${word}` })).toHaveCount(0);
  await page.goto("/admin/addresses");
  expect(await barriersInBoth(page, { what: "addresses of sources" })).toEqual([]);
});
