/** Each kind's form, from empty to published. */
import { expect, test, unique, visitFields } from "./support/fixtures";
import { yearsBetween } from "./support/years";
import { firstSource, inRow } from "@/tests/support/rows";

const pairOfYears = yearsBetween(1900, 1947, 2);
/** In which there were marks. */
const pairOfMarkYears = yearsBetween(1950, 1979, 2);
const yearOfMarks = yearsBetween(1840, 1845);
const productsYear = yearsBetween(1981, 2010);
/** Each begins three years; the newest of the dossier. */
const latestYears = yearsBetween(2030, 2089, 3);

test("an editor adds a visit with its meetings, publishes it, and readers see it", async ({ as, page }) => {
  const visitor = `Visitor ${unique()}`;
  const editor = await as("editor");
  await editor.openNew("visits");
  await editor.fill({ ...visitFields, Visitor: visitor });
  for (const [index, host] of ["Ann Host", "Bea Host"].entries()) {
    await editor.page.getByRole("button", { name: "Add meeting" }).click();
    const row = editor.page.getByRole("group", { name: `Meeting ${index + 1}` });
    await expect(editor.field("Met with", row)).toBeFocused();
    await editor.fill({ "Met with": host, Manner: "Official" }, row);
  }
  await editor.page.getByRole("button", { name: "Move Meeting 2 up" }).click();
  await expect(editor.field("Met with", editor.page.getByRole("group", { name: "Meeting 1" }))).toHaveValue(
    "Bea Host",
  );
  await editor.cite();
  const citation = editor.page.getByRole("group", { name: "Citation 1", exact: true });
  const supports = citation.locator("summary");
  await expect(supports).toHaveText("Supports: the record as a whole");
  await supports.press("Enter");
  await citation.getByRole("checkbox", { name: "Visitor", exact: true }).press("Space");
  await citation.getByRole("checkbox", { name: /^Meeting: Ann Host, Official: Met with$/ }).press("Space");
  await supports.press("Enter");
  // It is called by what is in its row, as that is typed, and stays with it when rows change places.
  await editor.fill({ "Met with": "Anna Host" }, editor.page.getByRole("group", { name: "Meeting 2" }));
  await editor.page.getByRole("button", { name: "Move Meeting 2 up" }).click();
  await expect(supports).toHaveText(/^Supports: 2 values: .*Anna Host, Official: Met with.*Visitor/);
  await editor.publish();
  await expect(editor.page.getByRole("heading", { level: 1 })).toHaveText(`${visitor} to Kazakhstan`);

  // Finished pages are made anew within moments of a publication.
  await expect(async () => {
    await page.goto("/kazakhstan-mexico/visits");
    await page.getByRole("link", { name: visitor }).first().click({ timeout: 1000 });
  }).toPass();
  await expect(page.getByRole("rowheader", { name: /^Anna Host[ \u200E]*Source \d+$/u })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "Bea Host", exact: true })).toBeVisible();
});

