/** What the stories of the desk begin with: people at work in windows of their own, and records made for the story. */
import { randomUUID } from "node:crypto";
import { test as base, type BrowserContext, expect, type Locator, type Page } from "@playwright/test";
import { cookieOfRole, firstDossier, sessionCookies } from "./crew";
import { people, type RoleName } from "./people";
import { type FormValues, writeRecord } from "./records";
import { firstSource } from "@/tests/support/rows";

/** A person at the desk, in a browser of their own. */
export class Desk {
  constructor(
    readonly page: Page,
    readonly name: string,
    readonly scripts: boolean,
  ) {}

  get form(): Locator {
    return this.page.locator("form.record-form");
  }

  get bar(): Locator {
    return this.page.getByRole("region", { name: "State and actions" });
  }

  get alert(): Locator {
    return this.form.getByRole("alert").first();
  }

  /** Opens a page of the desk and waits until it can be typed in. */
  async open(path: string): Promise<this> {
    await this.page.goto(path);
    await this.ready();
    return this;
  }

  /** Opens an empty form of a list's kind, in the dossier Kazakhstan–Mexico, whatever other dossiers there are. */
  async openNew(list: string): Promise<this> {
    const found = await this.page.request.get("/admin/dossiers/choices?q=Kazakhstan+Mexico");
    const { choices } = (await found.json()) as { choices: { id: string; title: string }[] };
    const dossier = choices.find(({ title }) => title === "Kazakhstan–Mexico");
    return this.open(`/admin/${list}/new?dossier=${dossier?.id}`);
  }

  /** Scripts have to run before typing counts as unsaved; the bar's buttons are React's by then. */
  async ready(): Promise<void> {
    if (!this.scripts) return;
    await this.page.waitForFunction(() =>
      Object.keys(document.querySelector("form.record-form, .desk-nav") ?? {}).some((key) =>
        key.startsWith("__react"),
      ),
    );
  }

  field(label: string | RegExp, within: Locator = this.form): Locator {
    return within.getByLabel(typeof label === "string" ? labelled(label) : label).first();
  }

  /** Fills the fields with these labels, as a text or as a choice. */
  async fill(values: Record<string, string>, within?: Locator): Promise<this> {
    for (const [label, value] of Object.entries(values)) {
      const field = this.field(label, within);
      if ((await field.evaluate((one) => one.tagName)) === "SELECT")
        await field.selectOption({ label: value });
      else await field.fill(value);
      // A list of what is found would lie over what is below; it goes once one goes on.
      if ((await field.getAttribute("role")) === "combobox") await field.blur();
    }
    return this;
  }

  /** Chooses a source for the nth citation by typing the beginning of its title. */
  async cite(title = "Kazakhstan–Mexico relations", citation = 1): Promise<this> {
    const row = this.page.getByRole("group", { name: `Citation ${citation}` });
    await row.getByRole("combobox", { name: "Source" }).fill(title);
    await row
      .getByRole("option", { name: new RegExp(`^${escaped(title)}`) })
      .first()
      .click();
    await expect(row.getByRole("link", { name: title })).toBeVisible();
    return this;
  }

  async press(button: string): Promise<this> {
    await this.bar.getByRole("button", { name: button, exact: true }).click();
    return this;
  }

  /** Saves a draft and waits for the answer. */
  async save(): Promise<this> {
    await this.press("Save draft");
    await expect(this.bar.getByRole("status")).toHaveText("Draft saved.");
    return this;
  }

  async publish(): Promise<this> {
    await this.press("Publish");
    await expect(this.bar.getByText("Published", { exact: true })).toBeVisible();
    return this;
  }

  async more(action: string): Promise<void> {
    await this.bar.getByText("More actions").click();
    await this.bar.getByRole("button", { name: action }).click();
  }

  /** What readers are sent at the record's address on the site. */
  async whatReadersSee(): Promise<string> {
    const onSite = this.bar.getByRole("link", { name: "Read it on the site", includeHidden: true });
    return (await this.page.request.get((await onSite.getAttribute("href"))!)).text();
  }

  get path(): string {
    return new URL(this.page.url()).pathname;
  }
}

/** A field with this label, whether it may stay empty or not. */
const labelled = (label: string) => new RegExp(`^${escaped(label)}( \\(optional\\))?$`);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A word that nothing else of the run holds. */
export const unique = () => randomUUID().slice(0, 8);

/** Puts a person's session into a window: signing in by its form is what e2e/sign-in.spec.ts is about. */
async function enter(context: BrowserContext, role: RoleName): Promise<void> {
  await context.addCookies(await sessionCookies(await cookieOfRole(role)));
}

interface Fixtures {
  /** A person with this role, signed in. */
  as: (
    role: RoleName,
    options?: { scripts?: boolean; viewport?: { width: number; height: number } },
  ) => Promise<Desk>;
  /** An editor and an admin who have the same record open. */
  bothAt: (path: string) => Promise<[editor: Desk, admin: Desk]>;
  /** The path at the desk of a draft visit of this visitor, complete but for what the story changes. */
  makeVisit: (visitor?: string, more?: FormValues) => Promise<string>;
}

export const test = base.extend<Fixtures>({
  as: async ({ browser, baseURL }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (role, { scripts = true, viewport = { width: 1280, height: 900 } } = {}) => {
      const context = await browser.newContext({
        baseURL,
        javaScriptEnabled: scripts,
        viewport,
      });
      contexts.push(context);
      await enter(context, role);
      return new Desk(await context.newPage(), people[role].name, scripts);
    });
    for (const context of contexts) await context.close();
  },
  bothAt: async ({ as }, use) => {
    await use(async (path) => {
      const [editor, admin] = [await as("editor"), await as("admin")];
      await editor.open(path);
      await admin.open(path);
      return [editor, admin];
    });
  },
  makeVisit: async ({}, use) => {
    await use(async (visitor = `Visitor ${unique()}`, more = {}) => {
      const { dossierId, source } = await firstDossier();
      const { id } = await writeRecord({
        kind: "visit",
        intent: "save",
        values: { ...visitValues, visitor, [firstSource]: source, ...more },
        dossierId,
        cookie: await cookieOfRole("editor"),
      });
      return `/admin/visits/${id}`;
    });
  },
});

/** What the form of such a visit sends. */
const visitValues = {
  from: "MX",
  to: "KZ",
  office: "Minister of Culture",
  rank: "minister",
  type: "working",
  began: "2019-05-07",
};

/** A complete visit, by the labels of its form. */
export const visitFields = {
  "Visiting country": "Mexico",
  "Visited country": "Kazakhstan",
  "Office held at the time": "Minister of Culture",
  Rank: "Minister",
  "Type of visit": "Working",
  "First day": "2019-05-07",
};

export { expect };
