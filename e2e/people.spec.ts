import { expect, type Page, type Route } from "@playwright/test";
import { pageOf, signIn, test } from "./support/accounts";
import { ownDossier } from "./support/access/prepare";
import { barriersInBoth } from "./support/barriers";
import { firstDossier } from "./support/crew";
import { addAccount, makeTemporary } from "./support/members";
import { people } from "./support/people";
import { unique } from "./support/fixtures";
import { one } from "./support/traces";

async function open(admin: Page, name: string): Promise<void> {
  await admin.goto("/admin/people");
  await admin.getByRole("link", { name, exact: true }).click();
  await expect(admin.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** Sets a password of one's own where the page asks for it. */
async function setOwnPassword(page: Page, current: string, password: string): Promise<void> {
  await page.getByLabel("Current password").fill(current);
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Change the password" }).click();
}

const said = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text });

/** Sets a password on the page of a one-time link, which fills in its token; without scripts it would be pasted. */
async function useLink(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByLabel("One-time link")).not.toHaveValue("");
  await expect(page).not.toHaveURL(/#/);
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: /Make the account|Set the password/ }).click();
}

test("a person who is invited makes the account by the link and signs in", async ({ admin, visitor }) => {
  const word = unique();
  const person = {
    name: `Person ${word}`,
    email: `${word}@example.org`,
    password: `own words of ${word} only`,
  };
  await admin.goto("/admin/people");
  await admin.getByLabel("Name").fill(person.name);
  await admin.getByLabel("E-mail address").fill(person.email);
  await admin.getByLabel("Role").selectOption("author");
  // Without a dossier that is ticked there is nothing to be limited to, and what was typed stays.
  const { dossierId } = await firstDossier();
  const { title } = await one<{ title: string }>(`SELECT "title" FROM "Entry" WHERE "id" = $1`, dossierId);
  await admin.getByLabel("Only the dossiers that are ticked").first().check();
  await admin.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(admin.getByRole("alert").filter({ hasText: "Tick at least one dossier" })).toBeFocused();
  await expect(admin.getByLabel("Only the dossiers that are ticked").first()).toBeChecked();
  await admin.getByRole("checkbox", { name: title, exact: true }).check();
  await admin.getByRole("button", { name: "Invite", exact: true }).click();
  const link = await admin.getByLabel(`Link for ${person.name}`).inputValue();
  await expect(admin.getByRole("row").filter({ hasText: person.email })).toContainText("Good until");
  await expect(admin.getByRole("row").filter({ hasText: person.email })).toContainText("In 1 dossier alone");
  await expect(admin.getByLabel("All dossiers")).toBeChecked();
  const page = await visitor();
  await useLink(page, link, "password1234");
  await expect(page.getByLabel("New password")).toHaveAccessibleDescription(/tried first/);
  expect(await barriersInBoth(page, { what: "an invitation" })).toEqual([]);
  await page.getByLabel("New password").fill(person.password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Your password is set" })).toBeVisible();
  await signIn(page, person);
  await expect(page.getByRole("banner")).toContainText(`${person.name}, author`);
  await page.goto("/admin/account");
  await expect(page.getByText(`You work in these dossiers alone: ${title}.`)).toBeVisible();
  await admin.goto("/admin/people");
  await expect(admin.getByRole("link", { name: person.name, exact: true })).toBeVisible();
});

test("what is wrong with a new person is said beside its field, and the rest stays", async ({ admin }) => {
  await admin.goto("/admin/people");
  await admin.getByLabel("Name").fill("Somebody <b>bold</b>");
  await admin.getByLabel("E-mail address").fill(people.viewer.email.toUpperCase());
  await admin.getByLabel("Role").selectOption("editor");
  await admin.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(admin.getByLabel("E-mail address")).toHaveAccessibleDescription(/an account .* already/);
  await expect(admin.getByLabel("E-mail address")).toBeFocused();
  await expect(admin.getByLabel("Name")).toHaveValue("Somebody <b>bold</b>");
  await expect(admin.getByLabel("Role")).toHaveValue("editor");
});

test("a search for more dossiers keeps what is typed and ticked, on either form", async ({ add, admin }) => {
  const [{ dossierId }, other, word] = [await firstDossier(), await ownDossier(), unique()];
  const { title } = await one<{ title: string }>(`SELECT "title" FROM "Entry" WHERE "id" = $1`, dossierId);
  // Those of other stories are called the same.
  const another = `Dossier of ${word}`;
  await one(`UPDATE "Entry" SET "title" = $2 WHERE "id" = $1 RETURNING "id"`, other, another);
  const find = async (text: string) => {
    await admin.getByRole("searchbox", { name: "Find dossiers" }).fill(text);
    await admin.getByRole("button", { name: "Find", exact: true }).click();
  };
  const box = (name: string) => admin.getByRole("checkbox", { name, exact: true });
  await admin.goto(`/admin/people?find=nothing${word}`);
  await expect(said(admin, "No dossier has this in its title.")).toBeVisible();
  await admin.getByLabel("Name").fill(`Person ${word}`);
  await admin.getByLabel("E-mail address").fill(`${word}@example.org`);
  await admin.getByRole("radio", { name: "Only the dossiers that are ticked" }).check();
  await find(title);
  await box(title).check();
  // Asked again before the answer, it is asked once.
  const searches: Route[] = [];
  await admin.route("**/admin/dossiers/choices?*", (route) => void searches.push(route));
  await find(another);
  await expect.poll(() => searches.length).toBe(1);
  await admin.getByRole("searchbox", { name: "Find dossiers" }).fill(`nothing${word}`);
  await admin.keyboard.press("Enter");
  for (const one of searches) await one.continue();
  await box(another).check();
  expect(searches).toHaveLength(1);
  await admin.unroute("**/admin/dossiers/choices?*");
  await find(`nothing${word}`);
  await expect(said(admin, "No dossier has this in its title.")).toBeVisible();
  await expect(box(title)).toBeChecked();
  await expect(admin.getByLabel("Name")).toHaveValue(`Person ${word}`);
  expect(await barriersInBoth(admin, { what: "an invitation's search" })).toEqual([]);
  await admin.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(admin.getByLabel(`Link for Person ${word}`)).toBeVisible();
  const invited = `SELECT "limitedTo" FROM "Invitation" WHERE "email" = $1`;
  const { limitedTo } = await one<{ limitedTo: string[] }>(invited, `${word}@example.org`);
  expect([...limitedTo].sort()).toEqual([dossierId, other].sort());

  const person = await add("author");
  await open(admin, person.name);
  await admin.goto(`${admin.url()}?find=nothing${word}`);
  await find(title);
  await box(title).check();
  await admin.getByRole("searchbox", { name: "Find dossiers" }).fill(another);
  await admin.keyboard.press("Enter");
  await box(another).check();
  await admin.getByRole("radio", { name: "Only the dossiers that are ticked" }).check();
  await admin.getByRole("button", { name: "Change the dossiers" }).click();
  await expect(said(admin, "works in 2 dossiers alone")).toBeFocused();
  await admin.reload();
  for (const one of [title, another]) await expect(box(one)).toBeChecked();
});

test("an admin limits a person to a dossier, and their desk has no other from then on", async ({
  add,
  admin,
  browser,
}) => {
  const [person, { dossierId }, other] = [await add("author"), await firstDossier(), await ownDossier()];
  const { title } = await one<{ title: string }>(`SELECT "title" FROM "Entry" WHERE "id" = $1`, dossierId);
  const page = await pageOf(browser, person);
  const ask = async (path: string) => (await page.goto(path))?.status();
  expect(await ask(`/admin/dossiers/${other}`)).toBe(200);

  // Where the dossiers are too many to be offered all, those that are found are.
  await open(admin, person.name);
  await admin.goto(`${admin.url()}?find=Kazakhstan`);
  await admin.getByRole("radio", { name: "Only the dossiers that are ticked" }).check();
  const submit = admin.getByRole("button", { name: "Change the dossiers" });
  await submit.click();
  await expect(admin.getByRole("alert").filter({ hasText: "Tick at least one" })).toBeFocused();
  await admin.getByRole("checkbox", { name: title, exact: true }).check();
  await submit.click();
  await expect(said(admin, "works in 1 dossier alone")).toBeFocused();
  expect(await barriersInBoth(admin, { what: "a person's limits" })).toEqual([]);
  await admin.reload();
  await expect(admin.getByRole("checkbox", { name: title, exact: true })).toBeChecked();

  expect(await ask(`/admin/dossiers/${other}`)).toBe(404);
  expect(await ask(`/admin/dossiers/${dossierId}`)).toBe(200);
  expect(await ask("/admin/dossiers/new")).toBe(403);
  await page.goto("/admin/account");
  await expect(page.getByRole("main")).toContainText(`You work in these dossiers alone: ${title}.`);
  await page.context().close();
});

test("a new role acts on the next request", async ({ add, admin, browser }) => {
  const person = await add("viewer");
  const page = await pageOf(browser, person);
  expect((await page.goto("/admin/people"))?.status()).toBe(403);

  await open(admin, person.name);
  await admin.getByRole("combobox", { name: "Role" }).selectOption("admin");
  await admin.getByRole("button", { name: "Change the role" }).click();
  await expect(said(admin, "is now admin")).toBeVisible();

  expect((await page.reload())?.status()).toBe(200);
  await page.context().close();
});

test("a disabled person is signed out at once, and in again only when enabled", async ({
  add,
  admin,
  browser,
}) => {
  const person = await add("editor");
  const page = await pageOf(browser, person);
  await open(admin, person.name);
  await admin.getByRole("button", { name: "Disable the account" }).click();
  await expect(said(admin, "is signed out")).toBeVisible();

  await page.reload();
  await expect(page).toHaveURL(/\/admin\/sign-in/);
  await signIn(page, person);
  await expect(page.getByRole("alert").filter({ hasText: "has been closed" })).toBeVisible();

  await admin.getByRole("button", { name: "Enable the account" }).click();
  await expect(said(admin, "can sign in again")).toBeVisible();
  await signIn(page, person);
  await expect(page).toHaveURL(/\/admin$/);
  await page.context().close();
});

test("a link for another password ends the old one and its sessions", async ({ add, admin, browser }) => {
  const person = await add("author");
  const page = await pageOf(browser, person);
  await open(admin, person.name);
  await admin.getByRole("button", { name: "Make a link for another password" }).click();
  const link = await admin.getByLabel(`Link for ${person.name}`).inputValue();

  await page.reload();
  await expect(page).toHaveURL(/\/admin$/); // until the link is used nothing changes
  const password = `other words of ${person.name}`;
  await useLink(page, link, person.password);
  await expect(page.getByLabel("New password")).toHaveAccessibleDescription(/the current password/);
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Your password is set" })).toBeVisible();
  await signIn(page, person);
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/is not right/);
  await signIn(page, { ...person, password });
  await expect(page).toHaveURL(/\/admin$/);
  await useLink(page, link, password);
  await expect(page.getByRole("alert").filter({ hasText: "not good any more" })).toBeVisible();
  await page.context().close();
});

