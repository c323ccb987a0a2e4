import { expect, it } from "vitest";
import { asTypedOut, problemsOfSetting } from "./set-field";

it("keeps what is set as the field types it out, however it was sent", () => {
  const blanks = " \n".repeat(30_000);
  for (const [field, sent, kept] of [
    ["places", `${blanks}Astana ${blanks}Almaty${blanks}`, "Astana\nAlmaty"],
    ["office", "  Minister of Foreign Affairs ", "Minister of Foreign Affairs"],
    ["standing", blanks, ""],
  ] as const) {
    const params = { field, value: sent, empties: kept === "" };
    expect(problemsOfSetting("visit", params)).toEqual([]);
    expect(asTypedOut("visit", params)).toEqual({ ...params, value: kept });
    expect(asTypedOut("visit", asTypedOut("visit", params))).toEqual({ ...params, value: kept });
  }
});

it("asks for a value or for leave to empty the field, but of sets from before that was asked", () => {
  const codes = (params: Parameters<typeof problemsOfSetting>[1]) =>
    problemsOfSetting("visit", { field: "standing", ...params }).map(({ code }) => code);
  expect(codes({ value: " ", empties: false })).toEqual(["bulk.nothingToSet"]);
  expect(codes({ value: "A first", empties: true })).toEqual(["bulk.setAndEmptied"]);
  expect(codes({ value: " " })).toEqual([]);
  expect(codes({ value: "A first" })).toEqual([]);
});
