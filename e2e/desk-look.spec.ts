/** How the desk looks: every page of it on small and large screens, in light and dark. */
import type { Page } from "@playwright/test";
import { barriersInBoth } from "./support/barriers";
import { cookieOfRole, firstDossier } from "./support/crew";
import { cutPartsOf, weightsNotShipped } from "./support/fit";
import { expect, test, unique } from "./support/fixtures";
import { writeRecord } from "./support/records";
import { firstSource, inRow } from "@/tests/support/rows";

/** What is cut or in a weight that is not shipped of pages as they are shown, on screens of every size. Leaves them small. */
async function misfitsOf(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  const weights = await weightsNotShipped(page);
  const misfits = weights.map((line) => `${path} in a weight that is not shipped: ${line}`);
  for (const width of [1440, 768, 390]) {
    await page.setViewportSize({ width, height: 900 });
    misfits.push(...(await cutPartsOf(page)).map((line) => `${path} at ${width}: ${line}`));
  }
  return misfits;
}

/** What does not fit of pages, and the barriers of them on a small screen, in light and dark. */
async function faultsOf(page: Page, paths: string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const path of paths)
    faults.push(...(await misfitsOf(page, path)), ...(await barriersInBoth(page, { what: path })));
  return faults;
}

/** A title without a space at which it could be broken. */
const longWord = () =>
  `Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft${unique()}`.repeat(2);

test("records and lists fit every screen whatever their titles, without barriers", async ({
  as,
  makeVisit,
}) => {
  test.slow();
  const { dossierId, source } = await firstDossier();
  const cookie = await cookieOfRole("editor");
  const title = longWord();
  const event = await writeRecord({
    ...{ kind: "event", intent: "save", dossierId, cookie },
    values: { title, type: "other", date: "1999", text: title, [firstSource]: source },
  });
  const visit = await makeVisit();
  const { page } = await as("editor");
  const paths = [
    ...[
      "/admin",
      `/admin/history/${event.id}`,
      `/admin/history/${event.id}/history`,
      "/admin/history",
      visit,
    ],
    ...[
      "/admin/visits",
      `/admin/dossiers/${dossierId}`,
      `/admin/sources/${source}`,
      "/admin/visits?state=trashed",
    ],
    ...[`/admin/history/${event.id}/preview`, `/admin/history/${event.id}/schedule`],
  ];
  expect(await faultsOf(page, paths)).toEqual([]);
  const viewer = await as("viewer");
  expect(await faultsOf(viewer.page, [`/admin/history/${event.id}`, visit])).toEqual([]);
});

test("forms for new records and the desk's other pages fit every screen, without barriers", async ({
  as,
}) => {
  test.slow();
  const { dossierId } = await firstDossier();
  const { page } = await as("admin");
  const inDossier = ["visits", "trade", "agreements", "missions"];
  const paths = [
    ...inDossier.map((list) => `/admin/${list}/new?dossier=${dossierId}`),
    ...["/admin/visits/new", "/admin/dossiers/new", "/admin/sources/new", "/admin/persons/new"],
    ...[
      "/admin/files/new",
      "/admin/search?q=mexico",
      "/admin/subjects",
      "/admin/settings/about",
      "/admin/settings/countries",
      "/admin/settings/versions",
      "/admin/templates",
      "/admin/views",
      "/admin/addresses",
      "/admin/reports",
    ],
    ...["/admin/nothing/here", `/admin/trade/paste?dossier=${dossierId}`],
  ];
  expect(await faultsOf(page, paths)).toEqual([]);
  // Whether these have barriers is looked at where accounts are.
  const ofAccounts = ["/admin/people", "/admin/account", "/admin/account/two-steps"];
  const bySigningIn = ["forgotten", "invitation", "reset"].map((one) => `/admin/sign-in/${one}`);
  for (const path of [...ofAccounts, ...bySigningIn, "/admin/audit", "/admin/reviews", "/admin/notices"])
    expect(await misfitsOf(page, path)).toEqual([]);
});

test("an address that is not there is answered by the desk itself, with its navigation", async ({
  as,
  page,
}) => {
  const viewer = await as("viewer");
  for (const path of [
    "/admin/nothing/here",
    "/admin/visits/00000000-0000-7000-8000-000000000000",
    "/admin/absent",
  ]) {
    expect((await viewer.page.goto(path))?.status(), path).toBe(404);
    await expect(viewer.page.getByRole("heading", { level: 1 })).toHaveText(
      "There is no such page at the desk",
    );
    await expect(viewer.page.getByRole("navigation", { name: "Desk" })).toBeVisible();
  }
  await viewer.page.getByRole("main").getByLabel("Search all records").fill("Idrissov");
  await viewer.page.getByRole("button", { name: "Find", exact: true }).click();
  await expect(viewer.page.getByRole("link", { name: "Erlan Idrissov to Mexico" })).toBeVisible();
  // To those who are not signed in it says nothing of what there is.
  expect((await page.goto("/admin/nothing/here"))?.status()).toBe(404);
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("link", { name: "Sign in" })).toBeVisible();
});

test("a viewer's page of a record shows its state, and leads to what it names", async ({ as, makeVisit }) => {
  const viewer = await as("viewer");
  await viewer.page.goto(await makeVisit());
  const record = viewer.page.getByRole("main");
  await expect(record.getByText("Draft", { exact: true })).toBeVisible();
  await expect(record.getByRole("link", { name: "Preview" })).toBeVisible();
  await record.getByRole("definition").getByRole("link", { name: "Kazakhstan–Mexico relations" }).click();
  await expect(viewer.page.getByRole("heading", { level: 1 })).toHaveText("Kazakhstan–Mexico relations");
});

