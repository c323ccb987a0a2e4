/** Tables pasted at the desk: read cell by cell, corrected in place, saved or published at once. */
import type { Page } from "@playwright/test";
import { barriersInBoth } from "./support/barriers";
import { firstDossier } from "./support/crew";
import { type Desk, expect, test, unique } from "./support/fixtures";

const pastePage = async (list: string) => `/admin/${list}/paste?dossier=${(await firstDossier()).dossierId}`;

/** Puts a table on the clipboard of the field that has the focus, as Ctrl+V does. */
async function paste(page: Page, data: Record<string, string>): Promise<void> {
  await page.evaluate((held) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(held)) clipboardData.setData(type, text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, data);
}

const says = ({ page }: Desk) => page.locator("#paste-says");
const cell = ({ page }: Desk, column: string, line: number) =>
  page.getByLabel(`${column}, line ${line}`, { exact: true });

/** The first of thirty years in which no other story trades. */
const firstYear = 1851;

test("30 years of trade are entered, checked and published within two minutes and 60 keystrokes", async ({
  as,
}) => {
  const editor = await as("editor");
  const { page } = editor;
  await editor.open(await pastePage("trade"));
  const years = Array.from(
    { length: 30 },
    (_, at) => `${firstYear + at}\t${100 + at}.5\t${50 + at}\t${150 + 2 * at}.5`,
  );
  const table = [
    "Year\tKazakhstan exports (US$ million)\tMexico exports (US$ million)\tTotal, US$ million",
    ...years,
  ].join("\n");
  const began = Date.now();
  let keystrokes = 0;
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    keystrokes += keys.length;
  };

  await expect(page.getByLabel("The table", { exact: true })).toBeFocused();
  keystrokes += 1;
  await paste(page, { "text/plain": table });
  await expect(says(editor)).toContainText("30 new records, 0 to update. No mistakes");
  await press("Tab", ..."Kazakhstan");
  await expect(page.getByRole("option", { name: /^Kazakhstan–Mexico relations/ })).toBeVisible();
  await press("ArrowDown", "Enter", "Tab", ..."Mex");
  await expect(page.getByLabel("Reported by")).toHaveValue("MX");
  await press("Tab", ..."US D");
  await expect(page.getByLabel("Currency")).toHaveValue("USD");
  await press("Control+Enter");
  await expect(says(editor)).toHaveText("All lines are saved.");

  expect(keystrokes).toBeLessThanOrEqual(60);
  expect(Date.now() - began).toBeLessThan(120_000);
  const saved = page.getByRole("region", { name: "Saved" });
  await expect(saved.getByRole("link")).toHaveCount(30);
  await expect(saved).not.toContainText("Draft");
  await expect(async () => {
    const first = await page.goto(`/kazakhstan-mexico/trade/${firstYear}`);
    expect(first?.status()).toBe(200);
    await expect(page.getByRole("main")).toContainText("US$150.5 million", { timeout: 1000 });
  }).toPass();
});

test("a table with its years across is turned, with its units and how its goods are valued, and flags left out are told", async ({
  as,
}) => {
  const editor = await as("editor");
  const { page } = editor;
  await editor.open(await pastePage("trade"));
  await paste(page, {
    "text/plain": [
      "Table 7. Trade of Mexico with Kazakhstan, US$ million",
      "\t1841\t\t1842\t1843",
      "Mexico exports (FOB)\t9.5\tb\t10.5\t11",
      "Kazakhstan exports (CIF)\t3\t\t4\t:",
      "Source: a yearbook",
    ].join("\n"),
  });
  await expect(says(editor)).toContainText("3 new records, 0 to update.");
  await expect(page.getByText("the table was turned, with a line for each year")).toBeVisible();
  await expect(page.getByText("The flag b was left out")).toBeVisible();
  await expect(cell(editor, "Exports of Mexico to Kazakhstan", 2)).toHaveValue("10.5");
  await expect(page.getByLabel("What the amounts of “Mexico exports (FOB)” are in")).toHaveValue(
    "US$ million, FOB",
  );
  expect(await barriersInBoth(page, { what: "a turned table" })).toEqual([]);
});

