import { expect, test } from "vitest";
import { countriesIn } from "./countries-in-words";

const named = (query: string) =>
  countriesIn(query.split(" ")).map(({ from, to, code }) => [
    query.split(" ").slice(from, to).join(" "),
    code,
  ]);

test.each([
  ["korea rep", "KR"],
  ["rep of korea", "KR"],
  ["republic of korea", "KR"],
  ["korea dem people s rep", "KP"],
  ["democratic people s republic of korea", "KP"],
  ["congo dem rep", "CD"],
  ["dem rep of the congo", "CD"],
  ["congo rep", "CG"],
  ["egypt arab rep", "EG"],
  ["venezuela rb", "VE"],
  ["iran islamic rep", "IR"],
  ["islamic republic of iran", "IR"],
  ["micronesia fed sts", "FM"],
  ["kingdom of the netherlands", "NL"],
  ["united states of america", "US"],
  ["the united states", "US"],
  ["ivory coast", "CI"],
  ["cote d ivoire", "CI"],
  ["saint lucia", "LC"],
  ["st lucia", "LC"],
  ["east germany", "DD"],
  ["lao pdr", "LA"],
  ["us", "US"],
  ["uk", "GB"],
  ["правительство республики казахстан", "KZ"],
  ["россиискои федерации", "RU"],
  ["россииская федерация", "RU"],
  ["соединенных штатов америки", "US"],
  ["соединенные штаты америки", "US"],
  ["мексиканских соединенных штатов", "MX"],
  ["китаискои народнои республики", "CN"],
  ["кыргызскои республики", "KG"],
  ["қазақстан республикасының үкіметі", "KZ"],
  ["gobierno de los estados unidos mexicanos", "MX"],
  ["republica de kazajistan", "KZ"],
  ["republica dominicana", "DO"],
  ["republique du kazakhstan", "KZ"],
  ["gouvernement de la republique francaise", "FR"],
  ["bundesrepublik deutschland", "DE"],
  ["republik kongo", "CG"],
  ["government of the republic of kazakhstan", "KZ"],
  ["el salvador", "SV"],
])("%j is %s", (query, code) => expect(named(query).map(([, one]) => one)).toEqual([code]));

test("names stand among other words", () =>
  expect(named("embassy of the republic of korea in the czech republic 2014")).toEqual([
    ["republic of korea", "KR"],
    ["czech republic", "CZ"],
  ]));

test("a government's name is the state's, from the first word to the last", () => {
  expect(named("treaty with gobierno de los estados unidos mexicanos 1992")).toEqual([
    ["gobierno de los estados unidos mexicanos", "MX"],
  ]);
  expect(named("the government of mexico")).toEqual([]);
});

test.each(["korea", "republic", "republic of china", "states", "visit to the embassy", "united", ""])(
  "%j names none as a whole",
  (query) => expect(named(query)).toEqual([]),
);
