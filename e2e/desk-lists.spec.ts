/** Finding records at the desk, and that every page of it can be used by everybody. */
import { barriersInBoth, barriersOf } from "./support/barriers";
import { expect, test, unique } from "./support/fixtures";

test("a list is searched without regard to accents, filtered and sorted by its address", async ({ as }) => {
  const viewer = await as("viewer", { scripts: false });
  await viewer.page.goto("/admin/visits");
  await viewer.page.getByRole("searchbox").fill("IDRÍSSOV");
  await viewer.page.getByRole("button", { name: "Show" }).click();
  await expect(viewer.page.getByRole("rowheader", { name: "Erlan Idrissov to Mexico" })).toBeVisible();
  await viewer.page.getByRole("combobox", { name: "Visiting country" }).selectOption({ label: "Mexico" });
  await viewer.page.getByRole("button", { name: "Show" }).click();
  await expect(viewer.page.getByText("Nothing matches.")).toBeVisible();
  await viewer.page.getByRole("link", { name: "Clear all" }).click();
  await viewer.page.getByRole("link", { name: "First day" }).click();
  await expect(viewer.page).toHaveURL(/sort=newest&direction=desc/);
  await expect(viewer.page.getByRole("columnheader", { name: "First day" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
});

test("filters act by themselves, keep typing and focus, and the way back from a record keeps them", async ({
  as,
  makeVisit,
}) => {
  const word = unique();
  for (const name of ["First", "Second"]) await makeVisit(`${name} ${word}`);
  const editor = await as("editor");
  const { page } = editor;
  await editor.open("/admin/visits");
  await expect(page.getByRole("button", { name: "Show" })).toBeHidden();
  const search = page.getByRole("searchbox");
  await search.pressSequentially(word, { delay: 20 });
  await expect(page.getByRole("status")).toHaveText("2 records");
  await expect(page).toHaveURL(`/admin/visits?q=${word}`);
  await expect(search).toBeFocused();
  await search.fill(`${word} second`);
  await expect(page.getByRole("status")).toHaveText("1 record");
  await page.getByRole("combobox", { name: "State" }).selectOption("published");
  await expect(page.getByText("Nothing matches.")).toBeVisible();
  await page.getByRole("combobox", { name: "State" }).selectOption("");
  await page
    .getByRole("rowheader", { name: `Second ${word}` })
    .getByRole("link")
    .click();
  await editor.ready();
  await page.locator(".record-crumbs").getByRole("link", { name: "Visits" }).click();
  await expect(page).toHaveURL(`/admin/visits?q=${word}+second`);
  await page.goBack();
  await page.getByRole("link", { name: "Kazakhstan–Mexico", exact: true }).click();
  await expect(page).toHaveURL(/\/admin\/dossiers\/[\w-]+\/home$/);
});

test("a list is kept as a view with its columns, shared, opened by others by its address, and removed", async ({
  as,
}) => {
  const name = `Embassies ${unique()}`;
  const editor = await as("editor");
  const { page } = editor;
  await editor.open("/admin/missions?type=embassy&sort=title");
  await page.getByText("Columns", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Last verified" }).press("Space");
  await expect(page.getByRole("columnheader", { name: "Last verified" })).toHaveCount(0);
  await expect(page).toHaveURL(/columns=/);
  await page.getByText("Keep this list").click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("For", { exact: true }).selectOption({ label: "everybody" });
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(page.getByText(`It is kept as “${name}”.`)).toBeVisible();
  expect(await barriersInBoth(page, { what: "a list with a view and its columns" })).toEqual([]);

  const viewer = await as("viewer");
  await viewer.open("/admin/missions");
  await viewer.page.getByRole("link", { name }).click();
  await expect(viewer.page).toHaveURL(/type=embassy&sort=title&columns=/);
  await expect(viewer.page.getByRole("columnheader", { name: "Last verified" })).toHaveCount(0);
  await expect(viewer.page.getByRole("link", { name })).toHaveAttribute("aria-current", "page");
  await viewer.page.getByRole("link", { name: "Change views" }).click();
  await expect(viewer.page.getByRole("row", { name })).toContainText("everybody");
  await expect(viewer.page.getByText(`Change “${name}”`)).toHaveCount(0);

  await editor.open("/admin/views");
  await page.getByText(`Change “${name}”`).click();
  expect(await barriersInBoth(page, { what: "views" })).toEqual([]);
  await page.getByRole("row", { name }).getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("row", { name })).toHaveCount(0);
});

test("the dashboard shows a new draft without a source and who changed it", async ({ as }) => {
  const title = `Event ${unique()}`;
  const author = await as("author");
  await author.openNew("history");
  await author.fill({ Title: title });
  await author.press("Save draft");
  await expect(author.page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await author.page.getByRole("link", { name: "Dashboard" }).click();
  for (const region of ["Drafts and unpublished changes", "Without a source"])
    await expect(
      author.page.getByRole("region", { name: region }).getByRole("link", { name: title }),
    ).toBeVisible();
  await expect(author.page.getByRole("region", { name: "What changed lately" })).toContainText(
    `${author.name} started it`,
  );
  const unsourced = author.page.getByRole("region", { name: "Without a source" });
  await expect(unsourced).toContainText(/See all \d+:/);
  await unsourced.getByRole("link", { name: /^Events \(\d+\)$/ }).click();
  await expect(author.page.getByRole("combobox", { name: "Sources" })).toHaveValue("no");
  await expect(author.page.getByRole("rowheader", { name: title })).toBeVisible();
});

test("a form full of mistakes, a comparison, a history and a preview have no barriers either", async ({
  as,
  makeVisit,
}) => {
  test.slow();
  const path = await makeVisit();
  const [first, second] = [await as("editor"), await as("admin")];
  const check = async (what: string) => {
    expect(await barriersOf(second.page, { what })).toEqual([]);
  };
  await first.open(path);
  await second.open(path);
  await second.fill({ "First day": "2014-02-30" });
  await second.page.getByRole("button", { name: "Add citation" }).click();
  await second.page.getByRole("combobox", { name: "Source" }).fill("K");
  await expect(second.page.getByRole("option", { name: "Make a new source" })).toBeVisible();
  await second.press("Publish");
  await expect(second.field("First day")).toBeFocused();
  await check("mistakes");

  // What is typed to find a source and not chosen would count as unsaved.
  await second.page.getByRole("combobox", { name: "Source" }).fill("");
  await second.fill({ "First day": "2014" });
  await expect(second.bar.getByRole("status")).toHaveText(/^Saved \d\d:\d\d$/);
  await first.open(path);
  await first.fill({ Visitor: "The first minister" });
  await first.save();
  await second.fill({ Visitor: "The second minister" });
  await second.press("Save draft");
  await expect(second.alert).toContainText("saved this record while you were editing it");
  await second.alert.getByRole("button", { name: "Save with these choices" }).click();
  await check("comparison");
  await second.alert.getByRole("radio", { name: /The second minister/ }).check();
  await second.alert.getByRole("button", { name: "Save with these choices" }).click();
  await expect(second.bar.getByRole("status")).toHaveText("Draft saved.");

  await second.page.getByRole("link", { name: "Version 1", exact: true }).click();
  await expect(second.page.getByRole("heading", { level: 1 })).toContainText("version 1");
  await check("history");
  await second.page.goto(`${path}/preview`);
  await check("preview");
  const viewer = await as("viewer");
  await viewer.page.goto(path);
  expect(await barriersOf(viewer.page)).toEqual([]);
});

test("on a small screen a list begins with its rows, and its filters unfold", async ({ as, makeVisit }) => {
  await makeVisit();
  const viewer = await as("viewer", { viewport: { width: 390, height: 844 } });
  await viewer.page.goto("/admin/visits");
  const from = viewer.page.getByRole("combobox", { name: "Visiting country" });
  await expect(from).toBeHidden();
  await expect(viewer.page.getByRole("rowheader").first()).toBeInViewport();
  // Each row is a card: its state and its values stand below its title, and its list can still be sorted.
  const card = viewer.page
    .getByRole("row")
    .filter({ has: viewer.page.getByRole("rowheader") })
    .first();
  await expect(
    card
      .getByText("Mexico", { exact: true })
      .or(card.getByText("Kazakhstan", { exact: true }))
      .first(),
  ).toBeInViewport({ ratio: 1 });
  await expect(viewer.page.getByRole("link", { name: "First day" })).toBeInViewport({ ratio: 1 });
  await viewer.page.getByText("Filters", { exact: true }).click();
  await from.selectOption({ label: "Mexico" });
  await expect(viewer.page).toHaveURL(/from=MX/);
  await expect(from).toBeVisible();
  await viewer.page.setViewportSize({ width: 1280, height: 900 });
  await viewer.page.goto("/admin/visits");
  await expect(from).toBeVisible();
  await expect(viewer.page.getByText("Filters", { exact: true })).toBeHidden();
});

test.describe("in Almaty", () => {
  test.use({ timezoneId: "Asia/Almaty" });

  test("times at the desk are those of the reader's own zone, which is named", async ({ as }) => {
    const viewer = await as("viewer");
    await viewer.page.goto("/admin/visits");
    const saved = viewer.page.locator("td.list-when time").first();
    await expect(saved).toContainText("GMT+5");
    const instant = new Date((await saved.getAttribute("datetime")) ?? "");
    const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "Asia/Almaty" });
    await expect(saved).toContainText(clock.format(instant));
  });
});