test("an editor enters a register entry with three signatories, one an organisation", async ({
  as,
  page,
}) => {
  const title = `Convention on Archives ${unique()}`;
  const editor = await as("editor");
  await editor.openNew("agreements");
  await editor.fill({ Title: title, Type: "Convention", Subject: "Culture" });
  const rowOf = async (one: string, number: number, fields: Record<string, string>) => {
    await editor.page.getByRole("button", { name: `Add ${one}` }).click();
    const name = `${one.charAt(0).toUpperCase()}${one.slice(1)} ${number}`;
    await editor.fill(fields, editor.page.getByRole("group", { name, exact: true }));
  };
  await rowOf("signatory", 1, { Country: "Kazakhstan", "Body that signed": "National Archive" });
  await rowOf("signatory", 2, { Country: "Mexico" });
  await rowOf("signatory", 3, { "Party by name": "Organisation of American States" });
  await rowOf("action", 1, {
    Party: "All parties",
    Action: "Signature",
    Date: "2020-02-11",
    Place: "Almaty",
  });
  // What follows is shown while it is typed, and stands so once it is saved.
  const signed = editor.page.getByRole("group", { name: "Signed on", exact: true });
  const status = editor.page.getByRole("group", { name: "In force", exact: true });
  await expect(signed).toContainText("Follows from the rest of the record: 11 February 2020");
  await expect(status).not.toContainText("Yes");
  await rowOf("action", 2, { Party: "All parties", Action: "Entry into force", Date: "2021" });
  await expect(status).toContainText("Follows from the rest of the record: Yes");
  await editor.cite();
  await editor.publish();
  await expect(status).toContainText("Follows from the rest of the record: Yes");
  // The form that the publication brings anew takes the place of this one, some moments later.
  await expect(editor.page).toHaveURL(/\/agreements\/[0-9a-f-]{36}/);
  await editor.open(editor.page.url());
  await status.getByRole("checkbox", { name: "Stated otherwise" }).check();
  await editor.fill({ "In force": "No" });
  await editor.press("Publish");
  await editor.alert.getByRole("button", { name: "Publish all the same" }).click();
  await expect(editor.bar.getByText("Published", { exact: true })).toBeVisible();

  await expect(async () => {
    await page.goto("/kazakhstan-mexico/agreements");
    const entry = page.getByRole("listitem").filter({ hasText: title });
    await expect(entry).toContainText("11 February 2020", { timeout: 1000 });
    await expect(entry).toContainText("Not in force · also Organisation of American States", {
      timeout: 1000,
    });
  }).toPass();
});

test("a printed table of trade years is entered as it stands, in its own unit and words", async ({
  as,
  page,
}) => {
  const year = pairOfMarkYears();
  const editor = await as("editor");
  await editor.openNew("trade");
  await editor.page.getByLabel("Amounts are typed in").selectOption("millions");
  await editor.fill({
    Year: `${year}-${String((year + 1) % 100).padStart(2, "0")}`,
    "Reported by": "A third source",
    "Name of the third source": "A printed table",
    "Exports of Kazakhstan to Mexico": "DEM 64,6",
    "Exports of Mexico to Kazakhstan": "1.234",
    "Standing of the exports of Kazakhstan": "Provisional",
    "Standing of the total": "Estimate",
    "Valuation of the exports of Kazakhstan": "Free on board (FOB)",
  });
  await expect(editor.form.getByText("Reads: 64,600,000 (64.6 million)")).toBeVisible();
  await expect(editor.field("Currency")).toHaveValue("DEM");
  await editor.page.getByRole("button", { name: "Use 1,234,000,000 (1.23 billion)" }).click();
  await editor.page.getByRole("button", { name: "Use 1,298,600,000 as the total" }).click();
  await expect(editor.field(/^Total/)).toHaveValue("1,298.6 million");
  await editor.fill({ Total: "EUR 1298,6" });
  await editor.page.getByRole("button", { name: "Leave it at German Mark (DEM)" }).click();
  await editor.cite();
  await editor.publish();
  await expect(editor.page).toHaveURL(/\/admin\/trade\/[0-9a-f-]{36}/);
  await editor.page.reload();
  await expect(editor.field(/^Total/)).toHaveValue("1,298.6 million");
  await editor.page.getByLabel("Amounts are typed in").selectOption("units");
  await expect(editor.field(/^Total/)).toHaveValue("1,298,600,000");
  await expect(editor.form.getByText("Unsaved changes")).toBeHidden();

  const period = `${year}-${String((year + 1) % 100).padStart(2, "0")}`;
  await expect(async () => {
    await page.goto(`/kazakhstan-mexico/trade/${period}`);
    await expect(page.getByRole("heading", { name: /As reported by A printed table/ })).toBeVisible({
      timeout: 1000,
    });
  }).toPass();
  await expect(page.getByText("German Mark (DEM)")).toBeVisible();
  await expect(page.getByText("Provisional")).toHaveCount(1);
  await expect(page.getByRole("row", { name: /Total/ })).toContainText("Estimate");
  const file = await page.request.get("/kazakhstan-mexico/trade.csv");
  expect(await file.text()).toContain(
    "A printed table,,,64600000,1234000000,1298600000,DEM,FOB,,provisional,,estimate",
  );
});

