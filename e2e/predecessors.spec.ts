/** A country that stood in another's place: named in a dossier, chosen in a record, read where its side is read. */
import { barriersInBoth } from "./support/barriers";
import { adminCookie, firstDossier } from "./support/crew";
import { expect, test, unique } from "./support/fixtures";
import { writeRecord } from "./support/records";
import { firstSource } from "@/tests/support/rows";

const years = "Soviet Union (1922–1991)";

test("an editor names the Soviet Union before Kazakhstan, and enters a visit of 1978 that readers find on its side", async ({
  as,
  page,
}) => {
  const { source } = await firstDossier();
  const slug = `kz-uy-${unique()}`;
  const dossier = await writeRecord({
    ...{ kind: "dossier", intent: "publish", cookie: await adminCookie() },
    values: { countryA: "KZ", countryB: "UY", slug, summary: "Made for a story.", [firstSource]: source },
  });
  const editor = await as("editor");
  await editor.open(`/admin/dossiers/${dossier.id}`);
  await editor.page.getByRole("button", { name: "Add predecessor" }).click();
  const row = editor.page.getByRole("group", { name: "Predecessor 1" });
  await editor.fill({ "Stood for": "First country", State: years }, row);
  await editor.press("Publish");
  await expect(editor.bar.getByRole("status")).toHaveText("Published.");

  await editor.open(`/admin/visits/new?dossier=${dossier.id}`);
  await editor.fill({ "Visiting country": years });
  await expect(editor.field("Visited country")).toHaveValue("UY");
  await editor.fill({ Visitor: "Andrei Gromyko", "Office held at the time": "Minister of Foreign Affairs" });
  await editor.fill({ Rank: "Foreign minister", "Type of visit": "Official", "First day": "17 May 1995" });
  await expect(editor.field("Visiting country")).toHaveAccessibleDescription(
    /outside the years of the Soviet Union \(1922–1991\)/,
  );
  await editor.fill({ "First day": "17 May 1978" });
  await expect(editor.field("Visiting country")).not.toHaveAccessibleDescription(/outside the years/);
  await editor.cite();
  await editor.publish();

  await editor.open(`/admin/dossiers/${dossier.id}`);
  await row.getByRole("button", { name: /^Remove/ }).click();
  await editor.press("Save draft");
  await expect(editor.alert).toContainText("Records are about a predecessor");
  await expect(editor.alert.getByRole("link", { name: /Andrei Gromyko/ })).toBeVisible();

  await page.goto(`/${slug}`);
  await expect(
    page.getByText(/before 1991 may concern the Soviet Union, in whose place Kazakhstan/),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "only visit recorded" })).toBeVisible();
  expect(await barriersInBoth(page)).toEqual([]);
  await page.getByRole("link", { name: "only visit recorded" }).click();
  const visits = page.getByRole("region", { name: /visits from Kazakhstan/ });
  await expect(visits.getByText("of the Soviet Union")).toBeVisible();
  await visits.getByRole("link", { name: "Andrei Gromyko" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    "Visit of Andrei Gromyko of the Soviet Union to Uruguay",
  );
});
