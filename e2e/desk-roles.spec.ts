/** Who may do what at the desk, and what becomes of a record. */
import { mergeTests } from "@playwright/test";
import { signIn, test as withAccounts } from "./support/accounts";
import { people } from "./support/people";
import { Desk, expect, test as withDesk, unique } from "./support/fixtures";

const test = mergeTests(withDesk, withAccounts);

test("a viewer reads a draft but is offered nothing to change it with", async ({ as, makeVisit }) => {
  const visitor = `Visitor ${unique()}`;
  const path = await makeVisit(visitor);
  const viewer = await as("viewer");
  await viewer.page.goto(path);
  await expect(viewer.page.getByText("You can read this record but not change it.")).toBeVisible();
  await expect(viewer.page.getByRole("definition").filter({ hasText: visitor })).toBeVisible();
  // Nothing of the record: what they may do is to comment on it.
  await expect(viewer.page.getByRole("textbox")).toHaveCount(1);
  await expect(viewer.page.getByRole("textbox")).toHaveAccessibleName("Comment");
  await expect(viewer.page.getByRole("link", { name: /^Add / })).toHaveCount(0);
  expect((await viewer.page.goto("/admin/visits/new"))?.status()).toBe(403);
});

test("an author saves drafts but cannot publish", async ({ as, makeVisit }) => {
  const author = await as("author");
  await author.open(await makeVisit());
  await author.fill({ Visitor: `Visitor ${unique()}` });
  await author.save();
  await expect(author.bar.getByRole("button", { name: "Publish" })).toHaveCount(0);
});

test("only an admin is shown the way to people", async ({ as }) => {
  const [editor, admin] = [await as("editor"), await as("admin")];
  await editor.page.goto("/admin");
  await expect(editor.page.getByRole("link", { name: "People" })).toHaveCount(0);
  await admin.page.goto("/admin");
  await expect(admin.page.getByRole("link", { name: "People" })).toBeVisible();
});

test("a session that ended mid-edit is renewed in place and the text is saved", async ({
  browser,
  baseURL,
  makeVisit,
}) => {
  const path = await makeVisit();
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await page.goto(`/admin/sign-in?next=${path}`);
  await page.getByLabel("E-mail address").fill(people.author.email);
  await page.getByLabel("Password").fill(people.author.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("combobox", { name: "Visitor" }).fill("Typed before the session ended");
  const elsewhere = await context.newPage();
  await elsewhere.goto("/admin");
  await elsewhere.getByRole("button", { name: "Sign out" }).click();
  await expect(elsewhere.getByRole("heading", { name: "Sign in" })).toBeVisible();

  await page.getByRole("button", { name: "Save draft" }).click();
  const dialog = page.getByRole("dialog", { name: "Your session has ended" });
  await expect(dialog.getByLabel("E-mail address")).toHaveValue(people.author.email);
  await dialog.getByLabel("Password").fill(people.author.password);
  await dialog.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("region", { name: "State and actions" }).getByRole("status")).toHaveText(
    "Draft saved.",
  );
  await expect(page.getByRole("button", { name: "Save draft" })).toBeFocused();
  await expect(page.getByRole("combobox", { name: "Visitor" })).toHaveValue("Typed before the session ended");
  await context.close();
});

test("an editor who lost a right mid-edit is told so and keeps what they typed", async ({
  add,
  admin,
  visitor,
  makeVisit,
}) => {
  const path = await makeVisit();
  const person = await add("author");
  const desk = new Desk(await visitor(), person.name, true);
  await desk.page.goto(`/admin/sign-in?next=${path}`);
  await signIn(desk.page, person);
  await expect(desk.field("Visitor")).toBeVisible();
  await desk.fill({ Visitor: "Typed with a right that was lost" });

  await admin.goto("/admin/people");
  await admin.getByRole("link", { name: person.name, exact: true }).click();
  await admin.getByRole("combobox", { name: "Role" }).selectOption("viewer");
  await admin.getByRole("button", { name: /role/i }).click();
  await expect(admin.getByRole("status").first()).toBeVisible();

  await desk.press("Save draft");
  await expect(desk.alert).toContainText("You may not do this any more");
  await expect(desk.field("Visitor")).toHaveValue("Typed with a right that was lost");
});

test("a record is published, changed, taken down, trashed and brought back, and its history tells", async ({
  as,
  makeVisit,
  page,
}) => {
  const visitor = `Visitor ${unique()}`;
  const editor = await as("editor");
  await editor.open(await makeVisit(visitor));
  await editor.publish();
  await editor.bar.getByText("More actions").click();
  const onSite = await editor.bar.getByRole("link", { name: "Read it on the site" }).getAttribute("href");
  expect((await page.goto(onSite ?? ""))?.status()).toBe(200);
  await editor.page.keyboard.press("Escape");

  await editor.fill({ "Office held at the time": "Changed office" });
  await editor.save();
  await expect(editor.bar.getByText("Published, with changes")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Changed office")).toHaveCount(0);

  await editor.more("Take off the site");
  await expect(editor.bar.getByText("Draft", { exact: true })).toBeVisible();
  await expect(editor.bar.getByRole("button", { name: "Publish" })).toBeFocused();
  expect((await page.goto(onSite ?? ""))?.status()).toBe(404);

  const history = editor.page.getByRole("region", { name: "Versions" });
  await history.getByRole("link", { name: "Version 1", exact: true }).click();
  await expect(editor.page.getByRole("row", { name: /Office held at the time/ })).toContainText(
    "Changed office",
  );
  await editor.page.getByRole("button", { name: "Restore this version as the draft" }).click();
  await expect(editor.field("Office held at the time")).toHaveValue("Minister of Culture");
  await expect(editor.bar.getByRole("button", { name: "Save draft" })).toBeFocused();

  await editor.ready();
  await editor.fill({ Purpose: "Typed and not saved before the trash" });
  await editor.more("Put in the trash");
  await expect(editor.page.getByText("This record is in the trash.")).toBeVisible();
  await expect(editor.page.getByRole("button", { name: "Take out of the trash" })).toBeFocused();
  await editor.page.getByRole("button", { name: "Take out of the trash" }).click();
  await expect(editor.field("Visitor")).toHaveValue(visitor);
  await expect(editor.bar.getByRole("button", { name: "Save draft" })).toBeFocused();
  await expect(editor.field(/^Purpose/)).toHaveValue("Typed and not saved before the trash");
  await expect(history.getByRole("listitem")).toContainText([
    `Version 8 (now)${editor.name} took it out of the trash`,
    `Version 7${editor.name} put it in the trash`,
    `Version 6${editor.name} saved a draft`,
    `Version 5${editor.name} restored an earlier version`,
    `Version 4${editor.name} took it off the site`,
    `Version 3${editor.name} saved a draft`,
    `Version 2${editor.name} published it`,
    `Version 1${editor.name} started it`,
  ]);
});

test("what published records refer to is not taken down, and the record in the way is named", async ({
  as,
}) => {
  const editor = await as("editor");
  await editor.page.goto("/admin/sources?q=Kazakhstan");
  await editor.page.getByRole("link", { name: "Kazakhstan–Mexico relations" }).first().click();
  await editor.ready();
  await editor.more("Take off the site");
  await expect(editor.alert).toContainText("Records still refer to it.");
  await expect(editor.alert.getByRole("link").first()).toBeVisible();
});
