import { expect } from "@playwright/test";
import { pageOf, signIn, test } from "./support/accounts";
import { people } from "./support/people";

const { author } = people;

test("a visitor who asks for a page of the desk signs in and comes to it", async ({ page }) => {
  await page.goto("/admin/account?from=bookmark");
  await expect(page).toHaveURL(/\/admin\/sign-in\?next=/);
  await signIn(page, author);
  await expect(page).toHaveURL(/\/admin\/account/);
  await expect(page.getByRole("banner")).toContainText(author.name);
});

test("a wrong password is said beside its field, and the address stays", async ({ page }) => {
  await signIn(page, { email: author.email, password: "not the password" });
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/is not right/);
  await expect(page.getByLabel("Password")).toBeFocused();
  await expect(page.getByLabel("Password")).toHaveValue("");
  await expect(page.getByLabel("E-mail address")).toHaveValue(author.email);
});

test("an address without an account is answered no differently", async ({ page }) => {
  await signIn(page, { email: "nobody@example.org", password: "not the password" });
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(
    "The e-mail address or the password is not right.",
  );
});

test("after ten wrong passwords one is told how long to wait, also with the right one", async ({
  add,
  visitor,
}) => {
  const person = await add("viewer");
  const page = await visitor();
  for (let i = 0; i < 10; i++) {
    await signIn(page, { ...person, password: `wrong number ${i}` });
    await expect(page.getByLabel("Password")).toHaveValue("");
  }
  await signIn(page, person);
  await expect(page.getByRole("alert").filter({ hasText: /Try again in 1[45] min/ })).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue(person.email);

  // The dialog over a form comes in by another door, to which the same tries count.
  const { csrfToken } = (await (await page.request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const answer = await page.request.post("/api/auth/callback/credentials", {
    headers: { origin: new URL(page.url()).origin },
    form: { csrfToken, email: person.email, password: person.password, json: "true" },
  });
  expect(answer.status()).toBe(401);
  expect(((await answer.json()) as { url: string }).url).toMatch(/error=throttled-\d+/);
});

test("signing out ends the session, also for a copy of its cookie", async ({ browser, visitor }) => {
  const page = await pageOf(browser, author);
  const copy = await visitor({ storageState: await page.context().storageState() });
  await copy.goto("/admin/account");
  await expect(copy.getByRole("heading", { name: "Your account" })).toBeVisible();

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/admin\/sign-in$/);

  await copy.reload();
  await expect(copy).toHaveURL(/\/admin\/sign-in/);
});

for (const next of ["//evil.example/admin", "https://evil.example", "/admin/../kazakhstan-mexico"])
  test(`signing in does not lead to ${next}`, async ({ page }) => {
    await page.goto(`/admin/sign-in?next=${encodeURIComponent(next)}`);
    await signIn(page, author);
    await expect(page).toHaveURL(/^http:\/\/localhost:\d+\/admin$/);
  });

test("signing in anew ends the session that the browser had, also for a copy of its cookie", async ({
  browser,
  add,
  visitor,
}) => {
  const person = await add("author");
  const page = await pageOf(browser, person);
  const copy = await visitor({ storageState: await page.context().storageState() });
  // In a tab that shows the form since before the session began.
  const { csrfToken } = (await (await page.request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const answer = await page.request.post("/api/auth/callback/credentials", {
    headers: { origin: new URL(page.url()).origin },
    form: { csrfToken, email: person.email, password: person.password, json: "true" },
  });
  expect(answer.ok()).toBe(true);
  await copy.goto("/admin/account");
  await expect(copy).toHaveURL(/\/admin\/sign-in/);
  await page.goto("/admin/account");
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  await page.context().close();
});

test("scripts cannot read the session", async ({ page }) => {
  await signIn(page, author);
  await expect(page).toHaveURL(/\/admin$/);
  // What a script may read is the visitor's zone and when the desk was last used.
  const readable = await page.evaluate(() => document.cookie.split("; ").map((one) => one.split("=")[0]));
  expect(readable.filter((name) => !["", "entente-zone", "entente-visit"].includes(name!))).toEqual([]);
  const kept = await page.context().cookies();
  expect(kept.filter(({ httpOnly }) => httpOnly).length).toBeGreaterThan(0);
});

test("a foreign page can neither sign a visitor in nor out", async ({ browser, baseURL }) => {
  const page = await pageOf(browser, author);
  const headers = { origin: "http://evil.example" };
  for (const path of [
    "/admin/sign-in",
    "/admin/account",
    "/api/auth/callback/credentials",
    "/api/auth/signout",
  ]) {
    const withCookie = await page.request.post(path, { headers, form: { email: "a", password: "b" } });
    expect(withCookie.status(), path).toBe(403);
    const without = await fetch(`${baseURL}${path}`, { method: "POST", headers, body: new FormData() });
    expect(without.status, path).toBe(403);
  }
  await page.reload();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await page.context().close();
});

test("the set-up page is of no use once there are accounts", async ({ page }) => {
  await page.goto("/admin/setup#whatever");
  await expect(page.getByText("There are accounts already")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
});

test("one signs in, fails to and signs out without scripts", async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false });
  await signIn(page, { email: author.email, password: "not the password" });
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/is not right/);
  await expect(page.getByLabel("E-mail address")).toHaveValue(author.email);
  await signIn(page, author);
  await expect(page).toHaveURL(/\/admin$/);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/admin\/sign-in$/);
});