test("figures are typed as tables print them: with marks, dashes and words for what is not known", async ({
  as,
}) => {
  const editor = await as("editor");
  await editor.openNew("trade");
  await editor.page.getByLabel("Amounts are typed in").selectOption("millions");
  await editor.fill({
    Year: String(yearOfMarks()),
    "Reported by": "Kazakhstan",
    Currency: "US Dollar (USD)",
    "Exports of Kazakhstan to Mexico": "64.6p",
  });
  await expect(editor.form.getByText("Reads: 64,600,000 (64.6 million)")).toBeVisible();
  await editor.fill({ "Exports of Mexico to Kazakhstan": "n/a" });
  await expect(editor.field(/^Exports of Kazakhstan/)).toHaveValue("64.6 million");
  await expect(editor.field(/^Standing of the exports of Kazakhstan/)).toHaveValue("provisional");
  await expect(editor.form.getByText("“64.6p” is marked below: Provisional.")).toBeVisible();
  await editor.fill({ Total: "–" });
  await expect(editor.field(/^Exports of Mexico/)).toHaveValue("");
  await expect(editor.form.getByText("“n/a” says that nothing is known: kept empty.")).toBeVisible();
  await editor.page.getByRole("button", { name: "Nothing is known" }).click();
  await expect(editor.field(/^Total/)).toHaveValue("");
  await editor.fill({ Total: "(e) 70.3" });
  await editor.field(/^Total/).press("Enter");
  await expect(editor.page).toHaveURL(/\/admin\/trade\/[0-9a-f-]{36}/);
  await editor.page.reload();
  await expect(editor.field(/^Total/)).toHaveValue("70.3 million");
  await expect(editor.field(/^Standing of the total/)).toHaveValue("estimate");
  await expect(editor.field(/^Standing of the exports of Kazakhstan/)).toHaveValue("provisional");
});