test("a register of what parties did, a column for each action, is one agreement with their actions", async ({
  as,
}) => {
  const editor = await as("editor");
  const { page } = editor;
  await editor.open(await pastePage("agreements"));
  await paste(page, {
    "text/plain": [
      "Participant\tSignature\tRatification, Acceptance(A), Accession(a)",
      "Kazakhstan\t14 Oct 2014\t12 Jan 2016",
      "Mexico\t\t3 May 2015 a",
      "European Union\t15 Oct 2014\t4 Jun 2015 A",
    ].join("\n"),
  });
  await expect(says(editor)).toContainText("1 new record, 0 to update.");
  await expect(page.getByText("all of one agreement")).toBeVisible();
  const title = `Convention ${unique()}`;
  await page
    .getByRole("group", { name: "For every line" })
    .getByLabel(/^Title/)
    .fill(title);
  await page.getByRole("button", { name: "Save as drafts" }).click();
  await page.getByRole("region", { name: "Saved" }).getByRole("link", { name: title }).click();
  await editor.ready();
  await expect(editor.form).toContainText("Mexico · Accession · 3 May 2015");
  await expect(editor.form).toContainText("European Union · Acceptance · 4 June 2015");
});

test("mistakes and doubts stand in their cells, records that stand are shown as updates, and nothing typed is lost", async ({
  as,
  makeVisit,
}) => {
  const visitor = `Visitor ${unique()}`;
  await makeVisit(visitor);
  const author = await as("author");
  const { page } = author;
  await author.open(await pastePage("visits"));
  const rows = [
    ["Visitor", "Office held at the time", "From", "To", "Rank", "Type", "Date", "Cities"],
    [
      visitor,
      "Minister of Culture and Sport",
      "Mexico",
      "Kazakhstan",
      "Minister",
      "Working",
      "7 May 2019",
      "Almaty; Astana",
    ],
    [`New ${visitor}`, "Minister", "Mexiko", "Kazakhstan", "Minister", "Working", "31.02.2015", ""],
  ];
  const cells = rows.map((row) => `<tr>${row.map((one) => `<td>${one}</td>`).join("")}</tr>`).join("");
  await paste(page, { "text/html": `<table>${cells}</table>`, "text/plain": "of no account" });
  await expect(says(author)).toContainText("1 new record, 1 to update. 1 with a mistake");
  await expect(page.getByLabel("What becomes of line 1")).toHaveValue("auto");
  await expect(page.getByRole("link", { name: new RegExp(`^${visitor}`) })).toBeVisible();
  await expect(page.getByText("now: Minister of Culture", { exact: true })).toBeVisible();
  const wrong = cell(author, "First day", 2);
  await expect(wrong).toHaveAttribute("aria-invalid", "true");
  await expect(wrong).toHaveAccessibleDescription(/Mistake: The calendar has no such day/);
  expect(await barriersInBoth(page, { what: "a pasted table" })).toEqual([]);

  // The server is out of reach: what was typed stays, and is sent when it answers again.
  await page.context().setOffline(true);
  await wrong.fill("28.02.2015");
  await cell(author, "Visiting country", 2).fill("MX");
  await page.getByRole("button", { name: "Save as drafts" }).click();
  await expect(author.page.locator("form.paste").getByRole("alert")).toContainText(
    "Everything is still here",
  );
  await expect(wrong).toHaveValue("28.02.2015");
  await page.context().setOffline(false);
  await expect(page.getByRole("button", { name: "Publish" })).toHaveCount(0);
  await page.getByRole("button", { name: "Save as drafts" }).click();
  await expect(says(author)).toHaveText("All lines are saved.");
  await page.getByRole("link", { name: new RegExp(`^${visitor}`) }).click();
  await author.ready();
  await expect(author.field("Office held at the time")).toHaveValue("Minister of Culture and Sport");
  await expect(author.form.getByRole("link", { name: "Kazakhstan–Mexico relations" })).toBeVisible();
});

test("a table is pasted without scripts, with a new source that is made once for all of its lines", async ({
  as,
}) => {
  const word = unique();
  const editor = await as("editor", { scripts: false });
  const { page } = editor;
  await page.goto(await pastePage("history"));
  await page
    .getByLabel("The table")
    .fill(`Date,Event,Type,Description\n1995,Fair ${word},Other,A fair.\n1996,,Other,Nothing.`);
  await page.getByRole("button", { name: "Read the table" }).click();
  await expect(says(editor)).toContainText(
    "2 new records, 0 to update. No mistakes, 1 with something missing",
  );
  await page.getByRole("combobox", { name: "Source of all lines" }).fill(`https://example.org/${word}`);
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(says(editor)).toHaveText("Say which source the lines cite, or make it. Nothing is saved yet.");
  await expect(page.getByRole("textbox", { name: "Web address" })).toHaveValue(`https://example.org/${word}`);
  const made = page.getByRole("group", { name: "It is not at the desk yet: make it" });
  await made.getByLabel("Title").fill(`Chronicle ${word}`);
  await made.getByLabel("Publisher").fill("A publisher");
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(says(editor)).toContainText("1 record published. 1 is left");
  await expect(cell(editor, "Title", 2)).toHaveAccessibleDescription(/Missing: Fill this in/);
  await cell(editor, "Title", 2).fill(`Second fair ${word}`);
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(says(editor)).toHaveText("All lines are saved.");
  await expect(async () => {
    await page.goto("/kazakhstan-mexico/history");
    for (const title of [`Fair ${word}`, `Second fair ${word}`])
      await expect(page.getByText(title, { exact: true }).first()).toBeVisible({ timeout: 1000 });
  }).toPass();
});

