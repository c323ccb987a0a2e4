import { type Browser, type BrowserContextOptions, type Page, test as base } from "@playwright/test";
import { people, type RoleName } from "./people";

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
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** A page in a browser of its own where that person is signed in. */
export async function pageOf(browser: Browser, person: Pick<Person, "email" | "password">): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, person);
  await page.waitForURL(/\/admin$/);
  return page;
}

let made = 0;

interface Fixtures {
  /** A page of the admin that every run has. */
  admin: Page;
  /** Adds somebody with that role, as an admin does. */
  add(role: RoleName): Promise<Person>;
  /** A browser of its own for somebody who is not signed in. */
  visitor(options?: BrowserContextOptions): Promise<Page>;
}

export const test = base.extend<Fixtures>({
  admin: async ({ browser }, use) => {
    const page = await pageOf(browser, people.admin);
    await use(page);
    await page.context().close();
  },
  add: async ({ admin }, use, { workerIndex }) => {
    await use(async (role) => {
      const name = `Person ${workerIndex}-${++made}`;
      const email = `person-${workerIndex}-${made}@example.org`;
      await admin.goto("/admin/people");
      await admin.getByLabel("Name").fill(name);
      await admin.getByLabel("E-mail address").fill(email);
      await admin.getByLabel("Role").selectOption(role);
      await admin.getByRole("button", { name: "Add" }).click();
      const shown = admin.getByLabel(`Password of ${name}`);
      return { role, name, email, password: await shown.inputValue() };
    });
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