test("until they set a password of their own, a person sees nothing of the desk", async ({ visitor }) => {
  const person = await addAccount("editor");
  await makeTemporary(person.id);
  const { password } = person;
  const page = await visitor();
  await page.goto("/admin/sources");
  await signIn(page, { ...person, password });
  await expect(page).toHaveURL(/\/admin\/sign-in\/password\?next=/);
  for (const path of ["/admin", "/admin/sources", "/admin/account", "/admin/sign-in"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/admin\/sign-in\/password/);
    await expect(page.getByRole("navigation")).toHaveCount(0);
  }
  await page.goto("/admin/sources");
  await setOwnPassword(page, password, "password1234");
  await expect(page.getByLabel("New password")).toHaveAccessibleDescription(/tried first/);
  await setOwnPassword(page, password, password);
  await expect(page.getByLabel("New password")).toHaveAccessibleDescription(/current password/);
  expect(await barriersInBoth(page, { what: "a first password" })).toEqual([]);
  await setOwnPassword(page, password, `own words of ${person.email}`);
  await expect(page).toHaveURL(/\/admin\/sources$/);
});

test("the admin who changes an account second is told, and sees what stands", async ({ add, admin }) => {
  const person = await add("viewer");
  await open(admin, person.name);
  const second = await admin.context().newPage();
  await second.goto(admin.url());
  await admin.getByRole("combobox", { name: "Role" }).selectOption("author");
  await admin.getByRole("button", { name: "Change the role" }).click();
  await expect(said(admin, "is now author")).toBeVisible();

  await second.getByRole("button", { name: "Disable the account" }).click();
  await expect(second.getByRole("alert").filter({ hasText: "This account was changed" })).toBeVisible();
  await expect(second.getByRole("combobox", { name: "Role" })).toHaveValue("author");
});

