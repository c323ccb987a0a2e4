/** What is typed in any form of the desk stays where it cannot be sent, and is done in no other account's name. */
import { newSession, sessionCookies } from "./support/crew";
import { type Desk, expect, test, unique, visitFields } from "./support/fixtures";
import { people } from "./support/people";
import { one } from "./support/traces";

const comment = ({ page }: Desk) => page.getByLabel("Comment", { exact: true });
const say = ({ page }: Desk) => page.getByRole("button", { name: "Say it" }).click();

/** How many copies a browser keeps of what was typed in forms; run in its page. */
function copiesKept(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opened = indexedDB.open("entente-desk");
    opened.onerror = () => reject(new Error("the browser keeps nothing"));
    opened.onsuccess = () => {
      const counted = opened.result.transaction("typed").objectStore("typed").count();
      counted.onsuccess = () => {
        opened.result.close();
        resolve(counted.result);
      };
    };
  });
}

/** At a new visit's form to which scripts have led, from that of the visit before. */
async function atAnotherVisit(editor: Desk): Promise<Desk> {
  await editor.openNew("visits");
  await editor.fill({ Visitor: `A visitor ${unique()}` });
  await editor.press("Save and add another");
  await expect(editor.field("Visitor")).toHaveValue("");
  return editor;
}

/** Who saved a record of the desk last, by the id in its path. */
async function savedLastBy(path: string): Promise<string> {
  const id = path.split("/").at(-1)!;
  const row = await one<{ email: string }>(
    `SELECT u."email" FROM "Entry" e JOIN "User" u ON u."id" = e."updatedById" WHERE e."id" = $1`,
    id,
  );
  return row.email;
}

test("a comment that reaches no server stays with what is typed beside it, and is said once it does", async ({
  as,
  makeVisit,
}) => {
  const editor = await as("editor");
  const { page } = await editor.open(await makeVisit());
  const [word, typed] = [unique(), `Which host? ${unique()}`];
  page.on("dialog", (dialog) => {
    throw new Error(`${dialog.type()} was asked for nothing`);
  });
  await page.context().setOffline(true);
  await editor.fill({ Purpose: `Talks ${word}` });
  await comment(editor).fill(typed);
  await say(editor);
  await expect(page.getByRole("alert").filter({ hasText: "No answer came" })).toBeFocused();
  await expect(comment(editor)).toHaveValue(typed);
  await expect(editor.field(/^Purpose/)).toHaveValue(`Talks ${word}`);
  await page.context().setOffline(false);
  await say(editor);
  await expect(page.getByRole("region", { name: /^Comments/ })).toContainText(typed);
  await expect(comment(editor)).toHaveValue("");
  await expect(page.getByText("No answer came")).toHaveCount(0);
});

test("a comment whose answer is lost on the way is said once, though it is sent again", async ({
  as,
  makeVisit,
}) => {
  const editor = await as("editor");
  const path = await makeVisit();
  const { page } = await editor.open(path);
  const typed = `Said once ${unique()}`;
  await comment(editor).fill(typed);
  await page.route(`**${path}`, async (route) => {
    if (route.request().method() === "POST") await route.fetch();
    await route.abort();
  });
  await say(editor);
  await expect(page.getByRole("alert").filter({ hasText: "No answer came" })).toBeFocused();
  await page.unroute(`**${path}`);
  await say(editor);
  await expect(page.getByRole("region", { name: /^Comments/ })).toContainText(typed);
  await expect(page.getByText(typed)).toHaveCount(1);
});

