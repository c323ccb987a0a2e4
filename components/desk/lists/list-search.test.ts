import { expect, test } from "vitest";
import { listSearch } from "./list-search";

test("a form of filters asks for what is chosen, and for nothing empty or usual", () => {
  const form = new FormData();
  for (const [name, value] of [
    ["q", "  "],
    ["state", "draft"],
    ["sort", "updated"],
    ["columns", "state"],
    ["columns", "rank"],
  ] as const)
    form.append(name, value);
  expect(listSearch(form, { sort: "updated", columns: "state" })).toBe("state=draft&columns=state%2Crank");
  expect(listSearch(form, { sort: "updated", columns: "state,rank" })).toBe("state=draft");
});
