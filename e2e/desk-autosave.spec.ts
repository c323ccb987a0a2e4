/** What is typed at the desk is kept while it is typed, however the page is left. */
import { expect, test, unique, visitFields } from "./support/fixtures";
import { cookieOfRole, newSession, sessionCookies, site } from "./support/crew";
import { barriersOf } from "./support/barriers";
import { people } from "./support/people";
import { one } from "./support/traces";

const keptAt = /^Saved \d\d:\d\d$/;

test("typing is kept without a press, makes no version of the history, and what readers see stays", async ({
  as,
  makeVisit,
}) => {
  const editor = await as("editor");
  await editor.open(await makeVisit());
  await editor.publish();
  const purpose = `Talks ${unique()}`;
  await editor.field(/^Purpose/).pressSequentially(purpose, { delay: 20 });
  await expect(editor.bar.getByRole("status")).toHaveText(keptAt);
  await expect(editor.bar.getByText("Published, with changes")).toBeVisible();
  await expect(editor.field(/^Purpose/)).toBeFocused();
  await editor.page.reload();
  await editor.ready();
  await expect(editor.field(/^Purpose/)).toHaveValue(purpose);
  await expect(
    editor.page.getByRole("list", { name: "Versions" }).or(editor.page.locator("aside")),
  ).not.toContainText("saved a draft");
  expect(await editor.whatReadersSee()).not.toContain(purpose);
  // Its own save is no conflict, and makes the version.
  await editor.fill({ Purpose: `${purpose} at length` });
  await expect(editor.bar.getByRole("status")).toHaveText(keptAt);
  await editor.save();
});

test("a record is there from its first word under its own address, and gone when nothing is left of it", async ({
  as,
}) => {
  const editor = await as("author");
  await editor.openNew("visits");
  const visitor = `Visitor ${unique()}`;
  await editor.fill({ Visitor: visitor, "First day": "2014-02-30" });
  await expect(editor.page).toHaveURL(/\/admin\/visits\/[0-9a-f-]{36}$/);
  const { path } = editor;
  await expect(editor.bar.getByRole("status")).toHaveText(keptAt);
  await editor.page.reload();
  await editor.ready();
  await expect(editor.field("Visitor")).toHaveValue(visitor);
  await expect(editor.field("First day")).toHaveValue("2014-02-30");
  await expect(editor.form).toContainText("no such day");

  await editor.openNew("visits");
  await editor.fill({ Visitor: visitor });
  await expect(editor.page).toHaveURL(/\/admin\/visits\/[0-9a-f-]{36}$/);
  const begun = editor.path;
  expect(begun).not.toBe(path);
  await editor.fill({ Visitor: "" });
  await expect(editor.page).toHaveURL(/\/admin\/visits\/new\?/);
  expect((await editor.page.request.get(begun)).status()).toBe(404);
});

test("a link, signing out and Back keep what was typed the moment before", async ({ as, makeVisit }) => {
  const editor = await as("author");
  // A session of its own to end.
  await editor.page.context().addCookies(sessionCookies(await newSession(people.author)));
  const path = await makeVisit();
  const word = unique();
  for (const leave of ["Dashboard", "Sign out"]) {
    await editor.open(path);
    await editor.fill({ Purpose: `${leave} ${word}` });
    const role = leave === "Sign out" ? "button" : "link";
    await editor.page.getByRole(role, { name: leave }).click();
    await expect(
      editor.page.getByRole("heading", { name: leave === "Sign out" ? "Sign in" : "Dashboard" }),
    ).toBeVisible();
    const entry = await one<{ purpose: string }>(
      `SELECT "draft"->>'purpose' AS purpose FROM "Entry" WHERE "id" = $1`,
      path.split("/").at(-1)!,
    );
    expect(entry.purpose).toBe(`${leave} ${word}`);
  }
});

test("closing, reloading or going Back within the second asks, and the answer finds it kept", async ({
  as,
  makeVisit,
}) => {
  const editor = await as("author");
  await editor.page.goto("/admin");
  await editor.open(await makeVisit());
  for (const leave of ["reload", "back"] as const) {
    const word = unique();
    await editor.field(/^Purpose/).fill(`Talks ${word}`);
    const asked = editor.page.waitForEvent("dialog");
    // Not by Playwright's own, which wait for a page that does not come.
    await editor.page.evaluate((how) => {
      setTimeout(() => (how === "reload" ? location.reload() : history.back()));
    }, leave);
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
    await expect(editor.field(/^Purpose/)).toHaveValue(`Talks ${word}`);
    await expect(editor.bar.getByRole("status")).toHaveText(keptAt);
  }
});

