/** Many records at once: chosen in a list, looked at, done with a reason for each that is not, and taken back. */
import { ownDossier } from "./support/access/prepare";
import { pageOf } from "./support/accounts";
import { barriersOf } from "./support/barriers";
import { cookieOfRole, firstDossier } from "./support/crew";
import { expect, test, unique } from "./support/fixtures";
import { addAccount, limitTo } from "./support/members";
import { writeRecord } from "./support/records";
import { firstSource } from "@/tests/support/rows";

test("ticked visits are published without scripts, the unfit one says why, and all is taken back in one step", async ({
  as,
  makeVisit,
}) => {
  const word = unique();
  for (const name of ["First", "Second"]) await makeVisit(`${name} ${word}`);
  await makeVisit(`Third ${word}`, { [firstSource]: "" });
  const { page } = await as("editor", { scripts: false });
  await page.goto(`/admin/visits?q=${word}`);
  await page.getByRole("button", { name: "Go on…" }).click();
  await expect(page.getByText("No record is chosen")).toBeVisible();
  for (const name of ["First", "Second", "Third"])
    await page.getByRole("checkbox", { name: `${name} ${word}` }).check();
  await page.getByRole("button", { name: "Go on…" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Publish: 3 records" })).toBeVisible();
  await page.getByLabel("Publish also what is unusual").check();
  await page.getByRole("button", { name: "Publish 3 records" }).click();
  await expect(page.getByRole("status")).toContainText("2 changed, 0 stood so already, 1 left as they were");
  await expect(page.getByText("Cite at least one source before publishing.")).toBeVisible();
  await page.getByRole("button", { name: "Take back all 2 changes" }).click();
  await expect(page.getByRole("status")).toContainText("2 changed, 0 stood so already, 0 left as they were");
  await page.goto(`/admin/visits?q=${word}&state=draft`);
  await expect(page.getByRole("rowheader")).toHaveCount(3);
});

test("what a page of before sends to set a field leads to the field's own form, and sets nothing yet", async ({
  as,
  makeVisit,
}) => {
  const word = unique();
  await makeVisit(`Only ${word}`);
  const { page } = await as("editor");
  await page.goto(`/admin/visits?q=${word}`);
  await page.getByRole("checkbox", { name: `Only ${word}` }).check();
  await page.getByRole("button", { name: "Go on…" }).click();
  const publish = page.getByRole("button", { name: "Publish 1 record" });
  await publish.evaluate((button: HTMLButtonElement) => {
    for (const [name, value] of Object.entries({ field: "office", value: "" })) {
      const input = Object.assign(document.createElement("input"), { type: "hidden", name, value });
      button.form?.append(input);
    }
  });
  await publish.click();
  await expect(page).toHaveURL(/\/admin\/bulk\/[^?]+\?field=office$/);
  await expect(publish).toBeVisible();
});

test("a date is set by the form's own input, what cannot be read is told beside it, and nothing is emptied by chance", async ({
  as,
  makeVisit,
}) => {
  const word = unique();
  for (const name of ["First", "Second"]) await makeVisit(`${name} ${word}`);
  const { page } = await as("editor");
  const begin = async (field: string) => {
    await page.goto(`/admin/visits?q=${word}`);
    await page.getByLabel("Records").selectOption("found");
    await page.getByLabel("What to do").selectOption("set");
    await page.getByRole("button", { name: "Go on…" }).click();
    await page.getByLabel("Field").selectOption({ label: field });
    await page.getByRole("button", { name: "Choose this field" }).click();
  };
  const set = () => page.getByRole("button", { name: "Set it in 2 records" }).click();
  await begin("Last day");
  const day = page.getByLabel("Last day", { exact: true });
  await day.fill("31 February 2021");
  await set();
  await expect(day).toHaveAttribute("aria-invalid", "true");
  await expect(day).toHaveValue("31 February 2021");
  await day.fill("9 May 2019");
  await expect(page.getByText("Reads: 9 May 2019")).toBeVisible();
  expect(await barriersOf(page)).toEqual([]);
  await set();
  await expect(page.getByRole("status")).toContainText("2 changed");

  await begin("Places");
  await page.getByLabel("Places", { exact: true }).fill("Astana");
  await set();
  await expect(page.getByRole("status")).toContainText("2 changed");

  await begin("Last day");
  await set();
  await expect(page.getByText("Say what it is to be.")).toBeVisible();
  await page.getByLabel("Empty it").check();
  await set();
  await expect(page.getByRole("status")).toContainText("2 changed");
});

test("all that a list finds gets another value, and what refers to records is told before they go", async ({
  as,
  makeVisit,
}) => {
  const word = unique();
  const { dossierId, source } = await firstDossier();
  const cookie = await cookieOfRole("editor");
  const values = { title: `Agreement ${word}`, type: "treaty", [firstSource]: source };
  const agreement = await writeRecord({ kind: "agreement", intent: "save", values, dossierId, cookie });
  await makeVisit(`First ${word}`, { agreements: agreement.id });
  await makeVisit(`Second ${word}`);
  const { page } = await as("editor");
  await page.goto(`/admin/visits?q=${word}`);
  await page.getByLabel("Records").selectOption("found");
  await page.getByLabel("What to do").selectOption("set");
  await page.getByRole("button", { name: "Go on…" }).click();
  await page.getByLabel("Field").selectOption({ label: "Type of visit" });
  await page.getByRole("button", { name: "Choose this field" }).click();
  await page.getByLabel("Type of visit").selectOption({ label: "Private" });
  await page.getByRole("button", { name: "Set it in 2 records" }).click();
  await expect(page.getByRole("status")).toContainText("2 changed");
  await page.goto(`/admin/visits?q=${word}&type=private`);
  await expect(page.getByRole("rowheader")).toHaveCount(2);

  await page.goto(`/admin/agreements?q=${word}`);
  await page.getByLabel("Records").selectOption("page");
  await page.getByLabel("What to do").selectOption("trash");
  await page.getByRole("button", { name: "Go on…" }).click();
  const breaks = page.getByRole("region", { name: "What refers to these" });
  await expect(breaks).toContainText("Drafts, which could not be published afterwards");
  await expect(breaks.getByRole("link", { name: `First ${word}` })).toBeVisible();
  expect(await barriersOf(page, { what: "a change of many records that is asked for" })).toEqual([]);
  await page.getByRole("button", { name: "Put 1 record in the trash" }).click();
  await expect(page.getByText("Left as it was")).toBeVisible();
  expect(await barriersOf(page, { what: "what became of many records" })).toEqual([]);
});

test("what was changed since stays when the rest is taken back, which is asked for once", async ({
  as,
  makeVisit,
}) => {
  const word = unique();
  for (const name of ["First", "Second", "Third"]) await makeVisit(`${name} ${word}`);
  const { page } = await as("editor");
  await page.goto(`/admin/visits?q=${word}`);
  await page.getByLabel("Records").selectOption("page");
  await page.getByRole("button", { name: "Go on…" }).click();
  await page.getByLabel("Publish also what is unusual").check();
  await page.getByRole("button", { name: "Publish 3 records" }).click();
  const done = page.url();
  await expect(page.getByRole("button", { name: "Take back all 3 changes" })).toBeVisible();

  // A colleague takes one down before the button is pressed.
  const colleague = await as("editor", { scripts: false });
  await colleague.page.goto(`/admin/visits?q=${word}`);
  await colleague.page.getByRole("checkbox", { name: `Second ${word}` }).check();
  await colleague.page.getByLabel("What to do").selectOption("unpublish");
  await colleague.page.getByRole("button", { name: "Go on…" }).click();
  await colleague.page.getByRole("button", { name: "Take 1 record off the site" }).click();
  await expect(colleague.page.getByRole("status")).toContainText("1 changed");

  await page.getByRole("button", { name: "Take back all 3 changes" }).click();
  const known = page.getByRole("checkbox", { name: "One of these records was changed since" });
  await expect(known).toBeVisible();
  await expect(page).toHaveURL(done);
  expect(await barriersOf(page, { what: "a change of many records that can be taken back in part" })).toEqual(
    [],
  );
  await known.check();
  await page.getByRole("button", { name: "Take back all 2 changes" }).click();
  await expect(page.getByRole("status")).toContainText("2 changed, 0 stood so already, 1 left as they were");
  await page.goto(`/admin/visits?q=${word}&state=draft`);
  await expect(page.getByRole("rowheader")).toHaveCount(3);
});

test("more than are done at once are followed until they are done, and so is taking them back", async ({
  as,
}) => {
  test.slow();
  const word = unique();
  const dossierId = await ownDossier();
  const cookie = await cookieOfRole("editor");
  const count = 52;
  const write = (at: number) =>
    writeRecord({
      ...{ kind: "event", intent: "save", dossierId, cookie },
      values: { title: `Event ${at} ${word}`, type: "other", text: "Made up." },
    } as const);
  for (let at = 0; at < count; at += 4) await Promise.all([0, 1, 2, 3].map((one) => write(at + one)));
  const { page } = await as("editor");
  await page.goto(`/admin/history?q=${word}`);
  await page.getByLabel("Records").selectOption("found");
  await page.getByLabel("What to do").selectOption("trash");
  await page.getByRole("button", { name: "Go on…" }).click();
  const told = page.getByRole("status").filter({ hasText: "changed" });
  const finished = `Finished. ${count} changed, 0 stood so already, 0 left as they were`;
  await page.getByRole("button", { name: `Put ${count} records in the trash` }).click();
  await expect(told).toContainText(finished, { timeout: 60_000 });
  await page.getByRole("button", { name: `Take back all ${count} changes` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Take back “Put in the trash”");
  await expect(told).toContainText(finished, { timeout: 60_000 });
});

test("who does not see all of its records is told why there is nothing to take back with", async ({
  as,
  browser,
}) => {
  const word = unique();
  const { dossierId } = await firstDossier();
  const cookie = await cookieOfRole("editor");
  for (const [title, of] of [
    ["Here", dossierId],
    ["Elsewhere", await ownDossier()],
  ]) {
    const values = { title: `${title} ${word}`, type: "other", text: "Made up." };
    await writeRecord({ kind: "event", intent: "save", values, dossierId: of!, cookie });
  }
  const { page } = await as("editor", { scripts: false });
  await page.goto(`/admin/history?q=${word}`);
  await page.getByLabel("Records").selectOption("page");
  await page.getByLabel("What to do").selectOption("trash");
  await page.getByRole("button", { name: "Go on…" }).click();
  await page.getByRole("button", { name: "Put 2 records in the trash" }).click();
  await expect(page.getByRole("button", { name: "Take back all 2 changes" })).toBeVisible();

  const limited = await addAccount("editor");
  await limitTo(limited.id, dossierId);
  const theirs = await pageOf(browser, limited);
  await theirs.goto(page.url());
  await expect(theirs.getByText("of dossiers that your account does not see")).toBeVisible();
  await expect(theirs.getByRole("button", { name: "Take back" })).toHaveCount(0);
  await theirs.context().close();
});
