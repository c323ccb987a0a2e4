/** What changed, reviews between an author and an editor, and what people say of a record among themselves. */
import { barriersInBoth, barriersOf } from "./support/barriers";
import { adminCookie, cookieOfRole, firstDossier } from "./support/crew";
import { type Desk, expect, test, unique } from "./support/fixtures";
import { writeRecord } from "./support/records";
import { database, one } from "./support/traces";
import { firstSource } from "@/tests/support/rows";

/** A dossier of its own, published, and a draft event in it, saved by an author. */
async function ownDraft(
  title: string,
  [countryA, countryB]: [string, string],
): Promise<{ dossier: string; path: string }> {
  const { source } = await firstDossier();
  const cookie = await adminCookie();
  const values = {
    countryA,
    countryB,
    established: "1970-02-03",
    summary: "Two islands.",
    [firstSource]: source,
  };
  const dossier = await writeRecord({ kind: "dossier", intent: "publish", values, cookie });
  const event = await writeRecord({
    kind: "event",
    intent: "save",
    values: { title, date: "1971-04-05", type: "other", text: "They met.", [firstSource]: source },
    dossierId: dossier.id,
    cookie: await cookieOfRole("author"),
  });
  return { dossier: dossier.id, path: `/admin/history/${event.id}` };
}
const review = ({ page }: Desk) => page.getByRole("region", { name: "Review", exact: true });
const comments = ({ page }: Desk) => page.getByRole("region", { name: /^Comments/ });

test("an author submits, an editor returns it with a word why, and accepts it the second time", async ({
  as,
}) => {
  const [author, editor] = [await as("author"), await as("editor")];
  const title = `Islands ${unique()}`;
  const { dossier, path } = await ownDraft(title, ["MH", "PG"]);
  await editor.page.goto(`/admin/dossiers/${dossier}/home`);
  await editor.page.getByRole("button", { name: "Ask for a review", exact: true }).click();
  await expect(editor.page.getByText("authors submit them")).toBeVisible();

  await author.open(path);
  await author.fill({ "For the editors": "From the gazette of 1971" });
  await author.press("Submit for review");
  await expect(author.page.getByText("Saved, and submitted for review.")).toBeVisible();
  await expect(review(author)).toContainText("From the gazette of 1971");

  await editor.page.goto(`/admin/reviews?dossier=${dossier}`);
  expect(await barriersInBoth(editor.page, { what: "the queue" })).toEqual([]);
  await editor.page.emulateMedia({ colorScheme: "light" });
  await editor.page.getByRole("link", { name: title }).click();
  await editor.ready();
  await expect(review(editor)).toContainText("Submitted for review by Aldo Author");
  await editor.page.getByText("Return it").click();
  await editor.page.getByRole("button", { name: "Return to its author" }).click();
  await expect(editor.page.getByText("Say what should be changed.")).toBeVisible();
  await editor.page.getByLabel("What should be changed").fill("Where did they meet?");
  expect(await barriersOf(editor.page, { what: "a record that waits for review" })).toEqual([]);
  await editor.page.getByRole("button", { name: "Return to its author" }).click();
  await expect(review(editor)).toContainText("Returned by Edith Editor");

  // The author is told above every page, in the list, and at the record.
  await author.page.goto("/admin/notices");
  const told = author.page.getByRole("listitem").filter({ hasText: title });
  await expect(told).toContainText("Edith Editor returned it");
  await expect(told).toContainText("New");
  await author.page.goto(`/admin/history?q=${title.split(" ")[1]}`);
  await expect(author.page.getByRole("row", { name: title })).toContainText("Returned");
  await author.open(path);
  await expect(review(author)).toContainText("Where did they meet?");
  await author.page.goto("/admin/notices");
  await expect(told).not.toContainText("New");

  await author.open(path);
  await author.fill({ Text: "They met on the beach." });
  await author.press("Submit for review");
  await expect(review(author)).toContainText("Submitted for review");
  await editor.open(path);
  await review(editor).getByLabel("What changed").fill("Where they met.");
  await review(editor).getByRole("button", { name: "Accept and publish" }).click();
  await editor.page.getByRole("link", { name: "Open the record" }).click();
  await expect(editor.bar.getByText("Published", { exact: true })).toBeVisible();
  await expect(review(editor)).toHaveCount(0);
  await expect(editor.page.getByRole("region", { name: "Versions" })).toContainText(
    "submitted by Aldo Author",
  );
  await expect
    .poll(async () => (await editor.page.request.get("/feed.atom")).text())
    .toContain("Where they met.");
  await author.page.goto("/admin/notices");
  await expect(told.first()).toContainText("accepted and published it");
});