test("a refused publication keeps the draft all the same, and reloading repeats no greeting", async ({
  as,
}) => {
  const editor = await as("editor");
  await editor.openNew("visits");
  const visitor = `Visitor ${unique()}`;
  await editor.fill({ ...visitFields, Visitor: visitor });
  await editor.press("Publish");
  await expect(editor.alert).toContainText("It was saved as a draft but not published");
  await editor.cite();
  await editor.publish();
  // The record's own page has come, with its greeting; the address is the record's before that.
  await expect(editor.page.getByRole("heading", { level: 1 })).toHaveText(`${visitor} to Kazakhstan`);
  await expect(editor.page).toHaveURL(/\/admin\/visits\/[0-9a-f-]{36}$/);
  await editor.page.reload();
  await editor.ready();
  await expect(editor.bar.getByRole("status")).toHaveText("All changes saved");
});

test("who may not write has nothing kept", async ({ request, makeVisit }) => {
  const id = (await makeVisit()).split("/").at(-1)!;
  const form = {
    _kind: "visit",
    _id: id,
    _version: "1",
    _dossier: "",
    _live: "1",
    _tab: "01890000-0000-7000-8000-000000000001",
    _edit: "1",
    visitor: "Not theirs",
  };
  const send = async (cookie: string, more = {}) =>
    (
      await request.post("/admin/visits/autosave", {
        headers: { cookie, origin: site() },
        multipart: { ...form, ...more },
      })
    ).status();
  expect(await send("")).toBe(401);
  expect(await send(await cookieOfRole("viewer"))).toBe(403);
  const author = await cookieOfRole("author");
  expect(await send(author, { _role: "admin" })).toBe(400);
  expect(await send(author, { _tab: "" })).toBe(400);
  expect(await send(author)).toBe(200);
});

test("two who type in different fields both go on, and neither is asked", async ({ bothAt, makeVisit }) => {
  const path = await makeVisit();
  const [first, second] = await bothAt(path);
  const word = unique();
  await first.fill({ Places: `Astana ${word}`, Purpose: "Talks of trade and of visas." });
  await expect(first.bar.getByRole("status")).toHaveText(keptAt);
  await second.field("Office held at the time").press("End");
  await second.page.keyboard.type(" of Trade", { delay: 20 });
  await expect(second.form).toContainText(`${first.name} changed this record while you were editing it`);
  await expect(second.form).toContainText("Taken in from there: Places, Purpose.");
  await expect(second.field(/^Places/)).toHaveValue(`Astana ${word}`);
  await expect(second.field("Office held at the time")).toBeFocused();
  await expect(second.bar.getByRole("status")).toHaveText(keptAt);

  // Words of one text go together as well, when the one who types leaves it.
  await first.fill({ Purpose: "Talks of much trade and of visas." });
  await expect(first.form).toContainText(`${second.name} changed this record`);
  await expect(first.bar.getByRole("status")).toHaveText(keptAt);
  await second.fill({ Purpose: "Talks of trade and of free visas." });
  await second.press("Publish");
  await expect(second.bar.getByText("Published", { exact: true })).toBeVisible();
  await expect(second.field(/^Purpose/)).toHaveValue("Talks of much trade and of free visas.");
  await expect(second.field("Office held at the time")).toHaveValue("Minister of Culture of Trade");
});

test("a clash met while publishing ends in the publication once it is settled", async ({
  bothAt,
  makeVisit,
}) => {
  const path = await makeVisit();
  const [first, second] = await bothAt(path);
  await first.fill({ Visitor: "The first minister" });
  await first.save();
  await second.fill({ Visitor: "The second minister" });
  await second.press("Publish");
  await second.alert.getByRole("radio", { name: /The second minister/ }).check();
  // What is typed on while the choice is open is no less kept.
  await second.fill({ Purpose: "Typed on" });
  await second.alert.getByRole("button", { name: "Publish with these choices" }).click();
  await expect(second.bar.getByText("Published", { exact: true })).toBeVisible();
  await second.page.reload();
  await second.ready();
  await expect(second.field("Visitor")).toHaveValue("The second minister");
  await expect(second.field(/^Purpose/)).toHaveValue("Typed on");
});

test("a record that a colleague has put into the trash is said to be there, and comes back with what was typed", async ({
  as,
  makeVisit,
}) => {
  const path = await makeVisit();
  const [first, second] = [await as("editor"), await as("author")];
  await first.open(path);
  await second.open(path);
  const word = unique();
  await first.more("Put in the trash");
  await expect(first.page.getByText("This record is in the trash")).toBeVisible();
  await second.fill({ Purpose: `Talks ${word}` });
  await expect(second.alert).toContainText(`${first.name} put this record in the trash`);
  await second.alert.getByRole("button", { name: "Take it out of the trash and save mine" }).click();
  await expect(second.bar.getByRole("status")).toHaveText("Draft saved.");
  await second.page.reload();
  await second.ready();
  await expect(second.field(/^Purpose/)).toHaveValue(`Talks ${word}`);
});