for (const press of ["Save draft", "Publish"])
  test(`a new record is one, though the answer to its first “${press}” is lost on the way`, async ({
    as,
  }) => {
    const editor = await as("editor");
    const word = unique();
    await editor.openNew("visits");
    const { page } = editor;
    await editor.cite();
    await page.route("**/autosave", (route) => route.abort());
    await page.route("**/admin/visits/new**", async (route) => {
      if (route.request().method() === "POST") await route.fetch();
      await route.abort();
    });
    await editor.fill({ ...visitFields, Visitor: `Lost ${word}` });
    await editor.press(press);
    await expect(editor.alert).toContainText("No answer came from the server");
    await page.unrouteAll();
    await editor.fill({ Purpose: `Talks ${word}` });
    await expect(editor.bar.getByRole("status")).toHaveText(/^Saved \d\d:\d\d$/);
    await editor.press("Save draft");
    await expect(editor.bar.getByRole("status")).toHaveText(/^(Draft saved|Nothing has changed)/);
    const found = await one<{ count: number; said: boolean }>(
      `SELECT count(*)::int AS "count", bool_and("draft"->>'purpose' = $2) AS "said" FROM "Entry" WHERE "title" LIKE $1`,
      `Lost ${word}%`,
      `Talks ${word}`,
    );
    expect(found).toEqual({ count: 1, said: true });
  });

test("settings that reach no server keep what was typed", async ({ as }) => {
  const { page } = await as("admin");
  for (const [path, label, button] of [
    ["/admin/settings/versions", "Years", "Keep them so"],
    ["/admin/subjects", "Name", "Add"],
  ] as const) {
    await page.goto(path);
    const field = page.getByLabel(label, { exact: true }).last();
    await field.fill("Something typed");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: button, exact: true }).click();
    await expect(page.getByRole("alert").filter({ hasText: "No answer came" })).toBeVisible();
    await expect(field).toHaveValue("Something typed");
    await page.context().setOffline(false);
    page.once("dialog", (dialog) => void dialog.accept());
  }
});

test("a comment sent after the session ended stays, and is said after signing in elsewhere", async ({
  as,
  makeVisit,
}) => {
  const editor = await as("editor");
  const { page } = await editor.open(await makeVisit());
  const context = page.context();
  const typed = `Was it in Astana? ${unique()}`;
  await comment(editor).fill(typed);
  await context.clearCookies();
  await say(editor);
  const told = page.getByRole("alert").filter({ hasText: "is not signed in any more" });
  await expect(told).toBeFocused();
  await expect(told.getByRole("link", { name: "Sign in in another tab" })).toBeVisible();
  await expect(comment(editor)).toHaveValue(typed);
  await context.addCookies(sessionCookies(await newSession(people.editor)));
  await say(editor);
  await expect(page.getByRole("region", { name: /^Comments/ })).toContainText(typed);
});

test("what one account typed is never saved, published or said in the name of another", async ({
  as,
  makeVisit,
}) => {
  const editor = await as("editor");
  const path = await makeVisit();
  const { page } = await editor.open(path);
  const context = page.context();
  const before = await savedLastBy(path);
  const word = unique();
  // In another tab of the same browser.
  await context.addCookies(sessionCookies(await newSession(people.author)));
  await editor.fill({ Purpose: `Talks ${word}` });
  await expect(editor.bar.getByRole("status")).toHaveText(
    "Not saved: your account is not signed in here any more.",
  );
  await comment(editor).fill(`Said by whom? ${word}`);
  await say(editor);
  await expect(page.getByRole("alert").filter({ hasText: "is not signed in any more" })).toBeVisible();
  await editor.press("Save draft");
  const dialog = page.getByRole("dialog", { name: "Your session has ended" });
  await expect(dialog.getByLabel("E-mail address")).toHaveValue(people.editor.email);
  await expect(dialog.getByLabel("E-mail address")).not.toBeEditable();
  expect(await savedLastBy(path)).toBe(before);
  await dialog.getByLabel("Password").fill(people.editor.password);
  await dialog.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(editor.bar.getByRole("status")).toHaveText("Draft saved.");
  expect(await savedLastBy(path)).toBe(people.editor.email);
  await expect(editor.field(/^Purpose/)).toHaveValue(`Talks ${word}`);
});