test("focus and mistakes cannot be mistaken for each other, and the fields of a pair share a line", async ({
  as,
}) => {
  const editor = await as("editor");
  await editor.openNew("visits");
  const { page } = editor;
  await editor.fill({ "First day": "2014-02-30", Visitor: `Visitor ${unique()}` });
  await editor.press("Publish");
  const office = editor.field("Office held at the time");
  await expect(editor.alert).toBeVisible();
  await office.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  const looks = await office.evaluate((one) => {
    const problem = one.closest(".field-frame")!.querySelector(".field-problem")!;
    return {
      focus: getComputedStyle(one).outlineColor,
      mistake: getComputedStyle(problem).color,
      mark: getComputedStyle(problem, "::before").content,
      bar: getComputedStyle(problem.closest(".field-frame-wrong")!).borderLeftWidth,
    };
  });
  expect(looks.focus).not.toBe(looks.mistake);
  expect(looks).toMatchObject({ mark: expect.stringContaining("!"), bar: "4px" });
  const top = async (label: string) => (await editor.field(new RegExp(`^${label}`)).boundingBox())?.y;
  for (const [one, other] of [
    ["First day", "Last day"],
    ["Visiting country", "Visited country"],
    ["Rank", "Type of visit"],
  ] as const)
    expect(await top(one), one).toBe(await top(other));
  const widths = await page
    .locator("form.record-form select")
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).offsetWidth));
  expect(new Set(widths).size, widths.join(" ")).toBe(1);
});

test("on a small screen the bar is one line, with its menu on screen", async ({ as, makeVisit }) => {
  const editor = await as("editor", { viewport: { width: 390, height: 844 } });
  await editor.open(await makeVisit());
  await editor.publish();
  await editor.fill({ Visitor: `Visitor ${unique()}` });
  await expect(editor.bar.getByRole("status")).toHaveText(/^Saved \d\d:\d\d$/);
  await editor.save();
  await expect(editor.bar.getByRole("button", { name: "Publish changes" })).toBeVisible();
  const tops = await editor.bar
    .locator(":is(button, summary):visible")
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
  expect(new Set(tops).size, tops.join(" ")).toBe(1);
  expect((await editor.bar.boundingBox())?.height).toBeLessThanOrEqual(120);
  await editor.bar.locator("summary").click();
  for (const name of ["Save and add another", "Put in the trash", "Take off the site"])
    await expect(editor.bar.getByRole("button", { name })).toBeInViewport({ ratio: 1 });
  expect(await cutPartsOf(editor.page)).toEqual([]);
});

test("at every width the bar is one line, also with changes that are not published and after a clash", async ({
  bothAt,
  makeVisit,
}) => {
  const [editor, admin] = await bothAt(await makeVisit());
  const { page } = editor;
  const fits = async (what: string) => {
    for (const width of [390, 768, 1024, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const { height } = (await editor.bar.boundingBox())!;
      expect(height, `${what} at ${width}`).toBeLessThanOrEqual(64);
      await expect(editor.bar.locator("summary")).toBeInViewport({ ratio: 1 });
    }
  };
  await editor.publish();
  await fits("published");
  await editor.fill({ Purpose: `Talks ${unique()}` });
  await editor.save();
  await fits("with changes");
  await admin.page.reload();
  await admin.fill({ Purpose: `Other talks ${unique()}` });
  await admin.save();
  await editor.fill({ Purpose: `Talks of mine ${unique()}` });
  await expect(editor.bar.getByRole("status")).toHaveText("Not saved: it was changed meanwhile.");
  await fits("after a clash");
  await page.context().setOffline(true);
  await editor.fill({ Purpose: `Talks ${unique()}` });
  await fits("offline");
});

test("rows of many fields begin as a line each, and one opens by itself where something is wrong", async ({
  as,
}) => {
  const { dossierId, source } = await firstDossier();
  const cookie = await cookieOfRole("editor");
  const headed = (row: number, name: string, from: string, to: string) => ({
    [inRow("heads", row, "name")]: name,
    [inRow("heads", row, "from")]: from,
    [inRow("heads", row, "to")]: to,
  });
  const values = {
    ...{ sending: "MX", receiving: "KZ", type: "consulate", city: `City ${unique()}`, [firstSource]: source },
    ...headed(0, "Ann First", "1999", "2003"),
    ...headed(1, "Bea Second", "2003", "2008"),
    ...headed(2, "Cy Third", "2012", "2009"),
  };
  const { id } = await writeRecord({ kind: "mission", intent: "save", dossierId, cookie, values });
  const editor = await as("editor");
  await editor.open(`/admin/missions/${id}`);
  const head = (number: number) =>
    editor.page.getByRole("group", { name: new RegExp(`^Head.* ${number}$`, "i") });
  await expect(head(1)).toContainText("Ann First · 1999 · 2003");
  await expect(head(1).getByRole("textbox")).toHaveCount(0);
  await expect(head(3).getByRole("combobox", { name: "Name" })).toHaveValue("Cy Third");
  await head(2).getByRole("button", { name: /^Edit/ }).press("Enter");
  await expect(head(2).getByRole("combobox", { name: "Name" })).toBeFocused();
  await editor.fill({ To: "2007" }, head(2));
  await editor.fill({ To: "2019" }, head(3));
  await editor.publish();
  await editor.page.reload();
  await expect(head(2)).toContainText("Bea Second · 2003 · 2007");
});
