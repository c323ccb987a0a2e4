import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { showPartialDate } from "./date-words";
import { parsePartialDate } from "./partial-date";
import { readTypedDate, typeDate } from "./typed-date";

/** What is typed, what is stored, and how it reads. */
const read: [typed: string, edtf: string, words: string][] = [
  ["22.01.1963", "1963-01-22", "22 January 1963"],
  ["03.04.1963", "1963-04-03", "3 April 1963"],
  ["22 January 1963", "1963-01-22", "22 January 1963"],
  ["22nd of January, 1963", "1963-01-22", "22 January 1963"],
  ["January 22, 1963", "1963-01-22", "22 January 1963"],
  ["Tuesday, 22 January 1963", "1963-01-22", "22 January 1963"],
  ["Sun 5 May 1963", "1963-05-05", "5 May 1963"],
  ["Tues, 22 January 1963", "1963-01-22", "22 January 1963"],
  ["Thurs. 24 January 1963", "1963-01-24", "24 January 1963"],
  ["22 January 1963 (Tuesday)", "1963-01-22", "22 January 1963"],
  ["Wed 03/04/1963", "1963-04-03", "3 April 1963"],
  ["Monday, January 1963", "1963-01", "January 1963"],
  ["12 мая 2024 года", "2024-05-12", "12 May 2024"],
  ["12 мая 2024 г.", "2024-05-12", "12 May 2024"],
  ["воскресенье, 12 мая 2024 г.", "2024-05-12", "12 May 2024"],
  ["в мае 2024 года", "2024-05", "May 2024"],
  ["с 1992 года", "1992/..", "since 1992"],
  ["с 1992 г. по настоящее время", "1992/..", "since 1992"],
  ["1980-е годы", "198X", "the 1980s"],
  ["2024 жылғы 12 мамыр", "2024-05-12", "12 May 2024"],
  ["12 de mayo de 2024", "2024-05-12", "12 May 2024"],
  ["el domingo 12 de mayo de 2024", "2024-05-12", "12 May 2024"],
  ["desde 1992", "1992/..", "since 1992"],
  ["1er mai 2024", "2024-05-01", "1 May 2024"],
  ["le 3 août 2024", "2024-08-03", "3 August 2024"],
  ["3 aout 2024", "2024-08-03", "3 August 2024"],
  ["Sonntag, den 12. Mai 2024", "2024-05-12", "12 May 2024"],
  ["vom 12. März 2024", "2024-03-12", "12 March 2024"],
  ["seit 1992", "1992/..", "since 1992"],
  ["1980er Jahre", "198X", "the 1980s"],
  ["primavera de 2001", "2001-21", "spring 2001"],
  ["12 de maio de 2024", "2024-05-12", "12 May 2024"],
  ["12 maggio 2024", "2024-05-12", "12 May 2024"],
  ["12 травня 2024 року", "2024-05-12", "12 May 2024"],
  ["12 maja 2024 r.", "2024-05-12", "12 May 2024"],
  ["12 Mayıs 2024", "2024-05-12", "12 May 2024"],
  ["2024年5月12日", "2024-05-12", "12 May 2024"],
  ["22-Jan-1963", "1963-01-22", "22 January 1963"],
  ["22 I 1963", "1963-01-22", "22 January 1963"],
  ["22/01/1963", "1963-01-22", "22 January 1963"],
  ["01/22/1963", "1963-01-22", "22 January 1963"],
  ["05/05/1963", "1963-05-05", "5 May 1963"],
  ["1963-1-22", "1963-01-22", "22 January 1963"],
  ["1963/1/22", "1963-01-22", "22 January 1963"],
  ["1963\u201101\u201122", "1963-01-22", "22 January 1963"],
  ["22\u00a0January\u202f1963", "1963-01-22", "22 January 1963"],
  ["Jan 1963", "1963-01", "January 1963"],
  ["Sept. 2014", "2014-09", "September 2014"],
  ["01.1963", "1963-01", "January 1963"],
  ["1963/01", "1963-01", "January 1963"],
  ["May 2024?", "2024-05?", "May 2024 (uncertain)"],
  ["2016", "2016", "2016"],
  ["about 1985", "1985~", "about 1985"],
  ["c. 1985?", "1985%", "about 1985 (uncertain)"],
  ["198x?", "198X?", "the 1980s (uncertain)"],
  ["the 1980s", "198X", "the 1980s"],
  ["19XX", "19XX", "the 1900s"],
  ["19th century", "18XX", "the 1800s"],
  ["2004-06-XX", "2004-06-XX", "June 2004"],
  ["2004-XX-XX", "2004-XX-XX", "2004"],
  ["Spring 2001", "2001-21", "spring 2001"],
  ["fall 2021", "2021-23", "autumn 2021"],
  ["since 1992", "1992/..", "since 1992"],
  ["14 January 1992 – present", "1992-01-14/..", "since 14 January 1992"],
  ["until 1985", "../1985", "until 1985"],
  ["2004-02 / 2005-03", "2004-02/2005-03", "February 2004 – March 2005"],
  ["1992/", "1992/", "from 1992, end not recorded"],
];

