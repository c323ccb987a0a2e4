/** The desk's one box: whatever there is by a few letters, by the keyboard alone. */
import { barriersInBoth } from "./support/barriers";
import { cookieOfRole, firstDossier } from "./support/crew";
import { type Desk, expect, test, unique } from "./support/fixtures";
import { writeRecord } from "./support/records";

const box = ({ page }: Desk) => page.getByRole("dialog", { name: "Find or do" });
const option = (desk: Desk, name: RegExp) => box(desk).getByRole("option", { name });

test("three keys lead from a dossier to a new visit in it, whose first field has the focus", async ({
  as,
}) => {
  const { dossierId } = await firstDossier();
  const author = await as("author");
  await author.open(`/admin/dossiers/${dossierId}`);
  await author.page.keyboard.press("Control+k");
  await expect(box(author).getByRole("combobox")).toBeFocused();
  await author.page.keyboard.press("v");
  await expect(option(author, /^New visit$/)).toHaveAttribute("aria-selected", "true");
  await author.page.keyboard.press("Enter");
  await expect(author.page).toHaveURL(`/admin/visits/new?dossier=${dossierId}`);
  await author.ready();
  await expect(author.field("Visiting country")).toBeFocused();
});

test("what is typed at once after the keys goes into the box, though it is still on its way, and into no field", async ({
  as,
  makeVisit,
}) => {
  const editor = await as("editor");
  const { page } = await editor.open(await makeVisit());
  const purpose = editor.field(/^Purpose/);
  await purpose.fill("Talks");
  let letGo = () => undefined as void;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route("**/_next/static/**", async (route) => {
    await held;
    await route.continue();
  });
  await purpose.press("Control+k");
  await page.keyboard.type("shortcuts");
  await expect(purpose).toHaveValue("Talks");
  letGo();
  await expect(option(editor, /^Keyboard shortcuts$/)).toBeVisible();
  await expect(box(editor).getByRole("combobox")).toHaveValue("shortcuts");
  await page.keyboard.press("Escape");
  await expect(purpose).toBeFocused();
  await expect(purpose).toHaveValue("Talks");
});

test("the box has tables to paste, views by their names, what a record's page offers besides, and the way out", async ({
  as,
  makeVisit,
}) => {
  const word = unique();
  const editor = await as("editor");
  const { page } = editor;
  await page.goto("/admin/visits?rank=minister");
  await page.getByText("Keep this list").click();
  await page.getByLabel("Name", { exact: true }).fill(`Ministers ${word}`);
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(page.getByRole("link", { name: `Ministers ${word}` })).toBeVisible();
  await editor.open(await makeVisit());
  await page.keyboard.press("Control+k");
  const input = box(editor).getByRole("combobox");
  for (const [typed, name] of [
    ["paste trade", /^Paste a table: Trade by year/],
    [`minsters ${word}`, new RegExp(`^Ministers ${word}\\s*View of Visits`)],
    ["at a time", /^Publish or take down at a time/],
    ["sign out", /^Sign out/],
  ] as const) {
    await input.fill(typed);
    await expect(option(editor, name), typed).toHaveCount(1);
  }
  await input.fill(`Ministers ${word}`);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/admin\/visits\?rank=minister/);
});