test("a column's dates are read in the order that its cells show, or that is chosen once, and what was made plain is said", async ({
  as,
}) => {
  const author = await as("author", { scripts: false });
  const { page } = author;
  await page.goto(await pastePage("history"));
  const lines = [
    "Date,Event,Type",
    "03/04/1847,\u202dA\u00a0fair\u202c,Other",
    "27/12/1847,Another\ufeff fair,Other",
  ];
  await page.getByLabel("The table").fill(lines.join("\n"));
  await page.getByRole("button", { name: "Read the table" }).click();
  await expect(page.getByText("Reads: 3 April 1847", { exact: true })).toBeVisible();
  await expect(page.getByText(/^Made plain in what was pasted: 4 .*, in Title\.$/)).toBeVisible();
  await expect(cell(author, "Title", 1)).toHaveValue("A fair");
  const order = page.getByLabel("The order of the dates of “Date”");
  await expect(order.locator("option:checked")).toHaveText("Day before month, as its cells show");

  await cell(author, "Date", 2).fill("12/27/1847");
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(page.getByText("Reads: 4 March 1847", { exact: true })).toBeVisible();

  // Nothing shows it any more: it is asked once for the column, and answered by the keyboard.
  await cell(author, "Date", 2).fill("05/06/1847");
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(order).toHaveAccessibleDescription(/two orders/);
  await order.focus();
  await page.keyboard.type("Day b");
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(page.getByText("Reads: 3 April 1847", { exact: true })).toBeVisible();
  await expect(page.getByText("Reads: 5 June 1847", { exact: true })).toBeVisible();
});

test("a column's decimal mark is asked once where no cell shows it, and cells say how they read", async ({
  as,
}) => {
  const author = await as("author");
  const { page } = author;
  await author.open(await pastePage("trade"));
  const lines = ["Year;Kazakhstan exports (EUR million);Total", "1881-82;1,234;2.5 bn", "1882-83;5,678;"];
  await page.getByLabel("The table").fill(lines.join("\n").replaceAll(";", "\t"));
  await page.getByRole("button", { name: "Read the table" }).click();
  const mark = page.getByLabel("The decimal mark of the amounts of “Kazakhstan exports (EUR million)”");
  // The other column has a decimal point.
  await expect(mark.locator("option:checked")).toHaveText("Point before decimals, as the table shows");
  await expect(page.getByText("Reads: 1,234,000,000 (1.23 billion)", { exact: true })).toBeVisible();
  await expect(page.getByText("Reads: 1881–82", { exact: true })).toBeVisible();

  await cell(author, "Total", 1).fill("");
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(mark).toHaveAccessibleDescription(/two ways/);
  await mark.focus();
  await page.keyboard.type("Comma");
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(page.getByText("Reads: 1,234,000 (1.23 million)", { exact: true })).toBeVisible();
  await expect(page.getByText("Reads: 5,678,000 (5.68 million)", { exact: true })).toBeVisible();
  expect(await barriersInBoth(page, { what: "a table whose decimal mark was asked" })).toEqual([]);
});

test("fiscal years that are named by one year are asked once for the table, and a mark of a year is that of its figures", async ({
  as,
}) => {
  const author = await as("author");
  const { page } = author;
  await author.open(await pastePage("trade"));
  const table = ["Year\tKazakhstan exports, mln USD\tTotal", "FY1842\t1\t", "FY1843 (prel.)\t2\t"];
  await page.getByLabel("The table").fill(table.join("\n"));
  await page.getByRole("button", { name: "Read the table" }).click();
  await expect(cell(author, "Year", 1)).toHaveAccessibleDescription(
    /Write the one that is meant: 1841-42, 1842-43/,
  );

  await page.getByLabel("A fiscal year such as FY2015").selectOption({ label: "Ends in it" });
  await page.getByLabel("Reported by").selectOption({ label: "Kazakhstan" });
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(page.getByText("Reads: 1841–42", { exact: true })).toBeVisible();
  await expect(page.getByText("Reads: 1842–43, Provisional", { exact: true })).toBeVisible();
  await expect(says(author)).toContainText("2 new records, 0 to update. No mistakes, nothing missing");
});

