/** Records that were checked against their sources: said at the desk, told to readers, and those listed that were not. */
import { expect, test, unique } from "./support/fixtures";

const today = /\d{1,2} \w+ \d{4}/;

test("publishing what has not changed offers to mark it as checked, and readers are told the day", async ({
  as,
  makeVisit,
}) => {
  const visitor = `Checked ${unique()}`;
  const editor = await as("editor");
  const { page, bar } = editor;
  const path = await makeVisit(visitor);
  await editor.open(path);
  await editor.publish();
  const side = page.getByRole("region", { name: "Last verified" });
  await expect(side).toContainText("Never marked as checked.");
  await editor.press("Publish");
  await expect(bar.getByRole("status")).toHaveText("Nothing has changed: it stands as it was.");
  await bar.getByRole("button", { name: "Mark as checked today" }).first().click();
  await expect(side.getByRole("status")).toHaveText("Marked as checked today. Readers see the date.");
  await expect(side.getByRole("time")).toContainText(today);
  await expect(page.getByRole("complementary")).toContainText("checked it against its sources");
  await expect(page.getByRole("complementary")).not.toContainText("Version 3");

  const shown = (await bar
    .getByRole("link", { name: "On the site", includeHidden: true })
    .getAttribute("href"))!;
  await expect(async () => {
    await page.goto(shown);
    await expect(page.getByText(/Last verified \d{1,2} \w+ \d{4}\./)).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.goto("/admin/visits?sort=verified&direction=desc");
  await expect(page.getByRole("row", { name: new RegExp(visitor) })).toContainText(today);
});

test("a record is marked as checked without scripts", async ({ as, makeVisit }) => {
  const path = await makeVisit(`Checked ${unique()}`);
  const first = await as("editor");
  await first.open(path);
  await first.publish();
  const editor = await as("editor", { scripts: false });
  await editor.open(path);
  const side = editor.page.getByRole("region", { name: "Last verified" });
  await side.getByRole("button", { name: "Mark as checked today" }).click();
  await expect(side.getByRole("status")).toHaveText("Marked as checked today. Readers see the date.");
});

test("the dashboard leads to what was not verified for longest; an author sees it and may not mark", async ({
  as,
  makeVisit,
}) => {
  const path = await makeVisit(`Unchecked ${unique()}`);
  const editor = await as("editor");
  await editor.open(path);
  await editor.publish();
  const author = await as("author");
  await author.open(path);
  await expect(author.page.getByRole("region", { name: "Last verified" })).toContainText("Never marked");
  await expect(author.page.getByRole("button", { name: "Mark as checked today" })).toHaveCount(0);
  await author.page.goto("/admin");
  const section = author.page.getByRole("region", { name: "Not verified for longest" });
  await section.getByRole("link", { name: /^Visits \(/ }).click();
  await expect(author.page).toHaveURL(/\/admin\/visits\?sort=verified$/);
  await expect(author.page.getByRole("columnheader", { name: /Last verified/ })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await expect(author.page.getByRole("cell", { name: "never" }).first()).toBeVisible();
});
