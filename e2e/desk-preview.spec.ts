/** What readers would see is shown beside the form while it is typed, and to no one but those who may write. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, unique } from "./support/fixtures";

const name = "Preview of what is typed";

test("the preview follows what is typed, mistakes and all, and readers see nothing of it", async ({
  as,
  makeVisit,
}) => {
  const editor = await as("editor");
  await editor.open(await makeVisit());
  await editor.publish();
  const { page } = editor;
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.headers()["next-action"]) asked.push(request.url());
  });
  await page.getByRole("button", { name: "Preview beside" }).click();
  const shown = page.frameLocator(`iframe[title="${name}"]`);
  await expect(shown.getByRole("heading", { level: 1 })).toBeVisible();
  const word = unique();
  const before = asked.length;
  await editor.field(/^Purpose/).pressSequentially(`Talks on wheat ${word}`, { delay: 10 });
  await expect(shown.getByText(`Talks on wheat ${word}`)).toBeVisible();
  expect(asked.length - before).toBeLessThanOrEqual(3);
  // What cannot be read is left out, and the rest goes on.
  await editor.fill({ "First day": "2014-02-30", Visitor: `Minister ${word}` });
  await expect(shown.getByRole("heading", { level: 1 })).toContainText(`Minister ${word}`);
  expect(await editor.whatReadersSee()).not.toContain(word);
  await page.getByRole("button", { name: "Close the preview" }).click();
  await expect(page.locator("iframe")).toHaveCount(0);
  await editor.fill({ "First day": "2014-02-28" });
  await editor.save();
});

test("a new record is previewed from its first words, at every width, in light and in dark, without barriers", async ({
  as,
}) => {
  const editor = await as("author");
  await editor.openNew("visits");
  const { page } = editor;
  const word = unique();
  await page.getByRole("button", { name: "Preview beside" }).click();
  await editor.fill({ Visitor: `Envoy ${word}` });
  const shown = page.frameLocator(`iframe[title="${name}"]`);
  await expect(shown.getByRole("heading", { level: 1 })).toContainText(`Envoy ${word}`);
  for (const width of [1440, 768, 390])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await expect(editor.field("Visitor")).toBeVisible({ visible: width === 1440 });
      await expect(shown.getByText(`Envoy ${word}`).first()).toBeVisible();
      const { scrollWidth } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
      }));
      expect(scrollWidth, `${width}`).toBeLessThanOrEqual(width);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${width} ${colorScheme} ${id}: ${nodes[0]?.html}`)).toEqual(
        [],
      );
    }
  // The form comes back with what was typed, and typing goes on where it was.
  await page.getByRole("tab", { name: "Form" }).click();
  await expect(editor.field("Visitor")).toHaveValue(`Envoy ${word}`);
});

for (const width of [390, 768])
  test(`at ${width} px the preview is a tab beside the form's, changed by keys, and each stays where it was scrolled to`, async ({
    as,
    makeVisit,
  }) => {
    const editor = await as("author");
    const { page } = editor;
    await page.setViewportSize({ width, height: 800 });
    await editor.open(await makeVisit());
    const [form, preview] = [
      page.getByRole("tab", { name: "Form" }),
      page.getByRole("tab", { name: "Preview" }),
    ];
    await expect(form).toHaveAttribute("aria-selected", "true");
    await expect(page.getByRole("tabpanel", { name: "Form" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Preview beside" })).toHaveCount(0);
    await editor.field(/^Purpose/).focus();
    const scrolled = () => page.evaluate(() => Math.round(scrollY));
    await expect.poll(scrolled).toBeGreaterThan(0);
    const before = await scrolled();
    await expect(form).toBeInViewport();
    await form.focus();
    await page.keyboard.press("ArrowRight");
    await expect(preview).toBeFocused();
    await expect(preview).toHaveAttribute("aria-selected", "true");
    const pane = page.getByRole("tabpanel", { name: "Preview" });
    await expect(pane).toBeInViewport();
    await expect(editor.field("Visitor")).toBeHidden();
    await page.keyboard.press("Home");
    await expect(form).toBeFocused();
    await expect(pane).toHaveCount(0);
    await expect.poll(scrolled).toBe(before);
  });

test("what is wrong with the form is gone to from the preview of a small screen too", async ({ as }) => {
  const editor = await as("editor", { viewport: { width: 390, height: 800 } });
  await editor.openNew("visits");
  const { page } = editor;
  await editor.fill({ Visitor: `Envoy ${unique()}` });
  await page.getByRole("tab", { name: "Preview" }).click();
  await expect(editor.field("Visitor")).toBeHidden();
  await editor.press("Publish");
  await expect(page.getByRole("tab", { name: "Form" })).toHaveAttribute("aria-selected", "true");
  await expect(page.locator("[aria-invalid=true]").first()).toBeFocused();
  await page.getByRole("tab", { name: "Preview" }).click();
  await editor.alert.getByRole("link").last().click();
  await expect(page.getByRole("tab", { name: "Form" })).toHaveAttribute("aria-selected", "true");
  await expect(page.locator("#form-fields :focus")).toBeInViewport();
});

test("links in the preview open beside the form and a session's end is said", async ({ as, makeVisit }) => {
  const editor = await as("author");
  const { page } = editor;
  await editor.open(await makeVisit());
  await page.getByRole("button", { name: "Preview beside" }).click();
  const shown = page.frameLocator(`iframe[title="${name}"]`);
  await shown.getByRole("link").first().click();
  await expect(editor.field("Visitor")).toBeVisible();
  await page.context().clearCookies();
  await editor.fill({ Purpose: "Too late" });
  await expect(page.getByRole("region", { name }).getByRole("status")).toContainText("sign in again");
});
