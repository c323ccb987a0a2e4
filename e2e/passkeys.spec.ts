import { expect, type Page } from "@playwright/test";
import { pageOf, signIn, test } from "./support/accounts";
import { barriersInBoth } from "./support/barriers";

/** Gives a page's browser a device that keeps passkeys and verifies who holds it: Chromium's own, in software. */
async function plugIn(page: Page) {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return {
    /** Has the device verify its holder, or refuse to. */
    verify: (isUserVerified: boolean) =>
      client.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}

const passkeys = (page: Page) => page.getByRole("region", { name: "Passkeys" });

/** Adds a passkey at the account's page. */
async function add(page: Page, name: string): Promise<void> {
  await page.goto("/admin/account");
  await passkeys(page).getByLabel("Name of the passkey").fill(name);
  await passkeys(page).getByRole("button", { name: "Add a passkey" }).click();
  await expect(passkeys(page).getByText(`“${name}” is added`)).toBeVisible();
}

test("a passkey that was added signs in by itself, and after its removal no more", async ({
  add: hire,
  browser,
}) => {
  const person = await hire("author");
  const page = await pageOf(browser, person);
  const device = await plugIn(page);
  await page.goto("/admin/account");
  expect(await barriersInBoth(page, { what: "one's own account" })).toEqual([]);
  await add(page, "Work laptop");
  await expect(passkeys(page).getByRole("cell", { name: "Work laptop" })).toBeVisible();
  expect(await barriersInBoth(page, { what: "one's own passkeys" })).toEqual([]);
  // Another one on the same device is no other one.
  await passkeys(page).getByRole("button", { name: "Add a passkey" }).click();
  await expect(passkeys(page).getByText("is on this device already")).toBeVisible();

  await page.context().clearCookies();
  await page.goto("/admin/sources");
  await device.verify(false);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByText("No passkey came")).toBeVisible();
  expect(await barriersInBoth(page, { what: "signing in by a passkey" })).toEqual([]);
  await device.verify(true);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL(/\/admin\/sources$/);

  await page.goto("/admin/account");
  await passkeys(page).getByText("Remove", { exact: true }).click();
  await passkeys(page).getByRole("button", { name: "Remove: Work laptop" }).click();
  await expect(passkeys(page).getByRole("cell", { name: "Work laptop" })).toHaveCount(0);
  await page.context().clearCookies();
  await page.goto("/admin/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByText("This passkey was not taken")).toBeVisible();
  await page.context().close();
});

test("a passkey is the second step after the password", async ({ add: hire, browser }) => {
  const person = await hire("editor");
  const page = await pageOf(browser, person);
  await plugIn(page);
  await add(page, "Phone");
  await page.context().clearCookies();
  await page.goto("/admin/sources");
  await signIn(page, person);
  await expect(page).toHaveURL(/\/admin\/sign-in\/code\?next=/);
  await expect(page.getByRole("textbox", { name: "Code" })).toHaveCount(0);
  expect(await barriersInBoth(page, { what: "a passkey as second step" })).toEqual([]);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page).toHaveURL(/\/admin\/sources$/);
  await page.context().close();
});

test("whose session has ended over a form signs in again by a passkey, and nothing typed is lost", async ({
  add: hire,
  browser,
}) => {
  const person = await hire("author");
  const page = await pageOf(browser, person);
  const device = await plugIn(page);
  await add(page, "Phone");
  // Where others' dossiers are there too, a form without one asks for which it is.
  const found = await page.request.get("/admin/dossiers/choices?q=Kazakhstan+Mexico");
  const { choices } = (await found.json()) as { choices: { id: string; title: string }[] };
  const dossier = choices.find(({ title }) => title === "Kazakhstan–Mexico");
  await page.goto(`/admin/visits/new?dossier=${dossier?.id}`);
  await expect(page.getByRole("combobox", { name: "Visitor" })).toBeVisible();
  await page.context().clearCookies({ name: "entente-session" });
  await page.getByRole("combobox", { name: "Visitor" }).fill("Typed before the session ended");
  await page.getByRole("button", { name: "Save draft" }).click();
  const dialog = page.getByRole("dialog", { name: "Your session has ended" });
  await expect(dialog).toBeVisible();
  await device.verify(false);
  await dialog.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(dialog.getByRole("alert")).toContainText("No passkey came");
  expect(await barriersInBoth(page, { what: "signing in again over a form" })).toEqual([]);
  await device.verify(true);
  await dialog.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("region", { name: "State and actions" }).getByRole("status")).toHaveText(
    "Draft saved.",
  );
  await expect(page.getByRole("combobox", { name: "Visitor" })).toHaveValue("Typed before the session ended");
  await page.context().close();
});

test("who has lost all passkeys comes in by the password and a recovery code, once for each", async ({
  add: hire,
  browser,
}) => {
  const person = await hire("author");
  const page = await pageOf(browser, person);
  await plugIn(page);
  await page.goto("/admin/account");
  const recovery = page.getByRole("region", { name: "Recovery codes" });
  await expect(recovery).toHaveCount(0);
  await add(page, "Key ring");
  await page.reload();
  await expect(recovery).toContainText("You have none.");
  await recovery.getByRole("button", { name: "Make codes" }).click();
  const codes = (await recovery.getByRole("textbox", { name: "Recovery codes" }).inputValue()).split("\n");
  expect(codes).toHaveLength(10);
  await expect(recovery).toContainText("You have 10 left.");
  expect(await barriersInBoth(page, { what: "recovery codes" })).toEqual([]);

  const elsewhere = await (await browser.newContext()).newPage();
  const give = async (code: string) => {
    await elsewhere.goto("/admin/sign-in?next=/admin/sources");
    await signIn(elsewhere, person);
    await elsewhere.getByRole("textbox", { name: "Recovery code" }).fill(code);
    await elsewhere.getByRole("button", { name: "Sign in", exact: true }).click();
  };
  await give(codes[0]!);
  await expect(elsewhere).toHaveURL(/\/admin\/sources$/);
  await elsewhere.goto("/admin/account");
  await expect(elsewhere.getByRole("region", { name: "Recovery codes" })).toContainText("You have 9 left.");
  await elsewhere.context().clearCookies();
  await give(codes[0]!);
  await expect(elsewhere.getByText("not right, or was used already")).toBeVisible();
  expect(await barriersInBoth(elsewhere, { what: "a recovery code as second step" })).toEqual([]);
  await elsewhere.context().close();
  await page.context().close();
});

test("without scripts passkeys are not offered, and the page says why", async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto("/admin/sign-in");
  await expect(page.locator("noscript p")).toContainText("Passkeys need scripts");
  await expect(page.getByRole("button", { name: "Sign in with a passkey" })).toHaveCount(0);
});
