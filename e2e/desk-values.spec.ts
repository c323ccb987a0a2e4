/** Values as sources and maps write them, read back while they are typed. */
import { expect, test, unique } from "./support/fixtures";

test("an editor types a mission's coordinates as a map writes them, and a pair fills both fields", async ({
  as,
}) => {
  const editor = await as("editor");
  await editor.openNew("missions");
  const [latitude, longitude] = [editor.field("Latitude"), editor.field("Longitude")];
  await latitude.fill("51°10′10″ N");
  await expect(editor.form.getByText("Reads: 51.169444444°", { exact: true })).toBeVisible();
  await latitude.fill("51,1694; 71,449");
  await editor.form.getByRole("button", { name: "Fill in both: 51,1694 and 71,449" }).click();
  await expect(latitude).toHaveValue("51,1694");
  await expect(longitude).toHaveValue("71,449");
  await expect(editor.form.getByText("Reads: 71.449°", { exact: true })).toBeVisible();

  // Also where the button is left alone.
  await longitude.fill("");
  await latitude.fill("51°10′10″N 71°26′46″E");
  await editor.fill({
    Type: "Consulate",
    "Sending country": "Mexico",
    City: `City ${unique()}`,
    Opened: "12 مايو ٢٠٢٤",
  });
  await expect(editor.form.getByText("Reads: 12 May 2024", { exact: true })).toBeVisible();
  await editor.save();
  await expect(editor.page).toHaveURL(/\/admin\/missions\/[\da-f-]{36}/);
  await editor.page.reload();
  await expect(latitude).toHaveValue("51.169444");
  await expect(longitude).toHaveValue("71.446111");
  await expect(editor.field("Opened")).toHaveValue("2024-05-12");

  await longitude.fill("51 N");
  await editor.press("Publish");
  await expect(longitude).toHaveAccessibleDescription(/This is the other coordinate/);
});

test("an editor types dates of other scripts and calendars, and is told what no date of ours is", async ({
  as,
}) => {
  const editor = await as("editor");
  await editor.openNew("visits");
  const first = editor.field("First day");
  await first.fill("2024年5月12日から14日まで");
  await expect(editor.form.getByRole("button", { name: "Fill in both: 12–14 May 2024" })).toBeVisible();
  await first.fill("令和6年5月12日");
  await expect(editor.form.getByText("This year is counted from the beginning of an era.")).toBeVisible();
  await editor.form.getByRole("button", { name: "Use 12 May 2024" }).click();
  await expect(first).toHaveValue("2024-05-12");
  await first.fill("1XXX");
  await expect(editor.form.getByText("at least the century has to be known")).toBeVisible();
  await first.fill("4 Ramadan 1445");
  await expect(editor.form.getByText("This is a date of another calendar.")).toBeVisible();
});

test("an editor types a sum as a Chinese source states it", async ({ as }) => {
  const editor = await as("editor");
  await editor.openNew("trade");
  await editor.field(/^Total/).fill("5亿美元");
  await expect(editor.form.getByText("Reads: 500,000,000 (500 million)")).toBeVisible();
  await expect(editor.field("Currency")).toHaveValue("USD");
});
