import { expect, type Page } from "@playwright/test";
import { pageOf, signIn, test } from "./support/accounts";
import { barriersInBoth } from "./support/barriers";
import { addSecondStep, appCode } from "./support/members";
import { one } from "./support/traces";

const giveCode = async (page: Page, code: string) => {
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Sign in" }).click();
};

const useApp = async (page: Page, code: string, password: string) => {
  await page.getByRole("textbox", { name: "Code" }).fill(code);
  await page.getByRole("textbox", { name: "Your password" }).fill(password);
  await page.getByRole("button", { name: "Use this app" }).click();
};

test("an app that was set up is asked for at the next sign-in, and each of its codes is good once", async ({
  add,
  browser,
  visitor,
}) => {
  const person = await add("author");
  const page = await pageOf(browser, person);
  await page.goto("/admin/account");
  await page.getByRole("link", { name: "Set up an app" }).click();
  await expect(page.getByRole("img", { name: /picture/ })).toBeVisible();
  expect(await barriersInBoth(page, { what: "setting up a second step" })).toEqual([]);
  const secret = (await page.locator("code").innerText()).replaceAll(" ", "");
  const codes = page.getByRole("listitem").filter({ hasText: /^(\w{4}-){5}\w{4}$/ });
  const [recovery = ""] = await codes.allInnerTexts();
  await useApp(page, "no code", person.password);
  await expect(page.getByRole("textbox", { name: "Code" })).toHaveAccessibleDescription(/not right/);
  // What the app shows fits also after the form was answered.
  const used = appCode(secret);
  await useApp(page, used, person.password);
  await expect(page.getByText("Signing in takes a code of your app")).toBeVisible();
  await page.goto("/admin/account");
  const left = (of: Page) => of.getByRole("region", { name: "Recovery codes" }).getByText(/You have/);
  await expect(left(page)).toContainText("You have 10 left.");

  const elsewhere = await visitor();
  await elsewhere.goto("/admin/sources");
  await signIn(elsewhere, person);
  await expect(elsewhere).toHaveURL(/\/admin\/sign-in\/code\?next=/);
  expect(await barriersInBoth(elsewhere, { what: "the second step" })).toEqual([]);
  await elsewhere.goto("/admin/sources");
  await giveCode(elsewhere, used);
  await expect(elsewhere.getByLabel("Code")).toHaveAccessibleDescription(/used already/);
  await giveCode(elsewhere, recovery);
  await expect(elsewhere).toHaveURL(/\/admin\/sources$/);
  await elsewhere.goto("/admin/account");
  await expect(left(elsewhere)).toContainText("You have 9 left.");
  await page.context().close();
});

test("a lost second step is taken away by two admins, and the password alone lets its holder in", async ({
  add,
  browser,
  visitor,
}) => {
  const [person, first, second] = [await add("editor"), await add("admin"), await add("admin")];
  const { id } = await one<{ id: string }>(`SELECT "id" FROM "User" WHERE "email" = $1`, person.email);
  await addSecondStep(id);
  const [beginner, other] = [await pageOf(browser, first), await pageOf(browser, second)];
  await beginner.goto(`/admin/people/${id}`);
  await beginner.getByRole("button", { name: "Begin to take it away" }).click();
  await expect(beginner.getByText(`${first.name} has begun to take it away`)).toBeVisible();
  await expect(beginner.getByRole("button", { name: "Take it away" })).toHaveCount(0);
  await other.goto(`/admin/people/${id}`);
  await other.getByRole("button", { name: "Take it away" }).click();
  await expect(other.getByRole("heading", { name: "Two steps" })).toHaveCount(0);
  const page = await visitor();
  await signIn(page, person);
  await expect(page).toHaveURL(/\/admin$/);
  for (const admin of [beginner, other]) await admin.context().close();
});
