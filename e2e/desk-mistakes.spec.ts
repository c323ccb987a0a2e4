/** Bad input: a clear message, nothing lost. */
import { expect, test, unique, visitFields } from "./support/fixtures";

test("a draft keeps all that was typed with what is wrong beside each field, and is published once it is put right", async ({
  as,
}) => {
  const editor = await as("editor");
  await editor.openNew("visits");
  await editor.fill({
    ...visitFields,
    "Visited country": "Mexico",
    Visitor: "<b>Somebody</b>",
    "First day": "soon after Easter 2014",
    "Last day": "2014-02-30",
    Purpose: "x".repeat(4100),
  });
  const isSaidBeside = async () => {
    await expect(editor.field("First day")).toHaveAccessibleDescription(/Write the date as/);
    await expect(editor.field("First day")).toHaveAttribute("aria-invalid", "true");
    await expect(editor.field("Last day")).toHaveAccessibleDescription(/no such day/);
    await expect(editor.field(/^Purpose/)).toHaveAccessibleDescription(
      /At most 4000 characters; this has 4100/,
    );
    await expect(editor.field("Visited country")).toHaveAccessibleDescription(
      /A visit leads to the other country/,
    );
  };
  const isAsTyped = async () => {
    await expect(editor.field("Visitor")).toHaveValue("<b>Somebody</b>");
    await expect(editor.field("First day")).toHaveValue("soon after Easter 2014");
    await expect(editor.field("Last day")).toHaveValue("2014-02-30");
    await expect(editor.field(/^Purpose/)).toHaveValue("x".repeat(4100));
  };
  await editor.save();
  await expect(editor.page.getByText("Saved. Before it is published, look at this:")).toBeVisible();
  await isSaidBeside();
  await isAsTyped();
  await expect(editor.page).toHaveURL(/\/admin\/visits\/[0-9a-f-]{36}$/);
  await editor.page.reload();
  await isSaidBeside();
  await isAsTyped();

  await editor.press("Publish");
  await expect(editor.alert).toContainText("5 things need another look");
  await expect(editor.field("Visited country")).toBeFocused();
  await isSaidBeside();

  await editor.fill({ "First day": "2014-02-03", "Last day": "2014-01", Purpose: "Short" });
  await editor.press("Publish");
  await expect(editor.alert).toContainText("A visit leads to the other country.");
  await expect(editor.alert).toContainText("The last day is before the first.");
  await editor.alert.getByRole("link", { name: /last day is before/ }).click();
  await expect(editor.field(/^Last day/)).toBeFocused();
});

test("what a word processor leaves in pasted text is cleaned at once, said beside the field, and kept clean", async ({
  as,
}) => {
  const editor = await as("editor");
  await editor.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await editor.openNew("visits");
  const paste = async (label: string | RegExp, text: string) => {
    await editor.page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
    await editor.field(label).click();
    await editor.page.keyboard.press("ControlOrMeta+v");
  };
  await editor.fill(visitFields);
  await editor.field("Visitor").clear();
  await paste("Visitor", "A\u00A0pasted\uF0B7 name");
  await expect(editor.field("Visitor")).toHaveValue("A pasted name");
  await expect(
    editor.page.getByRole("status").filter({ hasText: "Cleaned what was pasted: 2" }),
  ).toBeVisible();
  await paste(/^Purpose/, "\uF0B7 one\u000B\uF0B7 two");
  await expect(editor.field(/^Purpose/)).toHaveValue("• one\n• two");
  await editor.save();
  await expect(editor.page).toHaveURL(/\/admin\/visits\/[\da-f-]{36}/);
  await editor.page.reload();
  await expect(editor.field("Visitor")).toHaveValue("A pasted name");
  await expect(editor.field(/^Purpose/)).toHaveValue("• one\n• two");
});

test("a problem in a row is shown in that row, whatever empty rows stand before it", async ({ as }) => {
  const editor = await as("editor");
  await editor.openNew("visits");
  await editor.fill({ ...visitFields, Visitor: "Somebody" });
  await editor.page.getByRole("button", { name: "Add meeting" }).click();
  await editor.page.getByRole("button", { name: "Add meeting" }).click();
  await editor.fill({ Office: "Minister" }, editor.page.getByRole("group", { name: "Meeting 2" }));
  await editor.press("Publish");
  await expect(editor.alert).toContainText("Meeting 2: Met with");
  await expect(editor.alert).toContainText("Cite at least one source");
  await expect(editor.field("Met with", editor.page.getByRole("group", { name: "Meeting 2" }))).toBeFocused();
});

