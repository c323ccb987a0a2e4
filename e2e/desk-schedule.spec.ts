/** Publishing and taking down at a time: asked for, told of, done by the server, and refused where it may not be done. */
import { barriersOf } from "./support/barriers";
import { expect, test, unique } from "./support/fixtures";
import { database } from "./support/traces";

/** Lets the time of what is scheduled for a record come, as if it had been scheduled then. */
async function letItCome(path: string): Promise<void> {
  await database().query(
    `UPDATE "ScheduledMove" SET "dueAt" = now() - interval '1 hour', "tryAt" = now() - interval '1 hour' WHERE "entryId" = $1`,
    [path.split("/").at(-1)],
  );
}

test("a visit is scheduled in the editor's zone without scripts, and published late when the server comes to it", async ({
  as,
  makeVisit,
}) => {
  const visitor = `Visitor ${unique()}`;
  const path = await makeVisit(visitor);
  const { page } = await as("editor", { scripts: false });
  await page.goto(path);
  await page.getByRole("link", { name: "Publish or take down at a time" }).click();
  await page.getByLabel("Day").fill("2031-03-30");
  await page.getByLabel("Time", { exact: true }).fill("02:30");
  await page.getByLabel("Time zone").selectOption("Europe/Berlin");
  await page.getByRole("button", { name: "Schedule" }).click();
  await expect(page.getByText("Clocks skip this time on that day.")).toBeVisible();
  await expect(page.getByLabel("Day")).toHaveValue("2031-03-30");
  await page.getByLabel("Time zone").selectOption("Asia/Almaty");
  await page.getByRole("button", { name: "Schedule" }).click();
  await expect(page.getByText("Scheduled. It stands beside the record until then.")).toBeVisible();
  const side = page.getByRole("region", { name: "Schedule", exact: true });
  await expect(side).toContainText("To be published on 30 Mar 2031, 02:30 GMT+5 (Asia/Almaty)");
  for (const elsewhere of ["/admin", `/admin/visits?q=${visitor.split(" ")[1]}`]) {
    await page.goto(elsewhere);
    await expect(
      page.getByText("To be published on 30 Mar 2031, 02:30 GMT+5 (Asia/Almaty)").first(),
    ).toBeVisible();
  }

  await letItCome(path);
  await expect
    .poll(async () => {
      await page.goto(path);
      return page.getByText("was done 60 minutes late").count();
    })
    .toBe(1);
  await page.getByRole("button", { name: "I have seen this" }).click();
  await expect(page.getByText("was done 60 minutes late")).toHaveCount(0);
  await page.goto(`/search?q=${visitor.split(" ")[1]}`);
  await expect(page.getByRole("link", { name: visitor })).toBeVisible();
});

test("what an author saves afterwards is not published: the editor is told, and calls it off or schedules it anew", async ({
  as,
  makeVisit,
}) => {
  const [editor, author] = [await as("editor"), await as("author")];
  const path = await makeVisit();
  const side = editor.page.getByRole("region", { name: "Schedule", exact: true });
  const schedule = async (button: string) => {
    await editor.page.goto(`${path}/schedule`);
    const form = editor.page.getByRole("region", { name: "Publish" });
    await form.getByLabel("Day").fill("2031-03-30");
    await form.getByRole("button", { name: button }).click();
    await expect(side).toContainText("To be published on 30 Mar 2031");
  };
  await schedule("Schedule");
  await author.open(path);
  await author.fill({ "Office held at the time": "Minister of Sport" });
  await author.save();
  await editor.page.goto(path);
  await expect(side).toContainText("it will not be published unless it is scheduled anew");
  expect(await barriersOf(editor.page, { what: "a record that is scheduled" })).toEqual([]);
  await schedule("Schedule anew");
  await expect(side).not.toContainText("scheduled anew");
  await side.getByRole("button", { name: "Call it off" }).click();
  await expect(side).not.toContainText("To be published on");

  await schedule("Schedule");
  await author.open(path);
  await author.fill({ "Office held at the time": "Minister of Education" });
  await author.save();
  await letItCome(path);
  await expect
    .poll(async () => {
      await editor.page.goto("/admin");
      return editor.page.getByText(`${author.name} saved the draft afterwards`).count();
    })
    .toBeGreaterThan(0);
  expect(await barriersOf(editor.page, { what: "the dashboard with a refused schedule" })).toEqual([]);
});

test("of a draft that cannot be published the schedule names each field that is missing", async ({ as }) => {
  const editor = await as("editor");
  const { page } = await editor.openNew("visits");
  await editor.fill({ Purpose: `Nothing else ${unique()}` });
  await editor.save();
  await page.getByRole("link", { name: "Publish or take down at a time" }).click();
  await page.getByLabel("Day").fill("2031-03-30");
  await page.getByLabel("Time", { exact: true }).fill("09:00");
  await page.getByRole("button", { name: "Schedule" }).click();
  const told = page.getByRole("alert").filter({ hasText: "cannot be published as it stands" });
  for (const field of ["Visitor", "First day", "Rank", "Sources"])
    await expect(told.getByRole("listitem").filter({ hasText: `${field}: ` })).toHaveCount(1);
});
