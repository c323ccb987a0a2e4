/** A history that reads: what changed since it was published, word by word, and what of it is taken back. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, unique } from "./support/fixtures";

test("an editor sees word by word what changed since publication, and takes back one field of it", async ({
  as,
  makeVisit,
}) => {
  const editor = await as("editor");
  const { page } = editor;
  const word = unique();
  await editor.open(await makeVisit());
  await editor.fill({ Purpose: `Talks on wheat and oil ${word}`, "Office held at the time": "Minister" });
  await editor.publish();
  const record = page.url();
  await editor.fill({ Purpose: `Talks on gas and oil ${word}`, "Office held at the time": "Envoy" });
  await editor.save();
  await page.reload();
  await page.getByRole("link", { name: "What has changed since it was published" }).click();
  const purpose = page.getByRole("row", { name: /Purpose/ });
  await expect(purpose.locator("del")).toHaveText("wheat");
  await expect(purpose.locator("ins")).toHaveText("gas");
  for (const width of [1440, 768, 390])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${width} ${colorScheme} ${id}: ${nodes[0]?.html}`)).toEqual(
        [],
      );
    }
  await page.getByRole("button", { name: "Restore what is ticked" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Nothing is ticked." })).toBeVisible();
  await page.getByRole("checkbox", { name: "Restore: Purpose" }).check();
  await page.getByRole("button", { name: "Restore what is ticked" }).click();
  await expect(editor.field(/^Purpose/)).toHaveValue(`Talks on wheat and oil ${word}`);
  await expect(editor.field("Office held at the time")).toHaveValue("Envoy");
  expect(new URL(page.url()).pathname).toBe(new URL(record).pathname);
  const history = page.getByRole("region", { name: "Versions" });
  await expect(history).toContainText(/restored an earlier version \(from version \d+\)/);
  await expect(history).toContainText("readers see this");
});

test("saves of one sitting are one line that opens, and any two versions are compared", async ({
  as,
  makeVisit,
}) => {
  const editor = await as("author");
  const { page } = editor;
  await editor.open(await makeVisit());
  for (const purpose of ["First words", "Second words", "Third words"]) {
    await editor.fill({ Purpose: purpose });
    await editor.save();
  }
  await page.reload();
  const history = page.getByRole("region", { name: "Versions" });
  const fold = history.getByText(/earlier saves? in the same sitting/);
  await expect(fold).toBeVisible();
  await fold.click();
  await history
    .getByRole("listitem")
    .getByRole("link", { name: /^Version/ })
    .nth(2)
    .click();
  await expect(page.getByRole("row", { name: /Purpose/ }).locator("del")).toHaveText("First ");
  const others = page.getByLabel("Compare with");
  const second = await others.locator("option").nth(2).getAttribute("value");
  await others.selectOption(second);
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(page.getByRole("row", { name: /Purpose/ }).locator("ins")).toHaveText("Second ");
  // Only what is compared with the record as it is can be taken over into it.
  await expect(page.getByRole("button", { name: "Restore what is ticked" })).toHaveCount(0);
});
