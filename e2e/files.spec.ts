/** A text from the desk to readers and back: uploaded, published, found by its words, and gone when it is taken down. */
import { expect, test, unique } from "./support/fixtures";
import { pdfSaying, pictureOf } from "@/tests/support/sample-files";

test("an editor attaches an agreement's text, readers find it and its words, and it goes with the agreement", async ({
  as,
  page,
}) => {
  const word = `quillwort${unique().replace(/\d/g, "")}`;
  const title = `Convention on Ferns ${unique()}`;
  const text = pdfSaying(`Each Party shall grow one ${word} yearly`);
  const editor = await as("editor");
  await editor.openNew("agreements");
  await editor.fill({ Title: title, Type: "Convention", Subject: "Culture" });
  await editor.fill({
    "Original title": "Convenio sobre helechos",
    "Language of the original title": "Spanish",
  });
  await editor.page.getByRole("button", { name: "Add file" }).click();
  const row = editor.page.getByRole("group", { name: "File 1", exact: true });
  const put = (name: string, buffer: Buffer) =>
    row.locator("input[type=file]").setInputFiles({ name, mimeType: "application/pdf", buffer });
  await put("page.pdf", Buffer.from("<html><script>alert(1)</script></html>"));
  await expect(row.getByRole("alert")).toContainText("none of the files that can be attached");
  await put("The_text in Spanish.pdf", text);
  await expect(row.getByRole("link", { name: /Open the file \(PDF/ })).toBeVisible();
  await expect(editor.field("Title", row)).toHaveValue("The text in Spanish");
  await editor.fill({ "What it is": "Authentic text", Language: "Spanish" }, row);
  await editor.cite();
  await editor.publish();

  await expect(async () => {
    await page.goto(`/search?q=${word}`);
    await page.getByRole("link", { name: title, exact: true }).click({ timeout: 1000 });
  }).toPass();
  const texts = page.getByRole("link", { name: "The text in Spanish" });
  await expect(texts).toHaveAttribute("hreflang", "es");
  await expect(texts.locator("bdi")).toHaveAttribute("lang", "es");
  const original = page.getByRole("main").locator("bdi[lang=es]", { hasText: "Convenio sobre helechos" });
  await expect(original).toBeVisible();
  const described = await page.locator("script[type='application/ld+json']").allTextContents();
  expect(described.join()).toContain('{"@value":"Convenio sobre helechos","@language":"es"}');
  const address = (await texts.getAttribute("href"))!;
  expect(address).toMatch(/^\/files\/[0-9a-f]{64}\/the-text-in-spanish\.pdf$/);
  const served = await page.request.get(address);
  expect(await served.body()).toEqual(text);
  expect(served.headers()).toMatchObject({
    "content-type": "application/pdf",
    "x-content-type-options": "nosniff",
    "content-disposition": "inline",
  });
  expect(served.headers()["content-security-policy"]).toContain("sandbox");
  const part = await page.request.get(address, { headers: { range: "bytes=0-4" } });
  expect([part.status(), (await part.body()).toString()]).toEqual([206, "%PDF-"]);

  await editor.more("Take off the site");
  await expect(editor.bar.getByText("Draft", { exact: true })).toBeVisible();
  await expect(async () => expect((await page.request.get(address)).status()).toBe(404)).toPass();
});

test("an event shows a picture, made anew, with who made it", async ({ as, page }) => {
  const title = `A field ${unique()}`;
  const editor = await as("editor");
  await editor.openNew("history");
  await editor.fill({ Title: title, Date: "2020", Type: "Other", Text: "A field was painted." });
  await editor.page.getByRole("button", { name: "Add file" }).click();
  const row = editor.page.getByRole("group", { name: "File 1", exact: true });
  const picture = { name: "field.jpg", mimeType: "image/jpeg", buffer: await pictureOf("jpeg") };
  await row.locator("input[type=file]").setInputFiles(picture);
  await expect(row.getByRole("link", { name: /Open the file \(JPG/ })).toBeVisible();
  await editor.fill({ Title: "A blue field", Credit: "Ana Painter", Licence: "CC BY 4.0" }, row);
  await editor.cite();
  await editor.publish();
  await expect(async () => {
    await page.goto("/kazakhstan-mexico/history");
    await page.getByRole("link", { name: title, exact: true }).click({ timeout: 1000 });
  }).toPass();
  const shown = page.getByRole("img", { name: "A blue field" });
  await shown.scrollIntoViewIfNeeded();
  await expect.poll(() => shown.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(800);
  await expect(page.getByText("Credit: Ana Painter")).toBeVisible();
  if (process.env.FILES_SHOTS)
    await page.screenshot({ path: `${process.env.FILES_SHOTS}/event.png`, fullPage: true });
});

test("without scripts a file is uploaded on a page of its own", async ({ as }) => {
  const author = await as("author", { scripts: false });
  await author.page.goto("/admin/files/new");
  const put = async (buffer: Buffer) => {
    await author.page
      .locator("input[type=file]")
      .setInputFiles({ name: "a.pdf", mimeType: "application/pdf", buffer });
    await author.page.getByRole("button", { name: "Upload" }).click();
  };
  await put(Buffer.from("%PDF-1.4 cut short"));
  await expect(author.page.getByRole("alert").first()).toContainText("damaged or cut short");
  await put(pdfSaying("A text"));
  await expect(author.page.getByRole("textbox")).toHaveValue(/^[0-9a-f]{64}\.pdf$/);
});
