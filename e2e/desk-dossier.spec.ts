/** A dossier as what one works in: its home at the desk, and its calendar, which calendar programs read as well. */
import { barriersInBoth } from "./support/barriers";
import { cookieOfRole, firstDossier } from "./support/crew";
import { expect, test, unique } from "./support/fixtures";
import { writeRecord } from "./support/records";

test("a dossier's home at the desk tells what waits and leads to new records and tables of it", async ({
  as,
}) => {
  const { dossierId } = await firstDossier();
  const title = `Event ${unique()}`;
  const values = { title };
  await writeRecord({
    kind: "event",
    intent: "save",
    values,
    dossierId,
    cookie: await cookieOfRole("author"),
  });
  const editor = await as("editor");
  const { page } = editor;
  await editor.open(`/admin/dossiers/${dossierId}`);
  await page.getByRole("link", { name: "What it holds and what waits" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Kazakhstan–Mexico" })).toBeVisible();
  for (const region of ["Waiting for an editor", "Without a source"])
    await expect(page.getByRole("region", { name: region }).getByRole("link", { name: title })).toBeVisible();
  expect(await barriersInBoth(page, { what: "a dossier's home" })).toEqual([]);
  await page.getByRole("link", { name: "Paste a table: Visits" }).click();
  await expect(page).toHaveURL(`/admin/visits/paste?dossier=${dossierId}`);
});

test("a dossier's calendar is read at the desk, and by a private address until that is revoked", async ({
  as,
}) => {
  const { dossierId } = await firstDossier();
  const author = await as("author");
  const { page } = author;
  await author.open(`/admin/calendar?dossier=${dossierId}`);
  await expect(page.getByRole("link", { name: /years of relations: Kazakhstan–Mexico/ })).toBeVisible();
  expect(await barriersInBoth(page, { what: "the calendar" })).toEqual([]);
  await page.getByRole("button", { name: "Make a private address" }).click();
  const address = new URL(await page.getByLabel("Address of the calendar").inputValue());
  const read = () => fetch(new URL(address.pathname, page.url()));
  const answer = await read();
  expect(answer.headers.get("content-type")).toContain("text/calendar");
  const text = await answer.text();
  expect(text).toContain("BEGIN:VCALENDAR");
  expect(text.replace(/\r\n /g, "")).toContain("years of relations: Kazakhstan–Mexico");

  await page.getByRole("button", { name: "Revoke" }).first().click();
  await expect(async () => expect((await read()).status).toBe(404)).toPass();
});
