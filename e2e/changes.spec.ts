/** What an editor changes, readers see by day and word by word, and how it stood before. */
import { expect, test } from "@playwright/test";
import { firstSource } from "@/tests/support/rows";
import { barriersInBoth } from "./support/barriers";
import { adminCookie, firstDossier } from "./support/crew";
import { uniqueWord } from "./support/members";
import { writeRecord } from "./support/records";

test("a change is told with its note, word by word, and the version before can still be read", async ({
  page,
}) => {
  const { source, dossierId } = await firstDossier();
  const [cookie, word] = [await adminCookie(), uniqueWord()];
  const values = {
    title: `Talks ${word}`,
    type: "other",
    text: "Talks on wheat and gas.",
    [firstSource]: source,
  };
  const write = { kind: "event", dossierId, cookie } as const;
  const first = await writeRecord({ ...write, intent: "publish", values });
  const changed = { ...values, text: "Talks on oil and gas." };
  const second = await writeRecord({
    ...write,
    intent: "publish",
    target: first,
    values: { ...changed, _note: `Corrected ${word}.` },
  });
  const saved = await writeRecord({
    ...write,
    intent: "save",
    target: second,
    values: { ...values, text: `Draft ${word}.` },
  });

  await page.goto("/kazakhstan-mexico/changes?kind=event");
  const line = page
    .getByRole("listitem")
    .filter({ hasText: `Corrected ${word}.` })
    .last();
  await expect(line).toContainText("changed");
  await line.getByRole("link", { name: "What changed" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Talks ${word}`);
  await expect(page.locator("del")).toHaveText("wheat ");
  await expect(page.locator("ins")).toHaveText("oil ");
  await expect(page.getByRole("main")).not.toContainText("Draft");

  await page.getByRole("link", { name: "As it stood then" }).last().click();
  await expect(page.getByText("This is an earlier version")).toBeVisible();
  await expect(page.getByRole("region", { name: "The record in this version" })).toContainText(
    "Talks on wheat and gas.",
  );
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
  expect(
    await barriersInBoth(page, { tags: ["wcag2a", "wcag2aa", "best-practice"], what: page.url() }),
  ).toEqual([]);
  // It is drawn as the record's own page is, and so are its sources.
  await expect(page.getByRole("region", { name: "Source of this page" })).toContainText("relations");

  await page.getByRole("link", { name: "What is recorded now" }).click();
  const lasting = `/kazakhstan-mexico/changes/${second.id}?version=${second.version}`;
  await page.getByText("Cite this page").click();
  await expect(page.locator("details", { hasText: "Cite this page" })).toContainText(lasting);
  const { pathname } = new URL(page.url());
  expect(await (await page.request.get(`${pathname}/cite.bib`)).text()).toContain(lasting);
  await page.goto(lasting);
  await expect(page.getByText("Nothing has changed since")).toBeVisible();
  await page.getByRole("link", { name: "what is recorded now" }).click();
  await page.getByRole("link", { name: "Published versions" }).click();
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(2);

  // What was withdrawn is said to have been, at the address that was cited; what it said is nowhere.
  const third = await writeRecord({ ...write, intent: "unpublish", target: saved, values });
  expect(third.id).toBe(first.id);
  const answer = await page.goto(lasting);
  expect(answer?.status()).toBe(410);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A record that was withdrawn");
  await expect(page.getByRole("main")).not.toContainText(word);
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
  expect(
    await barriersInBoth(page, { tags: ["wcag2a", "wcag2aa", "best-practice"], what: page.url() }),
  ).toEqual([]);
  expect((await page.request.get(lasting.replace(/\d+$/, "999"))).status()).toBe(404);
});
