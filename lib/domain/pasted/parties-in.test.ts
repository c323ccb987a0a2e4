import { expect, test } from "vitest";
import { partiesIn } from "./parties-in";

test("a name that two countries share is that of the dossier's among parties, also of a body", () => {
  const countries = ["KR", "MX"];
  expect(partiesIn("Korea; Mexico", countries)).toMatchObject([{ party: "KR" }, { party: "MX" }]);
  expect(partiesIn("Government of Korea; Mexico", countries)).toMatchObject([
    { party: "KR", body: "Government" },
    { party: "MX" },
  ]);
  expect(partiesIn("Korea; Mexico")).toMatchObject([{ name: "Korea" }, { party: "MX" }]);
});

test.each([
  ["Правительство Республики Казахстан", "KZ", "Правительство"],
  ["Правительство Российской Федерации", "RU", "Правительство"],
  ["Правительство Мексиканских Соединённых Штатов", "MX", "Правительство"],
  ["Gobierno de los Estados Unidos Mexicanos", "MX", "Gobierno"],
  ["el Gobierno de la República de Kazajstán", "KZ", "Gobierno"],
  ["Gouvernement de la République française", "FR", "Gouvernement"],
  ["Gouvernement du Royaume d’Espagne", "ES", "Gouvernement"],
  ["die Regierung der Bundesrepublik Deutschland", "DE", "Regierung"],
  ["Regierung der Republik Kasachstan", "KZ", "Regierung"],
  ["Қазақстан Республикасының Үкіметі", "KZ", "Үкіметі"],
])("%s is a government of %s", (cell, party, body) => expect(partiesIn(cell)).toEqual([{ party, body }]));

test("two governments in their own language are two parties", () =>
  expect(
    partiesIn("Правительство Республики Казахстан и Правительство Мексиканских Соединенных Штатов"),
  ).toMatchObject([{ party: "KZ" }, { party: "MX" }]));

test("a company with a government in its name is a party by its name", () =>
  expect(partiesIn("Gobierno de Jalisco")).toEqual([{ name: "Gobierno de Jalisco" }]));
