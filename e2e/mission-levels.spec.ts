/** A mission that was raised, as readers see it: on its page, in the list, and on a day before. */
import { cookieOfRole, firstDossier } from "./support/crew";
import { expect, test, unique } from "./support/fixtures";
import { writeRecord } from "./support/records";
import { firstSource, inRow } from "@/tests/support/rows";

test("tells what a mission was before it was raised", async ({ page }) => {
  const { dossierId, source } = await firstDossier();
  const city = `City ${unique()}`;
  const level = (row: number, type: string, from: string, to: string) => ({
    [inRow("earlierTypes", row, "type")]: type,
    [inRow("earlierTypes", row, "from")]: from,
    [inRow("earlierTypes", row, "to")]: to,
  });
  const { publicPath } = await writeRecord({
    ...{ kind: "mission", intent: "publish", dossierId, cookie: await cookieOfRole("editor") },
    values: {
      ...{ sending: "MX", receiving: "KZ", type: "embassy", city, opened: "1992", [firstSource]: source },
      ...level(0, "consulate", "1992", "1993-02"),
      ...level(1, "legation", "1993-02", "1995-06-11"),
    },
  });
  await page.goto(publicPath!);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Embassy of Mexico in ${city}`);
  await expect(page.getByRole("main")).toContainText("Legation (February 1993 – 11 June 1995)");
  const dossier = publicPath!.split("/")[1]!;
  await page.goto(`/${dossier}/missions`);
  await expect(page.getByRole("listitem").filter({ hasText: city })).toContainText(
    "Earlier levels: Consulate (1992 – February 1993), Legation (February 1993 – 11 June 1995)",
  );
  await page.goto(`/${dossier}?on=1994-05-01`);
  await expect(page.getByRole("main")).toContainText(`Legation in ${city}`);
});