test("the editor who saves second is told who was first, keeps what they typed, and chooses field by field", async ({
  bothAt,
  makeVisit,
}) => {
  const path = await makeVisit();
  const [first, second] = await bothAt(path);

  await first.fill({ Visitor: "The first minister", Places: "Astana" });
  await first.save();
  await second.fill({ Visitor: "The second minister", "Office held at the time": "Minister of Trade" });
  await second.press("Save draft");

  await expect(second.alert).toContainText(`${first.name} saved this record while you were editing it`);
  await expect(second.field("Visitor")).toHaveValue("The second minister");
  const visitor = second.alert.getByRole("group", { name: /^Visitor/ });
  await expect(visitor).toContainText("The first minister");
  await expect(visitor).toContainText("The second minister");
  // What only one side changed goes together by itself; between two, the one who saves second has to choose.
  await expect(second.alert.getByRole("group")).toHaveCount(1);
  await expect(second.alert).toContainText("Taken in from there: Places.");
  for (const radio of await visitor.getByRole("radio").all()) await expect(radio).not.toBeChecked();
  for (const button of ["Save with these choices", "Fill in the form and go on editing"]) {
    await second.alert.getByRole("button", { name: button }).click();
    await expect(visitor.getByRole("radio").first()).toBeFocused();
    await expect(visitor).toHaveAccessibleDescription("Choose which of the two to keep.");
  }
  await visitor.getByRole("radio", { name: /The second minister/ }).check();
  await expect(visitor).not.toContainText("Choose which");
  await second.alert.getByRole("button", { name: "Save with these choices" }).click();
  await expect(second.bar.getByRole("status")).toHaveText("Draft saved.");
  await expect(second.field("Visitor")).toHaveValue("The second minister");
  await expect(second.field("Office held at the time")).toHaveValue("Minister of Trade");
  await expect(second.field("Places")).toHaveValue("Astana");
  await second.page.reload();
  await expect(second.field("Visitor")).toHaveValue("The second minister");
  await expect(second.field("Places")).toHaveValue("Astana");
});

test("two editors who change different meetings lose none, and are asked only of the one that both changed", async ({
  as,
  bothAt,
}) => {
  const owner = await as("editor");
  await owner.openNew("visits");
  await owner.fill({ ...visitFields, Visitor: unique() });
  for (const [index, host] of ["Ann", "Bea"].entries()) {
    await owner.page.getByRole("button", { name: "Add meeting" }).click();
    const row = owner.page.getByRole("group", { name: `Meeting ${index + 1}` });
    await owner.fill({ "Met with": host, Manner: "Official" }, row);
  }
  await owner.save();
  await expect(owner.page).toHaveURL(/\/admin\/visits\/[0-9a-f-]{36}/);
  const path = new URL(owner.page.url()).pathname;
  const [first, second] = await bothAt(path);

  // One is added above the others, one is changed.
  await first.page.getByRole("button", { name: "Add meeting" }).click();
  const added = first.page.getByRole("group", { name: "Meeting 3" });
  await first.fill({ "Met with": "Cem", Manner: "Official" }, added);
  await first.page.getByRole("button", { name: "Move Meeting 3 up" }).click();
  await first.page.getByRole("button", { name: "Move Meeting 2 up" }).click();
  await first.fill({ "Met with": "Beatrice" }, first.page.getByRole("group", { name: "Meeting 3" }));
  await first.save();
  await second.fill({ "Met with": "Anna" }, second.page.getByRole("group", { name: "Meeting 1" }));
  await second.fill({ "Met with": "Bernice" }, second.page.getByRole("group", { name: "Meeting 2" }));
  await second.press("Save draft");

  await expect(second.alert).toContainText("while you were editing it");
  await expect(second.alert.getByRole("group")).toHaveCount(1);
  const both = second.alert.getByRole("group", { name: /^Meeting 3/ });
  for (const radio of await both.getByRole("radio").all()) await expect(radio).not.toBeChecked();
  await both.getByRole("radio", { name: /Bernice/ }).check();
  await second.alert.getByRole("button", { name: "Save with these choices" }).click();
  await expect(second.bar.getByRole("status")).toHaveText("Draft saved.");
  await second.page.reload();
  for (const [index, host] of ["Cem", "Anna", "Bernice"].entries())
    await expect(
      second.field("Met with", second.page.getByRole("group", { name: `Meeting ${index + 1}` })),
    ).toHaveValue(host);
});

test("an editor who is told of another's save can take theirs instead", async ({ bothAt, makeVisit }) => {
  const path = await makeVisit();
  const [first, second] = await bothAt(path);
  await first.fill({ Visitor: "The first minister" });
  await first.save();
  await second.fill({ Visitor: "The second minister" });
  await second.press("Save draft");
  await second.alert.getByRole("radio", { name: /The first minister/ }).check();
  await second.alert.getByRole("button", { name: "Fill in the form" }).click();
  await expect(second.field("Visitor")).toHaveValue("The first minister");
  await second.press("Save draft");
  await expect(second.bar.getByRole("status")).toContainText("Nothing has changed");
});

test("Ctrl+S saves", async ({ as, makeVisit }) => {
  const editor = await as("author");
  await editor.open(await makeVisit());
  await editor.fill({ Purpose: `Talks ${unique()}` });
  await editor.field(/^Purpose/).press("Control+s");
  await expect(editor.bar.getByRole("status")).toHaveText("Draft saved.");
});