test("a year of trade is added, checked while typing, and the next year begins where it ended", async ({
  as,
  page,
}) => {
  const year = pairOfYears();
  const editor = await as("editor");
  await editor.openNew("trade");
  await editor.fill({
    Year: String(year),
    "Reported by": "Mexico",
    "Exports of Kazakhstan to Mexico": "1,000,000",
    "Exports of Mexico to Kazakhstan": "2500000.50",
    Total: "3",
    "Valuation of the exports of Mexico": "Free on board (FOB)",
  });
  await editor.field("Currency").selectOption("USD");
  await expect(editor.form.getByText("which is not the total.")).toBeVisible();
  await editor.fill({ Total: "" });
  await editor.page.getByRole("button", { name: "Use 3,500,000.5 as the total" }).click();
  await expect(editor.field(/^Total/)).toHaveValue("3,500,000.5");
  await expect(editor.form.getByText("The parts add up to the total.")).toBeVisible();
  await editor.cite();
  await editor.press("Save and add next year");

  await expect(editor.field("Year")).toHaveValue(String(year + 1));
  await expect(editor.field(/^Exports of Kazakhstan/)).toBeFocused();
  await expect(editor.field("Reported by")).toHaveValue("MX");
  await expect(editor.field(/^Valuation of the exports of Mexico/)).toHaveValue("FOB");
  await expect(editor.field(/^Total/)).toHaveValue("");
  await expect(editor.form.getByRole("link", { name: "Kazakhstan–Mexico relations" })).toBeVisible();
  await editor.fill({ Total: "4000000" });
  await editor.publish();
  await page.goto(`/kazakhstan-mexico/trade/${year + 1}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(String(year + 1));
});

test("years follow each other past those that are there, citing last year's source but not its words", async ({
  as,
}) => {
  // Years that no other story uses, the newest of the dossier, so that theirs is the source to copy.
  const year = latestYears();
  const editor = await as("editor");
  await editor.openNew("trade");
  const reported = { "Reported by": "Kazakhstan", Currency: "US Dollar (USD)" };
  await editor.fill({ ...reported, Year: String(year + 1), Total: "23000000" });
  await expect(editor.form.getByText("Reads: 23,000,000 (23 million)")).toBeVisible();
  await expect(editor.field(/^Total/)).toHaveAccessibleDescription(/May stand alone/);
  await editor.cite();
  await editor.press("Save draft");
  await expect(editor.page).toHaveURL(/\/admin\/trade\/[0-9a-f-]{36}/);

  await editor.openNew("trade");
  await editor.fill({ ...reported, Year: String(year), Total: "23 furlongs" });
  await expect(editor.form.getByText("Not a number yet.")).toBeVisible();
  await editor.fill({ Total: "22000000" });
  const citation = editor.page.getByRole("group", { name: "Citation 1" });
  await editor.fill({ "Place in the source": "p. 7", Quotation: "As that edition says" }, citation);
  await citation.getByRole("button", { name: "Copy last year’s source" }).click();
  await expect(citation.getByRole("link", { name: "Kazakhstan–Mexico relations" })).toBeVisible();
  await expect(citation.getByText("Change", { exact: true })).toBeFocused();
  await expect(editor.field(/^Place in the source/, citation)).toHaveValue("p. 7");
  await expect(editor.field(/^Total/)).toHaveValue("22000000");
  await editor.press("Save and add next year");

  await expect(editor.field("Year")).toHaveValue(String(year + 2));
  await expect(editor.field(/^Exports of Kazakhstan/)).toBeFocused();
  await expect(citation.getByRole("link", { name: "Kazakhstan–Mexico relations" })).toBeVisible();
  await expect(editor.field(/^Place in the source/, citation)).toHaveValue("");
  await expect(editor.field(/^Quotation/, citation)).toHaveValue("");
});

test("an editor adds an event and cites a source made on the spot, which is published with it", async ({
  as,
  page,
}) => {
  const word = unique();
  const editor = await as("editor");
  await editor.openNew("history");
  await editor.fill({ Title: `Event ${word}`, Date: "2016~", Type: "Participation", Text: "What happened." });
  await editor.page.getByRole("combobox", { name: "Source" }).fill(`Gazette ${word}`);
  await editor.page.getByRole("option", { name: "Make a new source" }).click();
  const source = editor.page.getByRole("group", { name: "New source" });
  await expect(source.getByLabel("Title")).toBeFocused();
  await source.getByLabel("Web address").fill("javascript:alert(1)");
  await source.getByRole("button", { name: "Make and cite it" }).click();
  await expect(source.getByLabel("Web address")).toBeFocused();
  await expect(source.getByLabel("Web address")).toHaveAccessibleDescription(/https:/);
  await source.getByLabel("Web address").fill("https://example.org/gazette");
  await source.getByRole("button", { name: "Make and cite it" }).click();
  await expect(editor.form.getByRole("link", { name: `Gazette ${word}` })).toBeVisible();
  await expect(editor.field("Title")).toHaveValue(`Event ${word}`);
  await editor.publish();
  await expect(async () => {
    await page.goto("/kazakhstan-mexico/sources");
    await expect(page.getByText(`Gazette ${word}`).first()).toBeVisible({ timeout: 1000 });
  }).toPass();
});

test("a meeting in a third country is an event with its forum, place and country", async ({ as, page }) => {
  const title = `Ministers met ${unique()}`;
  const editor = await as("editor");
  await editor.openNew("history");
  await editor.fill({
    Title: title,
    Date: "26 September 2012",
    Type: "Meeting at a forum",
    Text: "They met.",
  });
  await editor.fill({ "Summit or forum": "General Assembly of the United Nations", Place: "New York" });
  await editor.field("Country in which it was held").selectOption("US");
  await editor.cite();
  await editor.publish();
  await expect(async () => {
    await page.goto("/kazakhstan-mexico/history?decade=2010");
    await page.getByRole("link", { name: title }).first().click({ timeout: 1000 });
  }).toPass();
  const main = page.getByRole("main");
  await expect(main).toContainText("General Assembly of the United Nations");
  await expect(main).toContainText("New York, United States");
});

test("an editor adds a mission and a list of products of a fiscal year", async ({ as, page }) => {
  const editor = await as("editor");
  await editor.openNew("missions");
  await editor.fill({ Type: "Consulate" });
  await editor.fill({ "Sending country": "Mexico" });
  await expect(editor.field("Receiving country")).toHaveValue("KZ");
  await editor.fill({ City: `City ${unique()}` });
  await editor.cite();
  await editor.publish();

  const year = productsYear();
  await editor.openNew("products");
  await editor.fill({
    "Exporting country": "Kazakhstan",
    Year: `${year}-${String((year + 1) % 100).padStart(2, "0")}`,
  });
  await expect(editor.form.getByText(/^Reads: .*a fiscal year/)).toBeVisible();
  await editor.page.getByRole("button", { name: "Add product" }).click();
  await editor.fill(
    { Description: "Ferro-alloys", "HS code": "7202" },
    editor.page.getByRole("group", { name: "Product 1" }),
  );
  await editor.cite();
  await editor.publish();
  await expect(async () => {
    const file = await page.request.get("/kazakhstan-mexico/products.csv");
    expect(await file.text()).toContain(`,KZ,${year},fiscal,`);
  }).toPass();
  await page.goto(`/kazakhstan-mexico/trade?decade=${year - (year % 10)}`);
  await expect(page.getByRole("main")).toContainText(
    `In ${year}–${String((year + 1) % 100).padStart(2, "0")}, in the source’s order`,
  );
});

test("an editor begins another dossier and cannot reverse a pair that is there", async ({ as }) => {
  const editor = await as("editor");
  await editor.open("/admin/dossiers/new");
  await editor.fill({ "First country": "Mexico", "Second country": "Kazakhstan", Summary: "A summary." });
  await editor.cite();
  await editor.press("Publish");
  await expect(editor.alert).toContainText("another record for the same: Kazakhstan–Mexico");
  await expect(editor.field("First country")).toBeFocused();
  await editor.fill({ "Second country": "Mexico" });
  await editor.press("Publish");
  await expect(editor.alert).toContainText("Choose two different countries.");
});

test("Enter sends nothing, and the first save leaves the focus where it was", async ({ as }) => {
  const visitor = `Visitor ${unique()}`;
  const editor = await as("editor");
  await editor.openNew("visits");
  await editor.fill({ ...visitFields, Visitor: visitor });
  await editor.field("Visitor").press("Enter");
  await editor.cite();
  await expect(editor.bar.getByRole("status")).toHaveText(/^Saved \d\d:\d\d$/);
  await expect(editor.page.getByRole("heading", { level: 1 })).toHaveText("New visit");
  await editor.field("Visitor").press("Control+s");
  await expect(editor.page).toHaveURL(/\/admin\/visits\/[0-9a-f-]{36}/);
  await expect(editor.page.getByRole("heading", { level: 1 })).toHaveText(`${visitor} to Kazakhstan`);
  await expect(editor.field("Visitor")).toBeFocused();

  await editor.publish();
  await expect(editor.bar.getByRole("button", { name: "Publish" })).toBeFocused();
  await editor.openNew("visits");
  await editor.fill({ ...visitFields, Visitor: visitor });
  await editor.cite();
  await editor.press("Save draft");
  await expect(editor.page).toHaveURL(/\/admin\/visits\/[0-9a-f-]{36}/);
  await expect(editor.bar.getByRole("button", { name: "Save draft" })).toBeFocused();
});

test("a date says how it will read while it is typed", async ({ as }) => {
  const editor = await as("author");
  await editor.openNew("visits");
  await editor.fill({ "First day": "1985~" });
  await expect(editor.form.getByText("Reads: about 1985")).toBeVisible();
  await editor.fill({ "First day": "2015-02-30" });
  await expect(editor.form.getByText("The calendar has no such day.")).toBeVisible();
});

test("a date with two meanings is asked, and the first and last day are filled in at once", async ({
  as,
}) => {
  const editor = await as("editor");
  await editor.openNew("visits");
  await editor.fill({ ...visitFields, Visitor: `Visitor ${unique()}`, "First day": "03/04/1963" });
  await editor.page.getByRole("button", { name: "Use 3 April 1963" }).click();
  await expect(editor.form.getByText("Reads: 3 April 1963")).toBeVisible();
  await editor.fill({ "First day": "26-28 May 2024" });
  await editor.page.getByRole("button", { name: "Fill in both: 26–28 May 2024" }).click();
  await expect(editor.field(/^Last day/)).toHaveValue("2024-05-28");
  await editor.cite();
  await editor.publish();
  await expect(editor.page).toHaveURL(/\/admin\/visits\/[0-9a-f-]{36}/);
  await editor.bar.getByText("More actions").click();
  const onSite = await editor.bar.getByRole("link", { name: "Read it on the site" }).getAttribute("href");
  await editor.page.goto(onSite ?? "");
  await expect(editor.page.getByText("26–28 May 2024").first()).toBeVisible();
});

test("a visit of many meetings opens folded, is edited by keyboard, and is saved whole", async ({
  as,
  makeVisit,
}) => {
  const hosts = Array.from({ length: 45 }, (_, row) => [inRow("meetings", row, "host"), `Host ${row + 1}.`]);
  const path = await makeVisit(undefined, Object.fromEntries(hosts) as Record<string, string>);
  const editor = await as("editor");
  const meeting = (number: number) =>
    editor.page.getByRole("group", { name: `Meeting ${number}`, exact: true });
  await editor.open(path);
  await expect(meeting(3)).toContainText("Host 3.");
  await expect(editor.form.getByLabel("Met with")).toHaveCount(0);
  await expect(meeting(21)).toHaveCount(0);

  await meeting(3).getByRole("button", { name: "Edit Meeting 3" }).press("Enter");
  await expect(editor.field("Met with", meeting(3))).toBeFocused();
  await editor.fill({ "Met with": "Another Host 3." }, meeting(3));
  // It folds again with what is typed in it, and opens on the same.
  const edit = meeting(3).getByRole("button", { name: "Edit Meeting 3" });
  await meeting(3).getByRole("button", { name: "Fold Meeting 3", expanded: true }).press("Enter");
  await expect(edit).toBeFocused();
  await expect(edit).toHaveAttribute("aria-expanded", "false");
  await expect(meeting(3)).toContainText("Another Host 3.");
  await expect(editor.field("Met with", meeting(3))).toBeHidden();
  await edit.press("Enter");
  await expect(editor.field("Met with", meeting(3))).toBeFocused();
  await expect(editor.field("Met with", meeting(3))).toHaveValue("Another Host 3.");
  await meeting(3).getByRole("button", { name: "Fold Meeting 3" }).press("Enter");
  await editor.page.getByRole("button", { name: "Show more: Meeting 21 to 45" }).press("Enter");
  await expect(meeting(21).getByRole("button", { name: "Edit Meeting 21" })).toBeFocused();
  await meeting(1).getByRole("button", { name: "Remove Meeting 1" }).press("Enter");
  await editor.save();

  await editor.open(path);
  await expect(meeting(2)).toContainText("Another Host 3.");
  await editor.press("Publish");
  // Each lacks what a publication needs: all are open now.
  await expect(editor.alert).toContainText("44 things need another look");
  await expect(editor.field("Met with", meeting(2))).toHaveValue("Another Host 3.");
  await expect(editor.field("Met with", meeting(44))).toHaveValue("Host 45.");
  await expect(editor.field(/^Manner/, meeting(1))).toBeFocused();
});

test("beside a field stand the citations that support it, with the way to them, also without scripts", async ({
  as,
  makeVisit,
}) => {
  const supports = firstSource.replace(/source$/, "supports");
  const path = await makeVisit(`Cited ${unique()}`, { [supports]: "office" });
  for (const scripts of [true, false]) {
    const editor = await as("editor", { scripts });
    await editor.open(path);
    await expect(editor.field("Office held at the time")).toHaveAccessibleDescription(
      /Cited: 1, Kazakhstan–Mexico relations/,
    );
    await expect(editor.field("Visitor")).not.toHaveAccessibleDescription(/Cited:/);
    const way = editor.form.getByRole("link", { name: /^1, Kazakhstan–Mexico relations/ });
    await expect(editor.page.locator((await way.getAttribute("href"))!)).toHaveCount(1);
  }
});