test("signing out on a page of before leaves the account that has signed in since, and says who that is", async ({
  as,
  makeVisit,
}) => {
  const editor = await as("editor");
  const { page } = await editor.open(await makeVisit());
  const context = page.context();
  const typed = `Kept here ${unique()}`;
  await page.route("**/autosave", (route) => route.abort());
  await editor.fill({ Purpose: typed });
  // Looked into before it is there, the store would be made without what it holds.
  const stores = async () => (await indexedDB.databases()).length;
  await expect.poll(() => page.evaluate(stores)).toBe(1);
  await expect.poll(() => page.evaluate(copiesKept)).toBe(1);
  await page.unroute("**/autosave");
  // In another tab of the same browser.
  const others = await newSession(people.author);
  await context.addCookies(sessionCookies(others));
  page.on("dialog", (dialog) => void dialog.accept());
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText(`(${people.author.email}) is signed in in this browser`)).toBeVisible();
  await expect.poll(() => page.evaluate(copiesKept)).toBe(1);
  await page.getByRole("link", { name: /^Go on as / }).click();
  await expect(page).toHaveURL(/\/admin$/);
  await expect(page.getByTitle("Your account")).toContainText("author");
});

test("the way to sign in again leads to a form for the one whose words wait, also where another is signed in", async ({
  as,
  makeVisit,
}) => {
  const editor = await as("editor");
  const { page } = await editor.open(await makeVisit());
  const context = page.context();
  const typed = `Whose words? ${unique()}`;
  await comment(editor).fill(typed);
  await context.addCookies(sessionCookies(await newSession(people.author)));
  await say(editor);
  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name: "Sign in in another tab" }).click();
  const other = await opened;
  await expect(other.getByText(`(${people.author.email}) is signed in in this browser`)).toBeVisible();
  await expect(other.getByLabel("E-mail address")).toHaveValue(people.editor.email);
  await other.getByLabel("Password", { exact: true }).fill(people.editor.password);
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(other).toHaveURL(/\/admin$/);
  await say(editor);
  await expect(page.getByRole("region", { name: /^Comments/ })).toContainText(typed);
  // The tab in which the first one signed in is theirs from then on, and no more the other's.
  await other.getByRole("button", { name: "Sign out" }).click();
  await expect(other.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(other.getByText("is signed in in this browser")).toHaveCount(0);
});

test("a form that leads on keeps what was chosen where no server answers, and leads on once one does", async ({
  as,
  makeVisit,
}) => {
  const editor = await as("editor");
  const visitor = `A visitor ${unique()}`;
  await makeVisit(visitor);
  const { page } = editor;
  await page.goto(`/admin/visits?q=${encodeURIComponent(visitor)}`);
  await page.getByRole("checkbox").first().check();
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "No answer came" })).toBeVisible();
  await expect(page.getByRole("checkbox").first()).toBeChecked();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveURL(/\/admin\/bulk\//);
});

test("Back from a form that scripts led to asks about what no save keeps, and stays where one stays", async ({
  as,
}) => {
  const editor = await as("editor");
  const { page } = await atAnotherVisit(editor);
  const here = page.url();
  const source = page.getByRole("group", { name: "Citation 1" }).getByRole("combobox", { name: "Source" });
  await source.fill("A gazette of that day");
  await source.blur();
  const answers = [false, true];
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void (answers.shift() ? dialog.accept() : dialog.dismiss());
  });
  await page.evaluate(() => history.back());
  await expect.poll(() => asked).toEqual(["confirm"]);
  await expect.poll(() => page.url()).toBe(here);
  await expect(source).toHaveValue("A gazette of that day");
  await page.evaluate(() => history.back());
  await expect(page).not.toHaveURL(here);
  expect(asked).toEqual(["confirm", "confirm"]);
});

test("what Back takes from a form while no server answers is kept in the browser and offered on return", async ({
  as,
}) => {
  const editor = await as("editor");
  const { page } = await atAnotherVisit(editor);
  const here = page.url();
  const word = unique();
  await page.route("**/autosave", (route) => route.abort());
  await editor.fill({ Visitor: `Cut off ${word}` });
  await page.evaluate(() => history.back());
  // The address is another before the form is gone.
  await expect(page.getByText(`Cut off ${word}`)).toHaveCount(0);
  await expect(editor.field("Visitor")).not.toHaveValue(`Cut off ${word}`);
  await expect.poll(() => page.evaluate(copiesKept)).toBe(1);
  await page.unroute("**/autosave");
  await editor.open(new URL(here).pathname + new URL(here).search);
  await expect(editor.alert).toContainText("This browser kept what you typed here");
  await expect(editor.alert).toContainText(`Cut off ${word}`);
});
