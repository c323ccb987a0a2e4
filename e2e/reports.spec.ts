/** A reader says what is wrong with a record; editors answer, and choose whether its page says so. */
import type { Page } from "@playwright/test";
import { narrowWidth } from "./support/fit";
import { firstSource } from "@/tests/support/rows";
import { barriersInBoth } from "./support/barriers";
import { adminCookie, firstDossier } from "./support/crew";
import { expect, test } from "./support/fixtures";
import { uniqueWord } from "./support/members";
import { writeRecord } from "./support/records";
import { database, one } from "./support/traces";

/** A published event, with its public path. */
async function publishedEvent(word: string): Promise<{ id: string; path: string }> {
  const { source, dossierId } = await firstDossier();
  const { id } = await writeRecord({
    ...{ kind: "event", intent: "publish", dossierId, cookie: await adminCookie() },
    values: { title: `Talks ${word}`, type: "other", text: "Talks on wheat.", [firstSource]: source },
  });
  const { slug } = await one<{ slug: string }>(`SELECT "slug" FROM "Record" WHERE "id" = $1`, id);
  return { id, path: `/kazakhstan-mexico/history/${slug}` };
}

/** Sends the form until it is taken: what comes within seconds of its opening is not, and what is sent twice is taken once. */
async function sendReport(page: Page): Promise<void> {
  const send = page.getByRole("button", { name: "Send the report" });
  await expect(async () => {
    if (await send.isVisible())
      await Promise.all([
        page.waitForResponse((answer) => answer.request().method() === "POST"),
        send.click({ timeout: 5000 }),
      ]);
    await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 30_000 });
}

/** Ten reports an hour are taken from one network: those of stories told before count no more. */
async function forgetSent(): Promise<void> {
  await database().query(`DELETE FROM "rate_limit" WHERE "key" LIKE 'report:%'`);
}

test("a reader reports an error, and an editor answers, says on the page that it is under review, and settles it", async ({
  page,
  as,
}) => {
  await forgetSent();
  const word = uniqueWord();
  const { id, path } = await publishedEvent(word);
  await page.goto(path);
  await page.getByRole("link", { name: "Report an error" }).click();
  expect(
    await barriersInBoth(page, { tags: ["wcag2a", "wcag2aa", "best-practice"], what: "the form" }),
  ).toEqual([]);
  await page.getByLabel("What is wrong").fill(`It was about oil ${word}`);
  // What the browser lets through, and the site does not.
  await page.getByLabel("Your e-mail address").fill("reader@localhost");
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByRole("alert")).toContainText("The report was not sent");
  await expect(page.getByLabel("What is wrong")).toHaveValue(`It was about oil ${word}`);
  await expect(page.getByLabel("Your e-mail address")).toHaveAccessibleDescription(/like name@example.org/);
  await page.getByLabel("Your e-mail address").fill("");
  expect(await narrowWidth(page)).toBe(360);
  await sendReport(page);
  expect(await narrowWidth(page)).toBe(360);
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);

  const editor = await as("editor");
  await editor.page.goto("/admin/reports");
  await editor.page.getByRole("listitem").filter({ hasText: word }).getByRole("link").click();
  const reports = editor.page.getByRole("region", { name: /Reports of errors/ });
  await expect(reports).toContainText(`It was about oil ${word}`);
  await reports.locator("summary", { hasText: /^Answer$/ }).click();
  await reports.getByRole("textbox", { name: "Answer" }).fill("It was about both.");
  await reports.getByRole("button", { name: "Send the answer" }).click();
  await expect(reports).toContainText("not sent");
  await reports.getByRole("button", { name: "Say on its page that it is under review" }).click();
  await expect(reports.getByRole("button", { name: "Say so no longer" })).toBeVisible();
  const underReview = page.getByText("Under review since");
  const isShown = (shown: boolean) =>
    expect(async () => {
      await page.goto(path);
      await expect(underReview).toHaveCount(shown ? 1 : 0, { timeout: 1000 });
    }).toPass({ timeout: 30_000 });
  await isShown(true);
  await reports.getByRole("button", { name: "Settled", exact: true }).click();
  await expect(reports.getByText("1 settled report")).toBeVisible();
  await isShown(false);
  await expect(page.getByRole("main")).not.toContainText("oil");

  const author = await as("author");
  await author.page.goto(`/admin/history/${id}`);
  await expect(author.page.getByRole("main")).toContainText(word);
  await expect(author.page.getByRole("main")).not.toContainText("oil");
});
