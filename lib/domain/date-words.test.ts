import { describe, expect, it } from "vitest";
import { showDateRange, showPartialDate } from "./date-words";

describe("showPartialDate", () => {
  it.each([
    ["2014", "2014"],
    ["2014-09", "September 2014"],
    ["1992-01-14", "14 January 1992"],
    ["1985~", "about 1985"],
    ["1984?", "1984 (uncertain)"],
    ["1992/..", "since 1992"],
    ["../1985-04", "until April 1985"],
    ["1992/", "from 1992, end not recorded"],
    ["201X", "the 2010s"],
    ["198X/2001", "the 1980s – 2001"],
    ["/1985-04", "to April 1985, beginning not recorded"],
    ["2004-02/2005-03", "February 2004 – March 2005"],
    ["2024-05-26/2024-05-28", "26–28 May 2024"],
    ["2024-05-26/2024-06-02", "26 May – 2 June 2024"],
    ["2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025"],
    ["2004/2006", "2004–2006"],
    ["2004?/2006", "2004 (uncertain) – 2006"],
    ["198X?", "the 1980s (uncertain)"],
    ["19XX", "the 1900s"],
    ["190X", "the 1900s (1900–1909)"],
    ["2004-06-XX", "June 2004"],
    ["2004-XX-XX~", "about 2004"],
    ["2001-24", "winter 2001"],
  ])("shows %s as %s, and no more than is known", (stored, words) => {
    expect(showPartialDate(stored)).toBe(words);
  });

  it("speaks the reader's language", () => {
    expect(showPartialDate("2014-09", "es")).toBe("septiembre de 2014");
  });
});

describe("showDateRange", () => {
  it.each([
    ["2024-05-26", "2024-05-28", "26–28 May 2024"],
    ["2024-05-26", "2024-05-26", "26 May 2024"],
    ["2024-05-30", "2024-06-02", "30 May – 2 June 2024"],
    ["2024-05", "2024-06-02", "May 2024 – 2 June 2024"],
    ["2014", "2016~", "2014 – about 2016"],
    ["2014/2015", "2016", "2014–2015 – 2016"],
  ])("says %s and %s as %s", (began, ended, words) => expect(showDateRange(began, ended)).toBe(words));

  it("speaks the reader's language", () => {
    expect(showDateRange("2024-05-26", "2024-05-28", "es")).toBe("26–28 de mayo de 2024");
  });
});
