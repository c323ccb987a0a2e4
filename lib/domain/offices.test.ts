import { describe, expect, it } from "vitest";
import { officesOn, termOf } from "./offices";

const foreignMinister = { office: "Minister of Foreign Affairs", from: "2012-09", to: "2016-12-28" };
const ambassador = { office: "Ambassador to the United States", from: "2017" };
const deputy = { office: "Deputy Minister", to: "2002" };
const undated: { office: string; from?: string; to?: string } = { office: "Member of parliament" };
const all = [undated, deputy, foreignMinister, ambassador];

describe("the offices on a day", () => {
  it.each([
    ["2014-09-12", [foreignMinister, undated]],
    ["2016", [foreignMinister, undated]],
    ["2016-12-29", [undated]],
    ["2018", [ambassador, undated]],
    ["1999-05", [undated, deputy]],
    ["2002", [undated, deputy]],
    ["not a date", [ambassador, foreignMinister, undated, deputy]],
    [undefined, [ambassador, foreignMinister, undated, deputy]],
  ])("%s", (date, held) => expect(officesOn(all, date)).toEqual(held));
});

it.each([
  [{ from: "2012", to: "2016" }, "2012/2016"],
  [{ from: "2012" }, "2012/"],
  [{ to: "2016" }, "/2016"],
  [{ from: "2012/.." }, "2012/.."],
  [{ from: "2012", to: "2012" }, "2012"],
  [{}, undefined],
])("the term of %o is %s", (term, date) => expect(termOf(term)).toBe(date));
