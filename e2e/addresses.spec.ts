/** Addresses that readers know, and that editors change. */
import { expect, test, unique } from "./support/fixtures";

test("an editor changes the address of a visit, and its former one leads readers to it", async ({
  as,
  makeVisit,
}) => {
  const word = unique()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
  const editor = await as("editor");
  const { page } = editor;
  await editor.open(await makeVisit(`Mispelt ${word}`));
  await editor.press("Publish");
  await expect(page.getByRole("link", { name: "Change its address" })).toBeVisible();
  await page.getByRole("link", { name: "Change its address" }).click();

  const input = page.getByLabel("Last part of the address");
  const former = await input.inputValue();
  expect(former).toContain(`mispelt-${word}`);
  const shown = await page.getByRole("main").getByRole("link", { name: former }).getAttribute("href");
  await input.fill("Not an address");
  await page.getByRole("button", { name: "Change the address" }).click();
  await expect(input).toHaveAccessibleDescription(/Use lower-case letters/);
  await expect(input).toHaveValue("Not an address");

  // What is typed while the answer is under way stays.
  await input.fill("Not an address either");
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route("**/address", (route) => held.then(() => route.continue()), { times: 1 });
  await page.getByRole("button", { name: "Change the address" }).click();
  await expect(page.getByRole("button", { name: "Changing…" })).toBeVisible();
  await input.fill(`misspelt-${word}`);
  letGo();
  await page.getByRole("button", { name: "Change the address" }).click();
  await expect(page.getByText("The address is changed.")).toBeVisible();
  await expect(page.getByRole("complementary")).toContainText("changed its address");

  await page.goto(shown!);
  await expect(page).toHaveURL(new RegExp(`/misspelt-${word}$`));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Mispelt ${word}`);
});
