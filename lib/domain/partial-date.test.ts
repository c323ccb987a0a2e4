import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { showPartialDate } from "./date-words";
import { isBefore, machineDate, parsePartialDate, sortDay, yearOf } from "./partial-date";

const readable = (text: string) => {
  const read = parsePartialDate(text);
  return read.ok ? read.date : read.problem;
};

describe("parsePartialDate", () => {
  it.each([
    ["2014", "2014-01-01", "2014-12-31"],
    ["2014-09", "2014-09-01", "2014-09-30"],
    ["2014-09-12", "2014-09-12", "2014-09-12"],
    ["1984?", "1984-01-01", "1984-12-31"],
    ["1985~", "1985-01-01", "1985-12-31"],
    ["2004-02/2005-03", "2004-02-01", "2005-03-31"],
    ["1985-04/..", "1985-04-01", null],
    ["../1985", null, "1985-12-31"],
    ["2016-02-29", "2016-02-29", "2016-02-29"],
    ["198X?", "1980-01-01", "1989-12-31"],
    ["19XX", "1900-01-01", "1999-12-31"],
    ["19XX~", "1900-01-01", "1999-12-31"],
    ["2004-06-XX", "2004-06-01", "2004-06-30"],
    ["2004-02-XX%", "2004-02-01", "2004-02-29"],
    ["2004-XX", "2004-01-01", "2004-12-31"],
    ["2004-XX-XX", "2004-01-01", "2004-12-31"],
    ["2001-21", "2001-03-01", "2001-11-30"],
    ["2003-22", "2003-06-01", "2004-02-29"],
    ["2001-24?", "2001-06-01", "2002-02-28"],
    ["2014-21/2015", "2014-03-01", "2015-12-31"],
  ])("reads %s as the days from %s to %s", (text, earliest, latest) => {
    expect(readable(text)).toEqual({ edtf: text, earliest, latest });
  });

  it.each([
    ["2015-02-29", "date.impossible"],
    ["0000", "date.impossible"],
    ["0000-05-01", "date.impossible"],
    ["0000/2014", "date.impossible"],
    ["2014-13", "date.impossible"],
    ["2023-25", "date.impossible"],
    ["2014-33/2015", "date.impossible"],
    ["00XX", "date.impossible"],
    ["000X", "date.impossible"],
    ["2004-XX-12", "date.unreadable"],
    ["XXXX", "date.unreadable"],
    ["2014-04-31", "date.impossible"],
    ["2005/2004", "date.reversed"],
    ["12 September 2014", "date.unreadable"],
    ["2014-9", "date.unreadable"],
    ["12/09/2014", "date.unreadable"],
    ["../..", "date.unreadable"],
    ["20144", "date.unreadable"],
    ["2014-09-12T10:00", "date.unreadable"],
  ])("refuses %s as %s", (text, problem) => {
    expect(readable(text)).toBe(problem);
  });

  it("reads every day of the calendar as itself, and shows its year", () => {
    const day = fc.date({ min: new Date("1000-01-01"), max: new Date("2999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(readable(iso)).toEqual({ edtf: iso, earliest: iso, latest: iso });
        expect(showPartialDate(iso)).toContain(String(date.getUTCFullYear()));
      }),
    );
  });

  it("takes spaces round an interval's slash", () => {
    expect(readable(" 2004-02 /  2005-03 ")).toMatchObject({ edtf: "2004-02/2005-03" });
    expect(readable("0001")).toMatchObject({ earliest: "0001-01-01" });
  });

  it("refuses long text", () => {
    expect(readable(`2014${" ".repeat(57)}`)).toBe("date.unreadable");
    expect(readable(`2014${" ".repeat(500_000)}x`)).toBe("date.unreadable");
  });

  it("never throws, whatever is typed", () => {
    fc.assert(fc.property(fc.string(), (text) => void parsePartialDate(text)));
  });
});

describe("comparing", () => {
  it("calls a date earlier only where every day it can mean is", () => {
    expect(isBefore("2014-08", "2014-09-12")).toBe(true);
    expect(isBefore("2014", "2014-09-12")).toBe(false);
    expect(isBefore("2014-09-13", "2014-09-12")).toBe(false);
    expect(isBefore("1992/..", "2014")).toBe(false);
    expect(isBefore("1992/", "2014")).toBe(false);
    expect(isBefore("199X", "2000")).toBe(true);
    expect(isBefore("199X", "1999")).toBe(false);
  });

  it("is never true both ways", () => {
    const date = fc.constantFrom("2014", "2014-09", "2014-09-12", "2013/2015", "2015/..", "../2013", "1999?");
    fc.assert(fc.property(date, date, (a, b) => !(isBefore(a, b) && isBefore(b, a))));
  });

  it("sorts by the first day, and knows the year", () => {
    expect(sortDay("2014-09")).toBe("2014-09-01");
    expect(sortDay("../1985")).toBe("1985-12-31");
    expect(yearOf("1992/..")).toBe(1992);
    expect(yearOf(undefined)).toBeNull();
  });

  it("gives HTML a date only where it can hold one", () => {
    expect(machineDate("2014-09")).toBe("2014-09");
    expect(machineDate("2014?")).toBeUndefined();
    expect(machineDate("1992/..")).toBeUndefined();
    expect(machineDate("1992/")).toBeUndefined();
    expect(machineDate("199X")).toBeUndefined();
    expect(machineDate("2001-21")).toBeUndefined();
    expect(machineDate("2004-06-XX")).toBeUndefined();
  });
});