test("what an author writes after submitting is not accepted unread", async ({ as }) => {
  const [author, editor] = [await as("author"), await as("editor")];
  const { dossier, path } = await ownDraft(`Islands ${unique()}`, ["CK", "NU"]);
  await one(
    `INSERT INTO "ReviewSetting" ("dossierId", "asks", "setByName") VALUES ($1, true, 'An editor') RETURNING "asks"`,
    dossier,
  );
  await author.open(path);
  await author.press("Submit for review");
  await expect(review(author)).toContainText("Submitted for review");
  // To read what one was told draws the page anew, as the record stands by then: it is read already.
  await one(
    `WITH read AS (UPDATE "DeskNotice" SET "readAt" = now() WHERE "entryId" = $1 AND "readAt" IS NULL RETURNING "id")
     SELECT count(*)::int AS "count" FROM read`,
    path.split("/").at(-1)!,
  );
  await editor.open(path);
  await expect(review(editor).getByRole("button", { name: "Accept and publish" })).toBeVisible();
  await author.fill({ Text: "Later words." });
  await author.save();
  await review(editor).getByRole("button", { name: "Accept and publish" }).click();
  await expect(review(editor).getByRole("alert")).toContainText("Aldo Author has changed the record");
  await editor.page.reload();
  await expect(review(editor)).toContainText("changed since it was submitted");
  await expect(review(editor).getByRole("button", { name: "Accept and publish" })).toHaveCount(0);
  await author.page.reload();
  await review(author).getByRole("button", { name: "Take it back" }).click();
  await expect(review(author)).toHaveCount(0);
});

test("a comment at a field is answered, settled and opened again, and outlives its row", async ({
  as,
  makeVisit,
}) => {
  const [editor, viewer] = [await as("editor"), await as("viewer", { scripts: false })];
  const path = await makeVisit();
  await viewer.page.goto(path);
  await viewer.page.getByLabel("About").selectOption({ label: "Office held at the time" });
  await viewer.page.getByLabel("Comment", { exact: true }).fill("Was she not deputy minister?");
  await viewer.page.getByRole("button", { name: "Say it" }).click();
  await expect(comments(viewer)).toContainText("Was she not deputy minister?");

  await editor.open(path);
  await expect(comments(editor)).toContainText("Comments (1 open)");
  const mark = editor.form.getByRole("button", { name: /^Office held at the time: open comments/ });
  await expect(mark).toContainText("Comments: 1");
  await mark.click();
  await expect(editor.page.getByLabel("Comment", { exact: true })).toBeFocused();
  await expect(editor.page.getByLabel("About")).toHaveValue("office");
  await comments(editor).locator("summary", { hasText: "Reply" }).click();
  await comments(editor).getByLabel("Reply").fill("Minister since March.");
  await comments(editor).getByRole("button", { name: "Send the reply" }).click();
  await expect(comments(editor)).toContainText("Minister since March.");
  expect(await barriersInBoth(editor.page, { what: "a record with comments" })).toEqual([]);
  await comments(editor).getByRole("button", { name: "Settled" }).click();
  await expect(comments(editor)).toContainText("1 settled comment");
  await comments(editor).getByText("1 settled comment").click();
  await comments(editor).getByRole("button", { name: "Open it again" }).click();
  await expect(comments(editor)).toContainText("Comments (1 open)");

  // A row that was there when it was said, and is not any more.
  await database().query(`UPDATE "Comment" SET "path" = $2 WHERE "entryId" = $1 AND "parentId" IS NULL`, [
    path.split("/").at(-1),
    "meetings/00000000-0000-4000-8000-000000000009/host",
  ]);
  await viewer.page.goto(path);
  await expect(comments(viewer)).toContainText("On a row that was removed (Meetings)");
});
