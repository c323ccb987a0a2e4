import { type Browser, type BrowserContextOptions, type Page, test as base } from "@playwright/test";
import { cookieOfRole, newSession, sessionCookies } from "./crew";
import { addAccount } from "./members";
import type { RoleName } from "./people";

/** Someone with an account of their own, which no other test knows. */
export interface Person {
  role: RoleName;
  name: string;
  email: string;
  password: string;
}

/** Signs in on the sign-in page that is open, or on the plain one. */
export async function signIn(page: Page, person: Pick<Person, "email" | "password">): Promise<void> {
  if (!page.url().includes("/admin/sign-in")) await page.goto("/admin/sign-in");
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** A page of the desk in a browser of its own, in a new session of that person. */
export async function pageOf(browser: Browser, person: Pick<Person, "email">): Promise<Page> {
  const context = await browser.newContext();
  await context.addCookies(sessionCookies(await newSession(person)));
  const page = await context.newPage();
  await page.goto("/admin");
  return page;
}

interface Fixtures {
  /** A page of the admin that every run has. */
  admin: Page;
  /** Adds a person with that role. */
  add(role: RoleName): Promise<Person>;
  /** A browser of its own for a visitor who is not signed in. */
  visitor(options?: BrowserContextOptions): Promise<Page>;
}

export const test = base.extend<Fixtures>({
  admin: async ({ browser }, use) => {
    const context = await browser.newContext();
    await context.addCookies(sessionCookies(await cookieOfRole("admin")));
    await use(await context.newPage());
    await context.close();
  },
  add: async ({}, use) => {
    await use(addAccount);
  },
  visitor: async ({ browser }, use) => {
    const pages: Page[] = [];
    await use(async (options) => {
      const page = await (await browser.newContext(options)).newPage();
      pages.push(page);
      return page;
    });
    for (const page of pages) await page.context().close();
  },
});
