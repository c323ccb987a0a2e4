/** The first page finds the dossier of two countries by their names as readers type them. */
import { barriersInBoth } from "./support/barriers";
import { expect, test } from "./support/fixtures";

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("two countries by name, one with a slip, lead to their dossier, one to its own page", async ({
      page,
    }) => {
      const [one, other] = [page.getByLabel("Country", { exact: true }), page.getByLabel("and country")];
      const find = page.getByRole("button", { name: "Find", exact: true });
      await page.goto("/");
      await one.fill("kazakstan");
      await other.fill("United Mexican States");
      await find.click();
      await expect(page).toHaveURL(/\/kazakhstan-mexico$/);
      await page.goto("/");
      await other.fill("Mexico");
      await find.click();
      await expect(page).toHaveURL(/\/countries\/mx$/);
    });
  });

test("what is no country is said beside its field, with what was typed", async ({ page }) => {
  const [one, other] = [page.getByLabel("Country", { exact: true }), page.getByLabel("and country")];
  await page.goto("/");
  await one.fill("Mexico");
  await other.fill("Atlantis <b>");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await expect(other).toHaveAccessibleDescription("No country is called “Atlantis <b>” here.");
  await expect(other).toHaveValue("Atlantis <b>");
  await expect(one).toHaveValue("Mexico");
  expect(await barriersInBoth(page, { what: "a country that is none" })).toEqual([]);
  await other.fill("Zimbabwe");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await expect(page.getByText("No dossier of Mexico and Zimbabwe is published.")).toBeVisible();
  await expect(other).toHaveValue("Zimbabwe");
});

test("of two countries of one name none is guessed: both are offered", async ({ page }) => {
  const [one, other] = [page.getByLabel("Country", { exact: true }), page.getByLabel("and country")];
  await page.goto("/");
  await one.fill("Korea");
  await other.fill("Mexico");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await expect(one).toHaveAccessibleDescription("“Korea” may be one of these:");
  await expect(page.getByRole("link", { name: "North Korea" })).toBeVisible();
  expect(await barriersInBoth(page, { what: "a name of two countries" })).toEqual([]);
  await page.getByRole("link", { name: "South Korea" }).click();
  await expect(page.getByText("No dossier of South Korea and Mexico is published.")).toBeVisible();
  await expect(one).toHaveValue("South Korea");
});