test("changing one's own password signs out everywhere else, and not here", async ({ add, browser }) => {
  const person = await add("author");
  const [here, elsewhere] = [await pageOf(browser, person), await pageOf(browser, person)];
  await here.goto("/admin/account");
  await here.getByLabel("Current password").fill("not the password");
  await here.getByLabel("New password").fill("a new and longer password");
  await here.getByRole("button", { name: "Change the password" }).click();
  await expect(here.getByLabel("Current password")).toHaveAccessibleDescription(/not your current/);

  await here.getByLabel("Current password").fill(person.password);
  await here.getByLabel("New password").fill("too short");
  await here.getByRole("button", { name: "Change the password" }).click();
  await expect(here.getByLabel("New password")).toHaveAccessibleDescription(/at least 12 characters\.$/);

  await here.getByLabel("Current password").fill(person.password);
  await here.getByLabel("New password").fill("a new and longer password");
  await here.getByRole("button", { name: "Change the password" }).click();
  await expect(said(here, "Your password is changed")).toBeVisible();

  await here.reload();
  await expect(here.getByRole("heading", { name: "Your account" })).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/admin\/sign-in/);
});

test("a person ends the session that they left open elsewhere", async ({ add, browser }) => {
  const person = await add("author");
  const [here, elsewhere] = [await pageOf(browser, person), await pageOf(browser, person)];
  await here.goto("/admin/account");
  await here.getByRole("button", { name: /^End it/ }).click();
  await expect(here.getByRole("button", { name: /^End it/ })).toHaveCount(0);
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/admin\/sign-in/);
});

