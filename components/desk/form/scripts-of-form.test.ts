import { expect, test, vi } from "vitest";

vi.mock("edtf", () => {
  throw new Error("dates are read by what is loaded once one is typed");
});
vi.mock("i18n-iso-countries", () => {
  throw new Error("countries come with the page, named");
});

test("a form begins without what reads dates and names countries: 20 kB of scripts", async () => {
  await expect(import("./record-form")).resolves.toHaveProperty("RecordForm");
});