test("what is typed in a record that is deleted meanwhile stays, is told of, and becomes a record of its own", async ({
  as,
}) => {
  const [first, second] = [await as("author"), await as("editor")];
  await first.openNew("visits");
  const word = unique();
  await first.fill({ Visitor: `Visitor ${word}` });
  await expect(first.page).toHaveURL(/\/admin\/visits\/[0-9a-f-]{36}$/);
  const { path } = first;
  await second.open(path);
  // Left empty again it is gone for good, with a colleague in it.
  await first.fill({ Visitor: "" });
  await expect(first.page).toHaveURL(/\/admin\/visits\/new\?/);
  await second.fill({ Purpose: `Talks ${word}` });
  await expect(second.alert).toContainText(
    "This record does not exist any more. What you typed is still here",
  );
  await expect(second.bar.getByRole("status")).toHaveText("Not saved: the record does not exist any more.");
  await expect(second.field(/^Purpose/)).toHaveValue(`Talks ${word}`);
  await second.alert.getByRole("button", { name: "Save what you typed as a new record" }).click();
  await expect(second.page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`Visitor ${word}`));
  await expect(second.page).not.toHaveURL(path);
  await second.page.reload();
  await second.ready();
  await expect(second.field(/^Purpose/)).toHaveValue(`Talks ${word}`);
  await expect(second.field("Visitor")).toHaveValue(`Visitor ${word}`);
});

test("one's own other tab is called so", async ({ as, makeVisit }) => {
  const editor = await as("editor");
  const path = await makeVisit();
  await editor.open(path);
  const other = await editor.page.context().newPage();
  await other.goto(path);
  await editor.fill({ Visitor: "From this tab" });
  await expect(editor.bar.getByRole("status")).toHaveText(keptAt);
  await other.getByRole("combobox", { name: "Visitor" }).fill("From the other tab");
  await expect(other.getByRole("alert").first()).toContainText(
    "You changed this record in another tab or window",
  );
});

test("who else has the record open is told, and who is typing", async ({ as, makeVisit }) => {
  const path = await makeVisit();
  const [first, second] = [await as("editor"), await as("author")];
  await first.open(path);
  await expect(first.bar.getByRole("status")).toHaveText("All changes saved");
  await first.page.waitForRequest(/\/presence$/);
  await second.open(path);
  await expect(second.form).toContainText(`${first.name} has this record open too.`);
  await first.fill({ Purpose: "Typed by the first" });
  await first.page.waitForResponse(/\/presence$/);
  await expect(second.form).toContainText(`${first.name} is typing in this record.`);
  await first.page.goto("/admin");
  await expect(second.form).not.toContainText(first.name);
});

test("what a colleague publishes while one has the record open is told, and by whom", async ({
  bothAt,
  makeVisit,
}) => {
  const [editor, admin] = await bothAt(await makeVisit());
  await admin.publish();
  // It is told with who else is there, soon after something is typed.
  await editor.fill({ Purpose: "Typed after it" });
  await expect(editor.form).toContainText(`${admin.name} published this record while you had it open`);
});

test("what the server could not keep is kept in the browser, for that account alone, and offered on return", async ({
  as,
  makeVisit,
}) => {
  const editor = await as("editor");
  const path = await makeVisit();
  const { page } = editor;
  await editor.open(path);
  const word = unique();
  // The server is out of reach for the form, not for the page that is opened next.
  const cut = (url: string) => page.route(url, (route) => route.abort());
  await cut("**/autosave");
  await editor.fill({ Purpose: `Talks ${word}` });
  await expect(editor.bar.getByRole("status")).toHaveText("Not saved: the server is out of reach.");
  expect(await barriersOf(page, { what: "out of reach" })).toEqual([]);
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await editor.ready();
  await expect(editor.field(/^Purpose/)).toHaveValue("");
  await expect(editor.alert).toContainText("This browser kept what you typed here");
  await expect(editor.alert.getByRole("row", { name: /^Purpose/ })).toContainText(`Talks ${word}`);
  expect(await barriersOf(page, { what: "kept here" })).toEqual([]);

  // Another account, in the same browser, sees nothing of it.
  const context = page.context();
  await context.addCookies(sessionCookies(await newSession(people.author)));
  await editor.open(path);
  await expect(editor.bar.getByRole("status")).toHaveText("All changes saved");
  await page.waitForRequest(/\/presence$/);
  await expect(editor.form).not.toContainText(word);

  await context.addCookies(sessionCookies(await newSession(people.editor)));
  await editor.open(path);
  await page.unroute("**/autosave");
  await editor.alert.getByRole("button", { name: "Put it back into the form" }).click();
  await expect(editor.field(/^Purpose/)).toHaveValue(`Talks ${word}`);
  await expect(editor.bar.getByRole("status")).toHaveText(keptAt);
  await page.reload();
  await editor.ready();
  await expect(editor.field(/^Purpose/)).toHaveValue(`Talks ${word}`);
  await page.waitForRequest(/\/presence$/);
  await expect(editor.form).not.toContainText("This browser kept");
});