test("all other sessions are ended with the password, and with nothing else", async ({ add, browser }) => {
  const person = await add("author");
  const [here, elsewhere] = [await pageOf(browser, person), await pageOf(browser, person)];
  await here.goto("/admin/account");
  await here.getByRole("textbox", { name: "Your password" }).fill("not the password");
  await here.getByRole("button", { name: "End all the others" }).click();
  await expect(here.getByRole("textbox", { name: "Your password" })).toHaveAccessibleDescription(
    /not your current/,
  );
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/admin$/);
  await here.getByRole("textbox", { name: "Your password" }).fill(person.password);
  await here.getByRole("button", { name: "End all the others" }).click();
  await expect(here.getByRole("button", { name: /^End it/ })).toHaveCount(0);
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/admin\/sign-in/);
});

test("an admin sees where a person is signed in, and ends it", async ({ add, admin, visitor }) => {
  const person = await add("author");
  const page = await visitor();
  await signIn(page, person);
  await expect(page).toHaveURL(/\/admin$/);
  await open(admin, person.name);
  await expect(admin.getByRole("cell", { name: /Chrom/ })).toBeVisible();
  await admin.getByRole("button", { name: /^End it/ }).click();
  await expect(admin.getByText(`${person.name} is not signed in anywhere.`)).toBeVisible();
  await page.reload();
  await expect(page).toHaveURL(/\/admin\/sign-in/);
});

for (const role of ["viewer", "author", "editor"] as const)
  test(`the role of ${role} neither shows nor opens the people page`, async ({ browser }) => {
    const page = await pageOf(browser, people[role]);
    await expect(page.getByRole("link", { name: "People" })).toHaveCount(0);
    expect((await page.goto("/admin/people"))?.status()).toBe(403);
    await expect(page.getByRole("heading", { name: "Your role does not allow this" })).toBeVisible();
    await page.context().close();
  });

test("a person who does not exist is not found", async ({ admin }) => {
  for (const id of ["0192f0c0-0000-7000-8000-000000000000", "nonsense", "%00"])
    expect([400, 404]).toContain((await admin.goto(`/admin/people/${id}`))?.status());
});

test("the account pages are accessible in light and in dark", async ({ add, admin, visitor }) => {
  const person = await add("viewer");
  for (const path of ["/admin/people", "/admin/account"]) {
    await admin.goto(path);
    expect(await barriersInBoth(admin, { what: path })).toEqual([]);
  }
  await open(admin, person.name);
  expect(await barriersInBoth(admin, { what: "a person" })).toEqual([]);
  const page = await visitor();
  await signIn(page, { email: "nobody@example.org", password: "not the password" });
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/is not right/);
  expect(await barriersInBoth(page, { what: "signing in" })).toEqual([]);
});
