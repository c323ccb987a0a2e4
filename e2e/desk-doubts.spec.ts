/** What may be right and seldom is: shown while it is typed, asked once before publication, its answer kept. */
import { expect, test } from "./support/fixtures";
import { adminCookie, firstDossier } from "./support/crew";
import { writeRecord } from "./support/records";
import { yearsBetween } from "./support/years";
import { firstSource } from "@/tests/support/rows";

/** Years in which no other story trades. */
const someYear = yearsBetween(1810, 1850);
const question = "Publish all the same";

test("a doubtful year of trade is asked about once, keeps what was typed, and its history tells of the answer", async ({
  as,
}) => {
  const editor = await as("editor");
  await editor.openNew("trade");
  await editor.fill({
    Year: String(someYear()),
    "Reported by": "Mexico",
    Currency: "US Dollar (USD)",
    "Exports of Kazakhstan to Mexico": "12300000",
    "Exports of Mexico to Kazakhstan": "45600000",
    Total: "58000000",
  });
  await expect(editor.field(/^Total/)).toHaveAccessibleDescription(/add up to 57,900,000, which is not/);
  await editor.cite();

  await editor.press("Publish");
  const asked = editor.alert;
  await expect(asked).toContainText("Is this right?");
  await expect(editor.field(/^Total/)).toHaveValue(/^58,?000,?000$/);
  await asked.getByRole("link", { name: /which is not the total/ }).click();
  await expect(editor.field(/^Total/)).toBeFocused();
  await asked.getByRole("button", { name: question }).click();
  await expect(editor.bar.getByText("Published", { exact: true })).toBeVisible();
  await expect(editor.page.getByText(/^Confirmed: Total: The parts add up to 57,900,000/)).toBeVisible();

  await editor.fill({ Note: "Rounded by the source" });
  await editor.press("Publish");
  await expect(editor.bar.getByRole("status")).toHaveText("Published.");
  await editor.press("Publish");
  await expect(editor.bar.getByRole("status")).toHaveText("Nothing has changed: it stands as it was.");
});

test("a second record of the same visit is named while it is typed, and asked about without scripts too", async ({
  as,
  makeVisit,
}) => {
  const visitor = `Visitor ${crypto.randomUUID().slice(0, 8)}`;
  const path = await makeVisit(visitor);
  const { dossierId, source } = await firstDossier();
  const editor = await as("editor");
  await editor.open(path);
  const { from, to, began } = Object.fromEntries(
    await Promise.all(
      ["from", "to", "began"].map(async (name) => [
        name,
        await editor.form.locator(`[name="${name}"]`).inputValue(),
      ]),
    ),
  ) as Record<string, string>;

  await editor.openNew("visits");
  await editor.fill({ Visitor: visitor.toUpperCase() });
  await editor.form.locator('[name="began"]').fill(began!);
  const other = editor.form.getByRole("link", { name: new RegExp(`Open ${visitor}`) });
  await expect(other).toHaveAttribute("href", path);
  await expect(other).toHaveAttribute("target", "_blank");

  const values = { from, to, began, visitor, office: "Minister", rank: "minister", type: "official" };
  const second = await writeRecord({
    ...{ kind: "visit", intent: "save", dossierId, cookie: await adminCookie() },
    values: { ...(values as Record<string, string>), [firstSource]: source },
  });
  const plain = await as("editor", { scripts: false });
  await plain.open(`/admin/visits/${second.id}`);
  await plain.press("Publish");
  await expect(plain.form.getByRole("link", { name: new RegExp(`Open ${visitor}`) })).toBeVisible();
  await plain.form.getByRole("button", { name: question }).click();
  await expect(plain.bar.getByText("Published", { exact: true })).toBeVisible();
});