/** What could be meant in more than one way, and all that it could be. */
const asked: [typed: string, problem: string, choices: string[]][] = [
  ["03/04/1963", "date.ambiguous", ["1963-04-03", "1963-03-04"]],
  ["3-4-1963", "date.ambiguous", ["1963-04-03", "1963-03-04"]],
  ["03/04/1963 - 05/04/1963", "date.ambiguous", ["1963-04-03/1963-04-05", "1963-03-04/1963-05-04"]],
  ["2011/12", "date.ambiguous", ["2011-12", "2011/2012"]],
  ["2023-24", "date.ambiguous", ["2023/2024", "2023-24"]],
  ["the 1900s", "date.ambiguous", ["19XX", "190X"]],
  ["12-14 May 2024", "date.twoDates", ["2024-05-12/2024-05-14"]],
  ["26–28 May 2024", "date.twoDates", ["2024-05-26/2024-05-28"]],
  ["12 to 14 May 2024", "date.twoDates", ["2024-05-12/2024-05-14"]],
  ["May 12-14, 2024", "date.twoDates", ["2024-05-12/2024-05-14"]],
  ["26 May - 2 June 2024", "date.twoDates", ["2024-05-26/2024-06-02"]],
  ["26.05.–02.06.2024", "date.twoDates", ["2024-05-26/2024-06-02"]],
  ["December 30, 2024 – January 2, 2025", "date.twoDates", ["2024-12-30/2025-01-02"]],
  ["May–June 2024", "date.twoDates", ["2024-05/2024-06"]],
  ["from 12 to 14 May 2024", "date.twoDates", ["2024-05-12/2024-05-14"]],
  ["between 12 and 14 May 2024", "date.twoDates", ["2024-05-12/2024-05-14"]],
  ["from Sunday 12 to Tuesday 14 May 2024", "date.twoDates", ["2024-05-12/2024-05-14"]],
  ["from 26 May until 2 June 2024", "date.twoDates", ["2024-05-26/2024-06-02"]],
  ["from 1963 to 1965", "date.twoDates", ["1963/1965"]],
  ["12, 13 and 14 May 2024", "date.twoDates", ["2024-05-12/2024-05-14"]],
  ["12, 13, and 14 May 2024", "date.twoDates", ["2024-05-12/2024-05-14"]],
  ["12, 13, 14 May 2024", "date.twoDates", ["2024-05-12/2024-05-14"]],
  ["May 12, 13 and 14, 2024", "date.twoDates", ["2024-05-12/2024-05-14"]],
  ["12, 13, 14 и 15 мая 2024 года", "date.twoDates", ["2024-05-12/2024-05-15"]],
  ["12, 13 y 14 de mayo de 2024", "date.twoDates", ["2024-05-12/2024-05-14"]],
  ["12 & 13 May 2024", "date.twoDates", ["2024-05-12/2024-05-13"]],
  ["12 и 13 мая 2024 г.", "date.twoDates", ["2024-05-12/2024-05-13"]],
  ["с 12 по 14 мая 2024 года", "date.twoDates", ["2024-05-12/2024-05-14"]],
  ["12—14 мая 2024 года", "date.twoDates", ["2024-05-12/2024-05-14"]],
  ["del 12 al 14 de mayo de 2024", "date.twoDates", ["2024-05-12/2024-05-14"]],
  ["entre el domingo 12 y el martes 14 de mayo de 2024", "date.twoDates", ["2024-05-12/2024-05-14"]],
  ["12 y 13 de mayo de 2024", "date.twoDates", ["2024-05-12/2024-05-13"]],
  ["du 12 au 14 mai 2024", "date.twoDates", ["2024-05-12/2024-05-14"]],
  ["vom 12. bis 14. Mai 2024", "date.twoDates", ["2024-05-12/2024-05-14"]],
  ["dal 12 al 14 maggio 2024", "date.twoDates", ["2024-05-12/2024-05-14"]],
  ["12 e 13 de maio de 2024", "date.twoDates", ["2024-05-12/2024-05-13"]],
  ["12 i 13 maja 2024", "date.twoDates", ["2024-05-12/2024-05-13"]],
  ["Monday, 22 January 1963", "date.weekday", ["1963-01-22"]],
  ["Weds 5 May 1963", "date.weekday", ["1963-05-05"]],
  ["Tues 5 May 1963", "date.weekday", ["1963-05-05"]],
  ["понедельник, 12 мая 2024 года", "date.weekday", ["2024-05-12"]],
  ["from Monday 12 to Tuesday 14 May 2024", "date.weekday", ["2024-05-12/2024-05-14"]],
  ["Sat 03/04/1963", "date.weekday", ["1963-04-03", "1963-03-04"]],
  ["1963–65", "date.twoDates", ["1963/1965"]],
  ["1963-65", "date.twoDates", ["1963/1965"]],
  ["+1927-00-00T00:00:00Z", "date.moment", ["1927"]],
  ["1927-01-01T00:00:00Z", "date.moment", ["1927", "1927-01-01"]],
  ["1927-06-01 00:00:00", "date.moment", ["1927-06", "1927-06-01"]],
  ["2014-09-12T10:00", "date.moment", ["2014-09-12"]],
];