test("the box finds records by words in part or misspelt and sources by their address, and gives the focus back", async ({
  as,
}) => {
  const word = unique();
  const address = `https://example.org/gazette/${word}`;
  const values = { title: `Chronicler ${word}`, publisher: "A publisher", address };
  await writeRecord({ kind: "source", intent: "save", values, cookie: await cookieOfRole("author") });
  const viewer = await as("viewer");
  const { page } = viewer;
  await viewer.open("/admin");
  const search = page.getByRole("link", { name: "Search all records" });
  await search.focus();
  await page.keyboard.press("Control+k");
  const input = box(viewer).getByRole("combobox");
  for (const [typed, name] of [
    ["idris", /Erlan Idrissov to Mexico/],
    ["Erlan Idrisov Mexco", /Erlan Idrissov to Mexico/],
    [`Chornicler ${word}`, new RegExp(`Chronicler ${word}`)],
    [address.replace("https://", "http://www."), new RegExp(`Chronicler ${word}`)],
    ["shortcu", /^Keyboard shortcuts$/],
    ["missons", /^Missions$/],
  ] as const) {
    await input.fill(typed);
    await expect(option(viewer, name).first(), typed).toBeVisible();
  }
  await expect(option(viewer, /^New /)).toHaveCount(0);
  expect(await barriersInBoth(page, { what: "the box" })).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(box(viewer)).toHaveCount(0);
  await expect(search).toBeFocused();

  await page.keyboard.press("?");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Keyboard shortcuts");
  expect(await barriersInBoth(page, { what: "the keys" })).toEqual([]);
  await page.getByLabel("Keys without Ctrl do something in this browser").uncheck();
  await viewer.open("/admin");
  await page.keyboard.press("?");
  await page.keyboard.press("Control+k");
  await expect(box(viewer)).toBeVisible();
  await expect(page).toHaveURL(/\/admin$/);
});

test("what a page's buttons do can be done from the box, and without scripts there is a page of the keys", async ({
  as,
  makeVisit,
}) => {
  const author = await as("author");
  await author.open(await makeVisit());
  await author.fill({ Purpose: "Talks" });
  await author.page.keyboard.press("Control+k");
  await box(author).getByRole("combobox").fill("save dr");
  await author.page.keyboard.press("Enter");
  await expect(author.bar.getByRole("status")).toHaveText("Draft saved.");

  const plain = await as("viewer", { scripts: false });
  await plain.page.goto("/admin");
  await plain.page.getByRole("link", { name: "Shortcuts", exact: true }).click();
  await expect(plain.page.getByRole("heading", { level: 1 })).toHaveText("Keyboard shortcuts");
});

test("a new record begins with what repeats from the last or as a copy, and a pasted address with its source", async ({
  as,
  makeVisit,
}) => {
  const word = unique();
  const author = await as("author");
  const { page } = author;
  await author.open(await makeVisit(`Visitor ${word}`));
  await author.press("Save and add another");
  await expect(page.getByText("Begun with what repeats from")).toContainText(`Visitor ${word}`);
  await author.ready();
  await expect(author.field("Visitor")).toBeFocused();
  await expect(author.field("Rank")).toHaveValue("minister");
  await expect(author.form.getByRole("link", { name: "Kazakhstan–Mexico relations" })).toBeVisible();

  // The address of a source that is not at the desk yet.
  const address = `https://example.org/${word}`;
  await page.getByRole("button", { name: "Add citation" }).click();
  const citation = page.getByRole("group", { name: "Citation 2" });
  await citation.getByRole("combobox", { name: "Source" }).fill(address);
  await citation.getByRole("option", { name: /Make a new source/ }).click();
  await expect(citation.getByLabel("Web address")).toHaveValue(address);
  await citation.getByLabel("Title").fill(`Bulletin ${word}`);
  await citation.getByRole("button", { name: "Make and cite it" }).click();
  const made = citation.getByRole("link", { name: `Bulletin ${word}` });
  await expect(made).toBeVisible();
  const source = await made.getAttribute("href");
  await author.fill({ Visitor: `Second ${word}` });
  await author.save();
  await author.open(source!);
  const today = new Date().toISOString().slice(0, 10);
  await expect(page.locator("[name=accessedOn]")).toHaveValue(
    new RegExp(`${today}|${Number(today.slice(8))} `),
  );

  await page.goto("/admin/search?q=" + encodeURIComponent(`Second ${word}`));
  await page.getByRole("link", { name: `Second ${word}` }).click();
  await author.ready();
  await author.bar.getByText("More actions").click();
  const copy = await author.bar.getByRole("link", { name: "Begin a copy" }).getAttribute("href");
  await author.open(copy!);
  await expect(author.field("Visitor")).toHaveValue(`Second ${word}`);
  await author.fill({ Visitor: `Third ${word}` });
  await author.save();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Third ${word}`);
});
