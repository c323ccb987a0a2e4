/** The whole way of a record on a dossier of its own, which goes to the trash with all that is in it at the end. */
import { randomBytes } from "node:crypto";
import { type DeskRecord, doWith, makeRecord } from "../support/plain-desk";
import { PlainBrowser, signInPlainly } from "../support/plain-browser";
import { until as eventually } from "../../tests/support/until";
import { hold, type Story } from "./check";
import { firstSource } from "@/tests/support/rows";

/** Who signs in: an account that may publish. */
export interface Editor {
  email: string;
  password: string;
}

// Uninhabited: no real dossier is about them.
const pair = { countryA: "BV", countryB: "HM" };

/** Waits for what the story needs; what never comes is a fault of the deployment. */
async function until(what: string, holds: () => Promise<boolean>, within = 5000): Promise<void> {
  await eventually(what, holds, { within, every: 100 }).catch((error: Error) => hold(false, error.message));
}

/** The story of one scratch dossier, told by an editor. */
export function editing(editor: Editor): Story {
  return {
    name: "an editor writes, publishes, changes and takes down a record on a scratch dossier",
    async tell({ browser: reader }) {
      const browser = new PlainBrowser(reader.settings);
      await signInPlainly(browser, editor);
      const made: DeskRecord[] = [];
      try {
        await tell(browser, reader, made);
      } finally {
        const left = await putAway(browser, made);
        if (left.length > 0) console.log(`      left behind: ${left.join(", ")}`);
        await signOut(browser);
      }
    },
  };
}

async function tell(browser: PlainBrowser, reader: PlainBrowser, made: DeskRecord[]): Promise<void> {
  const mark = randomBytes(4).toString("hex");
  const slug = `deployment-check-${mark}`;
  const keep = (record: DeskRecord) => (made.push(record), record);
  const idOf = ({ path }: DeskRecord) => path.split("/").at(-1)!;
  const source = keep(await makeRecord(browser, "sources", { title: `Deployment check ${mark}` }));
  const cited = { [firstSource]: idOf(source) };
  const summary = "A check of this deployment; it is taken down at once.";
  const dossier = keep(await makeRecord(browser, "dossiers", { ...pair, slug, summary, ...cited }));
  await doWith(browser, dossier, "publish");

  const title = `Check ${mark}`;
  const draft = { title, type: "other", text: "First text.", ...cited };
  const event = keep(await makeRecord(browser, "history", draft, { dossier: idOf(dossier) }));
  const list = `/${slug}/history`;
  const textAt = async (path: string) => (await reader.open(path)).text;
  hold(!(await textAt(list)).includes(title), "a draft is to be seen by readers");

  const published = await doWith(browser, event, "publish");
  const [, path] = new RegExp(`href="(/${slug}/history/[a-z0-9-]+)"`).exec(published.page.text) ?? [];
  hold(path, "the desk does not say where the published record is");
  await until("the publication is to be read", async () => (await textAt(path)).includes("First text."));
  await until("the list has it", async () => (await textAt(list)).includes(title));

  await doWith(browser, event, "save", { text: "Second text." });
  hold((await textAt(path)).includes("First text."), "a saved draft is to be seen by readers");
  await doWith(browser, event, "publish");
  await until("the change is to be read", async () => (await textAt(path)).includes("Second text."));

  await doWith(browser, event, "unpublish");
  await until("the record is gone", async () => (await reader.open(path)).status === 404);
  for (const place of [list, `${list}.json`, `/${slug}/feed.atom`])
    await until(`${place} is without it`, async () => !(await textAt(place)).includes(title));
}

/** Trashes what the story made, newest first; returns the paths of what could not be. */
async function putAway(browser: PlainBrowser, made: DeskRecord[]): Promise<string[]> {
  const left: string[] = [];
  for (const record of made.reverse()) {
    const trashed = await doWith(browser, record, "trash").then(
      () => true,
      () => false,
    );
    if (!trashed) left.push(record.path);
  }
  return left;
}

async function signOut(browser: PlainBrowser): Promise<void> {
  // The desk's head holds the button that signs out, in a form with nothing else.
  const account = await browser.open("/admin/account");
  await browser.send(account.form(/^\$ACTION_ID_/), {});
}