test("a unit that two languages read otherwise is asked once for its column, and what its heading says of provisional figures is kept", async ({
  as,
}) => {
  const author = await as("author");
  const { page } = author;
  await author.open(await pastePage("trade"));
  const heads = "Год\tЭкспорт (mil. USD) (p)\tИмпорт (млн constant 1990 USD)";
  await page.getByLabel("The table").fill([heads, "1845\t1\t3", "1846\t2\t4"].join("\n"));
  await page.getByRole("button", { name: "Read the table" }).click();
  const unit = page.getByLabel("What the amounts of “Экспорт (mil. USD) (p)” are in");
  await expect(unit).toHaveAccessibleDescription(/can be read in two ways/);
  const other = page.getByLabel("What the amounts of “Импорт (млн constant 1990 USD)” are in");
  await expect(other).toHaveAccessibleDescription(/cannot be read/);
  expect(await barriersInBoth(page, { what: "a table whose units are asked" })).toEqual([]);

  await unit.selectOption("million USD, provisional");
  await other.fill("млн USD");
  await page.getByLabel("Reported by").selectOption({ label: "Kazakhstan" });
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(page.getByText("Reads: 2,000,000 (2 million), Provisional", { exact: true })).toBeVisible();
  await expect(page.getByText("Reads: 4,000,000 (4 million)", { exact: true })).toBeVisible();
  await expect(says(author)).toContainText("2 new records, 0 to update. No mistakes, nothing missing");
});

test("a printed table of twelve years is entered as it stands: who reports and what a dash is are asked once", async ({
  as,
}) => {
  const author = await as("author");
  const { page } = author;
  await author.open(await pastePage("trade"));
  const years = ["1821\t0.9\t–", "1822\t:\t5.6*", "1823*\t1.1\t7.2", "1824\t12.4¹\t14.0", "1825\t..\t8"];
  const further = ["1826\t6.4 (2)\t21.1", "1827\t13*\t36.5", "1828\t9.8\t(0.5)", "1829/30\t3.2\t44.7"];
  const last = ["1830\t90.9¹\t39.2 e", "1831 p\t31.3\t45", "1832\t28\t47", "* Estimate.\t\t"];
  const heads = ["Table 5. Kazakhstan: trade with Mexico (US$ million)\t\t", "Year\tExports\tImports"];
  await page.getByLabel("The table").fill([...heads, ...years, ...further, ...last].join("\n"));
  await page.getByRole("button", { name: "Read the table" }).click();
  await expect(says(author)).toContainText("12 new records, 0 to update. 12 with mistakes");
  const exports = cell(author, "Exports of the reporter", 1);
  await expect(exports).toHaveAccessibleDescription(/those of the country that reports/);
  await expect(page.getByLabel("Reported by")).toHaveAccessibleDescription(/No line says it/);
  expect(await barriersInBoth(page, { what: "a table that does not say who reports" })).toEqual([]);
  await page.getByRole("button", { name: "Save as drafts" }).click();
  await expect(says(author)).toContainText("0 records saved as drafts. 12 are left");

  await page.getByLabel("Reported by").selectOption({ label: "Kazakhstan" });
  await page.getByLabel("A dash among the amounts is").selectOption({ label: "Zero" });
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(says(author)).toContainText("12 new records, 0 to update. 1 with a mistake");
  await expect(page.getByRole("link", { name: "Show the first mistake or doubt" })).toBeVisible();
  const bracketed = cell(author, "Imports of the reporter", 8);
  await expect(bracketed).toHaveAccessibleDescription(/A figure in brackets may be negative/);
  for (const reads of [
    "0",
    "1831, Provisional",
    "90,900,000 (90.9 million)",
    "39,200,000 (39.2 million), Estimate",
  ])
    await expect(page.getByText(`Reads: ${reads}`, { exact: true })).toBeVisible();
  await bracketed.fill("0.5");
  await page.getByRole("button", { name: "Save as drafts" }).click();
  await expect(says(author)).toHaveText("All lines are saved.");

  await page.getByRole("link", { name: "Trade in 1831 as reported by Kazakhstan" }).click();
  await expect(author.field("Exports of Kazakhstan to Mexico")).toHaveValue("31,300,000");
  await expect(author.field("Exports of Mexico to Kazakhstan")).toHaveValue("45,000,000");
  await expect(author.field("Standing of the exports of Mexico")).toHaveValue("provisional");
});

