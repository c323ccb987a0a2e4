/** A form at work: by the keyboard alone, and with no more scripts than it needs. */
import { firstDossier } from "./support/crew";
import { expect, test, unique } from "./support/fixtures";

test("a visit is entered by the keyboard alone, from its dossier to the site, in at most 300 keystrokes", async ({
  as,
}) => {
  const editor = await as("editor");
  const { page } = editor;
  const { dossierId } = await firstDossier();
  await editor.open(`/admin/dossiers/${dossierId}/home`);
  let keystrokes = 0;
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    keystrokes += keys.length;
  };
  const type = async (text: string) => {
    await page.keyboard.type(text);
    keystrokes += text.length;
  };
  /** Goes on to a field as people do who know the form: Tab until it has the focus. */
  const tabTo = async (label: RegExp) => {
    for (let tabs = 0; tabs < 40; tabs += 1) {
      const said = await page.evaluate(() => {
        const one = document.activeElement as HTMLInputElement | null;
        return one?.labels?.[0]?.textContent ?? one?.textContent ?? "";
      });
      if (label.test(said)) return;
      await press("Tab");
    }
    throw new Error(`${label} is not reached`);
  };
  await press("Control+k");
  await expect(page.getByRole("combobox", { name: "Find or do" })).toBeFocused();
  await type("v");
  await press("Enter");
  await editor.ready();
  await expect(editor.field("Visiting country")).toBeFocused();
  const visitor = `Ana ${unique()}`;
  await type("M");
  await tabTo(/^Visitor/);
  await type(visitor);
  await press("Escape");
  await tabTo(/^Office/);
  await type("Minister of Culture");
  await tabTo(/^Rank/);
  await type("M");
  await tabTo(/^Type of visit/);
  await type("W");
  await tabTo(/^First day/);
  await type("7.5.2019");
  await tabTo(/^Source/);
  await type("Kazakhstan–M");
  await expect(page.getByRole("option", { name: /^Kazakhstan–Mexico relations/ })).toBeVisible();
  await press("ArrowDown", "Enter");
  await tabTo(/^Publish$/);
  await press("Enter");
  await expect(editor.bar.getByText("Published", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${visitor} to Kazakhstan`);
  expect(keystrokes).toBeLessThanOrEqual(300);
});

test("the form of a visit needs at most 180 kB of scripts, and what is used later is loaded later", async ({
  as,
}) => {
  const editor = await as("editor");
  const { page } = editor;
  const answers: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script")
      answers.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await editor.openNew("visits");
  await page.waitForLoadState("networkidle");
  const weight = async () => (await Promise.all(answers)).reduce((sum, one) => sum + one, 0) / 1024;
  const first = await weight();
  expect(first).toBeGreaterThan(50);
  expect(first).toBeLessThanOrEqual(180);
  const before = answers.length;
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(answers.length).toBeGreaterThan(before);
});
