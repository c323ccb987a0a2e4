/** What is typed at the desk outside a record's own form is asked about before its page is left. */
import type { Page } from "@playwright/test";
import { firstDossier } from "./support/crew";
import { expect, test, unique } from "./support/fixtures";

/** What the browser, or the page, asks while `leave` is done; each question is answered with staying. */
async function askedBy(page: Page, leave: () => Promise<unknown>): Promise<string> {
  const asked = page.waitForEvent("dialog").then(async (dialog) => {
    await dialog.dismiss();
    return dialog.type();
  });
  const left = leave();
  const type = await asked;
  await left;
  return type;
}

test("a comment that was not sent keeps its page, and once sent lets go of it", async ({ as, makeVisit }) => {
  const editor = await as("editor");
  const path = await makeVisit();
  const { page } = await editor.open(path);
  const comment = page.getByLabel("Comment", { exact: true });
  const typed = `Was she not deputy minister? ${unique()}`;
  await comment.fill(typed);
  const search = page.getByRole("banner").getByRole("link", { name: "Search" });
  expect(await askedBy(page, () => search.click({ noWaitAfter: true }))).toBe("beforeunload");
  expect(await askedBy(page, () => page.getByRole("button", { name: "Sign out" }).click())).toBe("confirm");
  expect(await askedBy(page, () => editor.more("Put in the trash"))).toBe("confirm");
  await expect(comment).toHaveValue(typed);
  expect(editor.path).toBe(path);
  await page.getByRole("button", { name: "Say it" }).click();
  await expect(page.getByRole("region", { name: /^Comments/ })).toContainText(typed);
  await expect(comment).toHaveValue("");
  page.on("dialog", (dialog) => {
    throw new Error(`${dialog.type()} was asked for nothing`);
  });
  await search.click();
  await expect(page).toHaveURL(/\/admin\/search$/);
});

test("a setting that was refused, and so is not kept, is asked about", async ({ as }) => {
  const { page } = await as("admin");
  await page.goto("/admin/settings/versions");
  await page.getByLabel("Years").fill("half a year");
  await page.getByRole("button", { name: "Keep them so" }).click();
  await expect(page.getByLabel("Years")).toHaveAccessibleDescription(/a whole number of years/);
  const search = page.getByRole("banner").getByRole("link", { name: "Search" });
  expect(await askedBy(page, () => search.click({ noWaitAfter: true }))).toBe("beforeunload");
  await expect(page.getByLabel("Years")).toHaveValue("half a year");
});

test("a pasted table that is read and not saved keeps its page, also at signing out", async ({ as }) => {
  const { page } = await as("editor");
  await page.goto(`/admin/visits/paste?dossier=${(await firstDossier()).dossierId}`);
  await page.getByLabel("The table", { exact: true }).fill("Visitor\tFirst day\nA visitor\t2014-05-01");
  await page.getByRole("button", { name: "Read the table" }).click();
  await expect(page.locator("#paste-says")).toContainText("1 new record");
  const search = page.getByRole("banner").getByRole("link", { name: "Search" });
  expect(await askedBy(page, () => search.click({ noWaitAfter: true }))).toBe("beforeunload");
  expect(await askedBy(page, () => page.getByRole("button", { name: "Sign out" }).click())).toBe("confirm");
  await expect(page.getByLabel("Visitor, line 1")).toHaveValue("A visitor");
});

test("a comment that is too long stays whole and is told of, and what an input cuts off is said", async ({
  as,
  makeVisit,
}) => {
  const editor = await as("editor");
  const { page } = await editor.open(await makeVisit());
  const comment = page.getByLabel("Comment", { exact: true });
  const long = `${"word ".repeat(450)}end`;
  await comment.fill(long);
  await page.getByRole("button", { name: "Say it" }).click();
  await expect(comment).toHaveAccessibleDescription("Say it in at most 2000 characters.");
  await expect(comment).toHaveValue(long);

  const note = page.getByLabel(/^What changed/);
  await note.focus();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), long);
  await page.keyboard.press("Control+V");
  await expect(note).toHaveValue(long.slice(0, 300));
  await expect(note).toHaveJSProperty(
    "validationMessage",
    "Only 300 characters fit in here: what was pasted is cut off at the end.",
  );
  await note.pressSequentially("!");
  await note.fill("Dates corrected.");
  await expect(note).toHaveJSProperty("validationMessage", "");
});

test("what is pasted into any form of the desk is cleaned as in a record's, which is said beside the input", async ({
  as,
}) => {
  const { page } = await as("admin");
  await page.goto("/admin/subjects");
  const name = page.getByRole("textbox", { name: "Name", exact: true }).last();
  await name.focus();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(() => navigator.clipboard.writeText("\u202EFish\u00ADeries\u202C"));
  await page.keyboard.press("Control+V");
  await expect(name).toHaveValue("Fisheries");
  await expect(name).toHaveJSProperty(
    "validationMessage",
    "Cleaned what was pasted: 3 no-break spaces or characters that do not print.",
  );
  await name.fill("Fishing");
  await expect(name).toHaveJSProperty("validationMessage", "");
});