test("a list of visits is pasted with its days and places, and whether commas part these is asked once", async ({
  as,
}) => {
  const word = unique();
  const author = await as("author", { scripts: false });
  const { page } = author;
  await page.goto(await pastePage("visits"));
  const lines = Array.from({ length: 10 }, (_, at) =>
    [
      ...(at % 2 ? ["Казахстан", "MX"] : ["Mexico", "Kazakhstan"]),
      ...[
        `Visitor ${at} ${word}`,
        "Minister of Culture",
        "Minister",
        "Working",
        `${at + 1}–${at + 2} May 1846`,
      ],
      ["Almaty", "Mexico City, Puebla", "Astana; Almaty", "Cancún, Mexico"][at % 4],
    ].join("\t"),
  );
  const heads = "From\tTo\tVisitor\tPosition\tLevel\tKind\tDate\tPlaces";
  await page.getByLabel("The table").fill([heads, ...lines].join("\n"));
  await page.getByRole("button", { name: "Read the table" }).click();
  await expect(says(author)).toContainText("10 new records, 0 to update. 3 with mistakes");
  await expect(cell(author, "Places", 2)).toHaveAccessibleDescription(/A comma may part two/);
  const commas = page.getByLabel("What a comma means in “Places”");
  await expect(commas).toHaveAccessibleDescription(/“New York, New York” is one/);
  await commas.selectOption({ label: "A comma parts two of them" });
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(says(author)).toContainText("No mistakes");
  await expect(page.getByText("Reads: Mexico City; Puebla", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "Save as drafts" }).click();
  await expect(says(author)).toHaveText("All lines are saved.");
  await page.getByRole("link", { name: new RegExp(`^Visitor 1 ${word}`) }).click();
  await expect(author.field("Places")).toHaveValue("Mexico City\nPuebla");
  await expect(author.field("Last day")).toHaveValue("1846-05-03");
});

test("a treaty register's list is pasted as it stands, with its parties and entry into force", async ({
  as,
}) => {
  const word = unique();
  const author = await as("author", { scripts: false });
  const { page } = author;
  await page.goto(await pastePage("agreements"));
  const lines = [
    "Registration Number\tTitle\tParticipants (submitter)\tPlaces/dates of conclusion\tEIF information\tAuthentic texts\tAgreement type\tSubject terms",
    `II-${word}\tOlder agreement ${word}\tMexico; Kazakhstan\tAstana, 03/05/1897\tNot in force\tEnglish\tProtocol\tCulture`,
    `III-${word}\tTreaty ${word}\tMinistry of Energy of Mexico; Kazakhstan\tAstana, 1897\tprovisionally on 28/06/1897; definitively on 29/07/1899\tEnglish\tTreaty\tEnergy and environment`,
    `I-${word}\tAgreement ${word}\tMexico (submitter); Kazakhstan; European Union\tMexico City, 27/05/1897\t3 June 1898, in accordance with article 5\tEnglish, Spanish\tAgreement\tCulture`,
  ];
  await page.getByLabel("The table").fill(lines.join("\n"));
  await page.getByRole("button", { name: "Read the table" }).click();
  await expect(says(author)).toContainText("3 new records, 0 to update. No mistakes");
  await expect(page.getByText("Reads: Astana, 3 May 1897", { exact: true })).toBeVisible();
  const reads = "Provisional application, 28 June 1897; Entry into force, 29 July 1899";
  await expect(page.getByText(`Reads: ${reads}`, { exact: true })).toBeVisible();
  await expect(page.getByText("Reads: Mexico; Kazakhstan; European Union", { exact: true })).toBeVisible();
  for (const what of ["Parties", "Place and date of signature", "Entry into force"])
    await expect(cell(author, what, 1)).not.toHaveAttribute("aria-invalid");
  await page.getByRole("button", { name: "Save as drafts" }).click();
  await expect(says(author)).toHaveText("All lines are saved.");
  const treaty = await page.getByRole("link", { name: `Treaty ${word}`, exact: true }).getAttribute("href");
  await page.getByRole("link", { name: `Agreement ${word}`, exact: true }).click();
  const form = page.getByRole("main");
  for (const value of ["I-" + word, "European Union", "Mexico City", "1897-05-27", "1898-06-03"])
    await expect(form.locator(`input[value="${value}"]`).first()).toBeAttached();
  await page.goto(treaty!);
  await expect(form.locator(`input[value="Ministry of Energy"]`).first()).toBeAttached();
  for (const row of [
    "Both countries · Provisional application · 28 June 1897",
    "Both countries · Entry into force · 29 July 1899",
  ])
    await expect(form.getByText(row)).toBeVisible();
});