test("signing out asks before it clears what only the browser has", async ({ as, makeVisit }) => {
  const editor = await as("author");
  const { page } = editor;
  await page.context().addCookies(sessionCookies(await newSession(people.author)));
  const path = await makeVisit();
  await editor.open(path);
  await page.route("**/autosave", (route) => route.abort());
  await editor.fill({ Purpose: "Only here" });
  await expect(editor.bar.getByRole("status")).toHaveText("Not saved: the server is out of reach.");
  const answers = [false, true, true, true];
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void (answers.shift() ? dialog.accept() : dialog.dismiss());
  });
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect.poll(() => asked.length).toBe(1);
  await expect(editor.field(/^Purpose/)).toHaveValue("Only here");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect(asked.at(-1)).toContain("This browser keeps text of yours");
  await page.unroute("**/autosave");
  await page.context().addCookies(sessionCookies(await newSession(people.author)));
  await editor.open(path);
  await page.waitForRequest(/\/presence$/);
  await expect(editor.form).not.toContainText("This browser kept");
});

test("text in a source's picker counts as typing, and a removed row comes back with all that was in it", async ({
  as,
  makeVisit,
}) => {
  const editor = await as("editor");
  await editor.open(await makeVisit());
  await editor.page.getByRole("button", { name: "Add citation" }).click();
  const citation = editor.page.getByRole("group", { name: "Citation 2" });
  await citation.getByRole("combobox", { name: "Source" }).fill("Gazette");
  await expect(editor.bar.getByRole("status")).toContainText("is not chosen");
  await citation.getByRole("option", { name: /Make a new source/ }).click();
  await expect(editor.bar.getByRole("status")).toContainText("is not chosen");
  await editor.page
    .getByRole("button", { name: "Do not make it" })
    .or(citation.getByRole("button", { name: "Cancel" }))
    .click();
  await expect(editor.bar.getByRole("status")).not.toContainText("is not chosen");

  await editor.page.getByRole("button", { name: "Add meeting" }).click();
  const meeting = editor.page.getByRole("group", { name: "Meeting 1" });
  await editor.fill({ "Met with": "Ann" }, meeting);
  await editor.page.getByRole("button", { name: "Remove Meeting 1" }).click();
  await expect(editor.page.getByRole("button", { name: "Add meeting" })).toBeFocused();
  await editor.page.getByRole("button", { name: "Bring Meeting 1 back" }).click();
  await expect(editor.field("Met with", meeting)).toHaveValue("Ann");
  await expect(editor.field("Met with", meeting)).toBeFocused();
  await expect(editor.bar.getByRole("status")).toHaveText(keptAt);
});

test("what is ticked and typed while a saved record's own page is on its way stays, and is saved with the rest", async ({
  as,
}) => {
  const editor = await as("editor");
  const { page } = editor;
  await editor.openNew("agreements");
  const title = `Agreement on its own page ${unique()}`;
  await editor.fill({ Title: title, Type: "Convention", Subject: "Culture" });
  let letCome = (): void => undefined;
  const mayCome = new Promise<void>((resolve) => (letCome = resolve));
  await page.route(/\/admin\/agreements\/[0-9a-f-]{36}\?did=save/, async (route) => {
    await mayCome;
    await route.continue();
  });
  const ownPage = page.waitForResponse(/\?did=save/);
  await editor.save();
  const status = page.getByRole("group", { name: "In force", exact: true });
  await status.getByRole("checkbox", { name: "Stated otherwise" }).check();
  const source = page.getByRole("group", { name: "Citation 1" }).getByRole("combobox", { name: "Source" });
  await source.fill("Gazette of the day");
  await editor.fill({ "What changed": "Begun" });
  letCome();
  await ownPage;
  // Long after what came with that answer could have been drawn.
  await editor.fill({ Title: `${title}, typed on` });
  await expect(editor.bar.getByRole("status")).toContainText("is not chosen");
  await expect(source).toHaveValue("Gazette of the day");
  await expect(editor.field("What changed")).toHaveValue("Begun");
  await expect(editor.field("Title")).toHaveValue(`${title}, typed on`);

  await editor.fill({ "In force": "No" });
  await editor.cite();
  await editor.fill({ "What changed": "" });
  await editor.save();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${title}, typed on`);
  await expect(editor.field("In force")).toHaveValue("no");
  await expect(editor.field("Title")).toHaveValue(`${title}, typed on`);
});
