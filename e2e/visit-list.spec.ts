/** A ministry's list of visits, entered as it is printed. */
import { barriersInBoth } from "./support/barriers";
import { type Desk, expect, test, unique, visitFields } from "./support/fixtures";

/** The form's values but for the office, which the person's own record has. */
const { "Office held at the time": _office, ...withoutOffice } = visitFields;

async function begin(editor: Desk, values: Record<string, string>): Promise<void> {
  await editor.openNew("visits");
  await editor.fill(values);
}

/** Types a name and takes one of what is offered for it. */
async function choose(editor: Desk, typed: string, option: RegExp): Promise<void> {
  await editor.field("Visitor").fill(typed);
  await editor.page.getByRole("option", { name: option }).first().click();
}

async function publish(editor: Desk): Promise<void> {
  await editor.cite();
  await editor.publish();
}

test("an editor enters a visit list: a person made once and chosen again, a summit, a cancelled visit", async ({
  as,
  page,
}) => {
  const word = unique();
  const name = `Ana Ruiz ${word}`;
  const editor = await as("editor");

  await begin(editor, visitFields);
  await choose(editor, name, /^Make a new person: “Ana Ruiz/);
  const made = editor.page.getByRole("group", { name: "New person" });
  await expect(made).toContainText("Country: Mexico.");
  await expect(editor.field("Name", made)).toHaveValue(name);
  await editor.fill({ "Another name or spelling": `Ана Руис ${word}` }, made);
  await made.getByRole("button", { name: "Make and name them here" }).click();
  const person = editor.form.getByRole("link", { name, exact: true });
  await expect(person).toBeVisible();
  const personPath = await person.getAttribute("href");
  await publish(editor);

  await editor.open(personPath!);
  await editor.page.getByRole("button", { name: "Add office" }).click();
  const office = editor.page.getByRole("group", { name: "Office 1" });
  await editor.fill({ Office: "Minister of Culture", Rank: "Minister", From: "March 2018" }, office);
  await editor.press("Publish");
  await expect(editor.bar.getByRole("status")).toHaveText("Published.");

  await begin(editor, { ...withoutOffice, "First day": "4 March 2020", "Type of visit": "At a forum" });
  await editor.fill({ "Summit or forum": `Summit of Archives ${word}` });
  await choose(editor, `ruiz ${word}`, new RegExp(`^${name}`));
  await editor.form.getByRole("button", { name: /^Fill in: Minister of Culture \(/ }).click();
  await expect(editor.field("Office held at the time")).toHaveValue("Minister of Culture");
  await publish(editor);

  await begin(editor, { ...withoutOffice, "First day": "2021-05", "Cancelled or postponed": "Cancelled" });
  await choose(editor, `Ана Руис ${word}`, new RegExp(`^${name}`));
  await editor.fill({ "Office held at the time": "Minister of Culture" });
  await publish(editor);

  await expect(async () => {
    await page.goto(`/people/ana-ruiz-${word}`);
    await expect(page.getByRole("article").getByRole("listitem")).toHaveCount(3, { timeout: 1000 });
  }).toPass();
  const told = page.getByText("Visitor, Minister of Culture · Kazakhstan–Mexico");
  await expect(told.first()).toHaveText(/ · Cancelled$/);
  expect(await barriersInBoth(page)).toEqual([]);
  await page
    .getByRole("link", { name: `${name} to Kazakhstan` })
    .first()
    .click();
  await expect(page.getByText("This visit was cancelled: it did not take place.")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/people/ana-ruiz-${word}$`));
});
