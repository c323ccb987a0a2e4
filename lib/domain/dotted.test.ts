import { expect, test } from "vitest";
import { dottedIn, withoutDots } from "./dotted";

test.each([
  ["U.S.", "US"],
  ["U.S", "US"],
  ["The U.S.S.R., then", "The USSR, then"],
  ["(U.K.) and U.A.E.", "(UK) and UAE"],
  ["С.С.С.Р.", "СССР"],
  ["J.F. Kennedy", "JF Kennedy"],
  ["Smith et al. 2014", "Smith et al. 2014"],
  ["St. Petersburg, no. 5", "St. Petersburg, no. 5"],
  ["1.5 and v.2", "1.5 and v.2"],
  ["a.b.example.org", "a.b.example.org"],
  ["u.s.example", "u.s.example"],
  ["J. F. Kennedy", "J. F. Kennedy"],
  ["..U.S...", "..U.S..."],
])("%j is read as %j", (text, read) => expect(withoutDots(text)).toBe(read));

test("says where they stand", () => {
  const text = "In the U.S. and the U.K. as well";
  expect(dottedIn(text).map(({ letters, from, to }) => [letters, text.slice(from, to)])).toEqual([
    ["US", "U.S."],
    ["UK", "U.K."],
  ]);
});

test("a text of letters and dots alone is read in time of its length", () => {
  const text = "a.".repeat(50_000);
  expect(withoutDots(text)).toBe("a".repeat(50_000));
  expect(withoutDots(`${text}b1`)).toHaveLength(100_002);
});