test("when the server cannot be reached nothing is lost, and trying again saves", async ({
  as,
  makeVisit,
}) => {
  const editor = await as("editor");
  await editor.open(await makeVisit());
  await editor.fill({ Visitor: "Typed on the train" });
  await editor.page.context().setOffline(true);
  await editor.press("Save draft");
  await expect(editor.alert).toContainText("No answer came from the server");
  await editor.page.context().setOffline(false);
  await editor.alert.getByRole("button", { name: "Try again" }).click();
  await expect(editor.bar.getByRole("status")).toHaveText("Draft saved.");
  await expect(editor.field("Visitor")).toHaveValue("Typed on the train");
});

test("a year of trade outside the bounds is refused while it is typed, a fiscal year is read back, and a shared sign is asked", async ({
  as,
}) => {
  const editor = await as("editor");
  await editor.openNew("trade");
  const year = editor.field("Year");
  await year.pressSequentially("1750");
  await expect(editor.page.getByText("Years run from 1800 to 2100 here.", { exact: true })).toBeVisible();
  await year.fill("2013-14");
  await expect(editor.page.getByText("Reads: 2013–14, a fiscal year", { exact: true })).toBeVisible();
  await year.fill("FY2015");
  await editor.page.getByRole("button", { name: "Use 2014–15" }).click();
  await expect(year).toHaveValue("2014-15");

  await editor.field(/^Total/).fill("¥ 5 bn");
  await expect(editor.page.getByText(/5 billion\).*Choose the currency below/)).toBeVisible();
  await editor.page.getByRole("button", { name: /^Make the record Chinese Yuan/ }).click();
  await expect(editor.field("Currency")).toHaveValue("CNY");
});

test("without scripts a mistake keeps what was typed, a draft is saved with it, and a correction saves", async ({
  as,
}) => {
  const visitor = `Visitor ${unique()}`;
  const editor = await as("editor", { scripts: false });
  await editor.openNew("visits");
  await editor.fill({
    ...visitFields,
    Visitor: `\u202E${visitor}\u202C\uFEFF\uF0B7`,
    "First day": "someday",
  });
  await editor.press("Publish");
  await expect(editor.field("Visitor")).toHaveValue(visitor);
  // What a paste brought along is said to be made plain also where the rest is refused.
  const madePlain = editor.page
    .getByRole("status")
    .filter({ hasText: "Some of what was sent was made plain" });
  await expect(madePlain).toContainText(/Visitor: 4 characters were made plain/);
  await expect(editor.field("First day")).toHaveAccessibleDescription(/Write the date as/);
  await editor.press("Save draft");
  await expect(editor.page.getByRole("heading", { level: 1 })).toHaveText(`${visitor} to Kazakhstan`);
  await expect(editor.field("First day")).toHaveValue("someday");
  await expect(editor.field("First day")).toHaveAccessibleDescription(/Write the date as/);
  await editor.fill({ "First day": "2014", Visitor: `${visitor}\u00A0\uF0B7` });
  await editor.press("Save draft");
  await expect(editor.page.getByRole("heading", { level: 1 })).toHaveText(`${visitor} to Kazakhstan`);
  // What a paste brought along is made plain, and that is said.
  await expect(editor.field("First day")).toHaveValue("2014");
  await expect(editor.page.getByText(/^Made plain in what was sent: .* See Visitor\.$/)).toBeVisible();
});

test("without scripts a correction does not silently replace what another editor saved meanwhile", async ({
  as,
  makeVisit,
}) => {
  const path = await makeVisit();
  const [first, second] = [await as("editor"), await as("admin", { scripts: false })];
  await second.open(path);
  await first.open(path);
  await first.fill({ Visitor: "The first minister" });
  await first.save();

  await second.fill({ Visitor: "The second minister", "First day": "someday" });
  await second.press("Publish");
  await expect(second.field("First day")).toHaveAccessibleDescription(/Write the date as/);
  await second.fill({ "First day": "2014" });
  // Refused, and refused again: only the button that says so saves over the other's.
  for (let time = 0; time < 2; time += 1) {
    await second.press("Save draft");
    await expect(second.alert).toContainText(`${first.name} saved this record while you were editing it`);
    await expect(second.field("Visitor")).toHaveValue("The second minister");
  }
  await first.page.reload();
  await expect(first.field("Visitor")).toHaveValue("The first minister");
  await second.alert.locator('button[name="_over"]').click();
  await expect(second.page).toHaveURL(/did=save/);
  await expect(second.field("Visitor")).toHaveValue("The second minister");
});

test("a wrong or malformed address is a page that was not found", async ({ as }) => {
  const editor = await as("editor");
  for (const path of [
    "/admin/visits/not-an-id",
    "/admin/visits/00000000-0000-7000-8000-000000000000",
    "/admin/nonsense",
    "/admin/visits/00000000-0000-7000-8000-000000000000/preview",
  ])
    expect((await editor.page.goto(path))?.status(), path).toBe(404);
});
