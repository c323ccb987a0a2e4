import { type Browser, expect, type Page, test as base } from "@playwright/test";
import { client, startProvider, type TestProvider } from "../tests/support/sign-on-provider";
import { barriersInBoth } from "./support/barriers";
import { startTestServer } from "./support/server";

interface Ministry {
  /** A provider, and the address of a site whose people sign on there. */
  ministry: { provider: TestProvider; site: string };
}

const test = base.extend<object, Ministry>({
  ministry: [
    async ({}, use) => {
      const provider = await startProvider();
      const server = await startTestServer({
        label: "sign_on",
        settings: {
          ...{ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret },
          ...{ OIDC_NAME: "The ministry", OIDC_ACCOUNTS: "make", OIDC_SCOPE: "openid email profile desk" },
          ...{ OIDC_ROLE_CLAIM: "groups", OIDC_ROLES: "desk writers=author", OIDC_SIGN_OUT: "back" },
        },
      });
      provider.serve(server.url);
      await use({ provider, site: server.url });
      await server.stop();
      await provider.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

// One server for all.
test.describe.configure({ mode: "default" });

const button = (page: Page) => page.getByRole("link", { name: "Sign on with The ministry" });

/** Goes on to the provider from a page of the desk, in a browser of its own, and says there who one is. */
async function comeAs(browser: Browser, site: string, who: string, scripts: boolean): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
  await page.goto(`${site}/admin/visits`);
  await button(page).click();
  await page.getByLabel("Who are you?").fill(who);
  await page.getByRole("button", { name: "Go on" }).click();
  return page;
}

for (const scripts of [true, false])
  test(`people sign on at the ministry and come back to where they were, ${scripts ? "with" : "without"} scripts`, async ({
    browser,
    ministry: { provider, site },
  }) => {
    const who = scripts ? "dana" : "yerlan";
    const email = `${who}@ministry.example`;
    provider.people.set(who, { email, email_verified: true, name: "A writer", groups: ["desk writers"] });
    const page = await comeAs(browser, site, who, scripts);
    await expect(page).toHaveURL(`${site}/admin/visits`);
    await page.goto(`${site}/admin/account`);
    await expect(page.getByText(`A writer, ${email}, Author: writes drafts`)).toBeVisible();
    await expect(page.getByText("You signed on with The ministry.")).toBeVisible();
    await expect(page.getByText("Signing on with The ministry takes no further step")).toBeVisible();
    await expect(page.getByText("takes the password alone")).toHaveCount(0);
    await expect(page.getByLabel("Current password")).toHaveCount(0);
    await page.context().close();
  });

test("who signs out is led to sign out at the ministry too, and back, and is asked there who they are again", async ({
  browser,
  ministry: { provider, site },
}) => {
  const email = "saule@ministry.example";
  provider.people.set("saule", { email, email_verified: true, name: "Saule", groups: ["desk writers"] });
  const page = await comeAs(browser, site, "saule", true);
  await expect(page).toHaveURL(`${site}/admin/visits`);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(`${site}/admin/sign-in?out=here`);
  expect(await barriersInBoth(page, { what: "having signed out" })).toEqual([]);
  // There they have not signed out: it signs them on unasked.
  await button(page).click();
  await expect(page).toHaveURL(`${site}/admin`);

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("link", { name: "Sign out of The ministry too" }).click();
  await page.getByRole("button", { name: /sign me out/i }).click();
  await expect(page).toHaveURL(`${site}/admin/sign-in`);
  await button(page).click();
  await expect(page.getByLabel("Who are you?")).toBeVisible();
  await page.context().close();
});

test("who has no role at the desk is told so, and the page has no barriers", async ({
  browser,
  ministry: { provider, site },
}) => {
  const email = "visitor@ministry.example";
  provider.people.set("a visitor", { email, email_verified: true, name: "A visitor", groups: ["tennis"] });
  const page = await comeAs(browser, site, "a visitor", true);
  await expect(page.getByRole("alert").filter({ hasText: "gives you no role at this desk" })).toBeVisible();
  await expect(button(page)).toBeVisible();
  expect(await barriersInBoth(page, { what: "signing on" })).toEqual([]);
  await page.context().close();
});
