import { expect, it } from "vitest";
import { joinedWords, joinOf, lettersOf } from "./joins";
import { kindOf } from "./kinds/registry";

it.each([
  ["G20 summit, Los Cabos", "G-20 Summit (Los Cabos)"],
  ["Tournée d’Amérique latine 2014", "TOURNEE D'AMERIQUE LATINE 2014"],
  ["東京サミット", "東京 サミット"],
])("%s and %s are one name", (one, other) => expect(lettersOf(one)).toBe(lettersOf(other)));

it.each([
  ["Tour 2014", "Tour 2015"],
  ["G20", "G7"],
  ["किताब", "कताब"],
])("%s and %s are two", (one, other) => expect(lettersOf(one)).not.toBe(lettersOf(other)));

it("tells a trip from a forum of the same name, in a tag without spaces and commas", () => {
  const visit = kindOf("visit");
  const [trip, forum] = joinedWords(visit, { trip: "Tour, 2014", forum: "Tour, 2014" });
  expect([trip, forum]).toEqual([
    joinOf("visit", "trip", "Tour 2014"),
    joinOf("visit", "forum", "Tour 2014"),
  ]);
  expect(trip).not.toBe(forum);
  expect(trip).not.toMatch(/[\s,]/);
  expect(joinedWords(visit, {})).toEqual([]);
});