const refused: [typed: string, problem: string][] = [
  ["22.1.63", "date.shortYear"],
  ["22 January 63", "date.shortYear"],
  ["31/02/1963", "date.impossible"],
  ["30 February 2014", "date.impossible"],
  ["2014-13", "date.impossible"],
  ["2015-02-29", "date.impossible"],
  ["14-12 May 2024", "date.reversed"],
  ["12, 13 and 16 May 2024", "date.unreadable"],
  ["14, 13 and 12 May 2024", "date.unreadable"],
  ["30, 31 and 32 May 2024", "date.impossible"],
  ["14 May", "date.unreadable"],
  ["-0044-03-15", "date.yearOutside"],
  ["-0500", "date.yearOutside"],
  ["-0500/-0400", "date.yearOutside"],
  ["Y170000002", "date.yearOutside"],
  ["y-17e7", "date.yearOutside"],
  ["0000", "date.yearOutside"],
  ["0000-05", "date.yearOutside"],
  ["-5", "date.unreadable"],
  ["12 apples May 2024", "date.unreadable"],
  ["XXXX", "date.unreadable"],
  ["20144", "date.unreadable"],
  ["someday", "date.unreadable"],
  ["from 12 May 2024 to", "date.unreadable"],
  ["between 2024", "date.unreadable"],
  ["Tues Wed 22 January 1963", "date.unreadable"],
  ["Mon 31 February 1963", "date.impossible"],
  [`22 January ${" ".repeat(60)}1963`, "date.unreadable"],
];

describe("readTypedDate", () => {
  test.each(read)("reads %s as %s, in words %s", (typed, edtf, words) => {
    expect(readTypedDate(typed)).toEqual({ ok: true, edtf });
    expect(showPartialDate(edtf)).toBe(words);
  });

  test.each(asked)("asks of %s (%s) which is meant", (typed, problem, choices) => {
    expect(readTypedDate(typed)).toMatchObject({ ok: false, problem, choices });
  });

  test.each(refused)("refuses %s as %s", (typed, problem) => {
    expect(readTypedDate(typed)).toMatchObject({ ok: false, problem });
  });

  test.each([
    ["es", "22 de enero de 1963", "1963-01-22"],
    ["es", "03/04/1963", "1963-04-03"],
    ["en-US", "03/04/1963", "1963-03-04"],
    ["ru", "22 января 1963 г.", "1963-01-22"],
    ["ru", "январь 1963", "1963-01"],
    ["kk", "1963 ж. 22 қаңтар", "1963-01-22"],
    ["de", "12. März 2024", "2024-03-12"],
  ])("reads in %s, in its order, %s", (locale, typed, edtf) => {
    expect(readTypedDate(typed, locale)).toEqual({ ok: true, edtf });
  });

  it("names the first and the last of two dates", () => {
    expect(readTypedDate("12-14 May 2024")).toMatchObject({ first: "2024-05-12", last: "2024-05-14" });
  });

  it("stores nothing that is not EDTF, and never throws, whatever is typed", () => {
    const piece = fc.constantFrom(
      ..."0 1 2 12 31 1963 2024 24 X May Jan spring century s about . / - – ? ~ to of , T : 00".split(" "),
      " ",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 12 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const found = readTypedDate(typed);
        const stored = found.ok ? [found.edtf] : "choices" in found ? found.choices : [];
        expect(stored.filter((one) => !parsePartialDate(one).ok)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("reads again, without asking, what a form shows for any date that is stored", () => {
    for (const edtf of [...read.map(([, one]) => one), ...asked.flatMap(([, , all]) => all)])
      expect(readTypedDate(typeDate(edtf))).toEqual({ ok: true, edtf });
  });
});
