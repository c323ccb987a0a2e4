/** What searches find in whatever letters and under whatever name, as a table: what records hold, what is typed, what is found. */
import { beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/lib/database/client";
import { createDraft } from "@/lib/desk/write/save";
import { fold } from "@/lib/domain/folding";
import { spellingKey } from "@/lib/domain/spelling-key";
import { makeDossier, makePublished, someone, typedFor, written } from "@/tests/support/make";
import { rowId } from "@/tests/support/rows";
import { searchPublished } from "./search";

const long = `${"Talks went on. ".repeat(400).slice(0, 4975)} At last came Tlaquepaque`;

/** Titles and texts of events; a visitor stands for a visit. */
const events = {
  memmedov: ["Əli Məmmədov in the capital", "He came with a delegation."],
  umitov: ["Асқар Үмітов", "Ресми сапар туралы хабар."],
  nazarbaev: ["Переговоры", "Президент встретился с Нұрсұлтаном Назарбаевым."],
  yeltsin: ["Визит", "Ельцин прибыл в столицу."],
  sergei: ["Пресса", "Сергей Достоевский писал."],
  latin: ["Talks with Nazarbayev", "Nazarbayev spoke."],
  hal: ["A congress at Ħal Qormi", "It was short."],
  giorgos: ["Γιώργος Παπανδρέου", "Η επίσκεψη ήταν σύντομη."],
  georgian: ["ზურაბიშვილი", "ვიზიტი."],
  liMing: ["与会者", "昨天李明在北京会见了代表团。"],
  tokyo: ["会談", "鈴木大臣は東京で会談した。"],
  korean: ["회담", "김정은은 평양에서 만났다."],
  arabic: ["زيارة", "وصل محمد إلى العاصمة."],
  isolated: ["ميثاق \u2066Zorbium 9001\u2069 الجديد\u200F (ب)", "نص قصير."],
  almaAta: ["A visit to Alma-Ata", "It was in 1991."],
  almaAtaRussian: ["Поездка", "Делегация посетила города Алма-Ата и Ленинград."],
  almaty: ["Almaty hosts a forum", "Guests came."],
  saigon: ["The fall of an embassy", "It was moved from Saigon."],
  hoChiMinh: ["A consulate", "It was opened in Ho Chi Minh City."],
  ceylon: ["A treaty with Ceylon", "It was signed."],
  turkiye: ["A letter from Türkiye", "It was answered."],
  long: ["A long text", long],
} as const;
type Key = keyof typeof events;

const table: [query: string, found: (Key | "visit")[], not?: Key[]][] = [
  // What holds a name apart in a right-to-left text is no part of a word.
  ["Zorbium", ["isolated"]],
  ["Zorbium 9001", ["isolated"]],
  ["\u2068Zorbium\u2069 9001", ["isolated"]],
  ["ميثاق", ["isolated"]],
  ["الجديد", ["isolated"]],
  ["memmedov", ["memmedov"]],
  ["Məmmədov", ["memmedov"]],
  ["Mammadov", ["memmedov"]],
  ["МӘММӘДОВ", ["memmedov"]],
  ["eli memmedov", ["memmedov"]],
  ["Umitov", ["umitov"]],
  ["Үмітов", ["umitov"]],
  ["Askar Umitov", ["umitov"]],
  ["asqar umitov", ["umitov"]],
  ["Nazarbaev", ["nazarbaev", "latin"]],
  ["Nazarbayev", ["latin", "nazarbaev"]],
  ["Назарбаев", ["nazarbaev", "latin"]],
  ["Yeltsin", ["yeltsin"]],
  ["Eltsin", ["yeltsin"]],
  ["Sergey", ["sergei"]],
  ["Sergei Dostoyevsky", ["sergei"]],
  ["Dostoevskii", ["sergei"]],
  ["Hal Qormi", ["hal"]],
  ["Ħal", ["hal"]],
  ["Γιωργος", ["giorgos"]],
  ["Γιώργος", ["giorgos"]],
  ["Giorgos Papandreou", ["giorgos"]],
  ["Zurabishvili", ["georgian"]],
  ["李明", ["liMing"]],
  ["北京", ["liMing"], ["tokyo"]],
  ["明", ["liMing"]],
  ["李明 代表团", ["liMing"]],
  ["東京", ["tokyo"], ["liMing"]],
  ["鈴木", ["tokyo"]],
  ["평양", ["korean"]],
  ["Gimjeongeun", ["korean"]],
  ["محمد", ["arabic"]],
  ["mhmd", ["arabic"]],
  ["Almaty", ["almaty", "almaAta", "almaAtaRussian"]],
  ["Alma-Ata", ["almaAta", "almaty"]],
  ["Алматы", ["almaty", "almaAta", "almaAtaRussian"]],
  ["Алма-Ата", ["almaty", "almaAta"]],
  ["Saint Petersburg", ["almaAtaRussian"]],
  ["Ho Chi Minh City", ["hoChiMinh", "saigon"]],
  ["Saigon", ["saigon", "hoChiMinh"]],
  ["Sri Lanka", ["ceylon"]],
  ["Ceylon treaty", ["ceylon"]],
  ["Turkey", ["turkiye"]],
  ["Turkiye", ["turkiye"]],
  ["tlaquepaque", ["long"]],
  ["Tokayev", ["visit"]],
  ["Тоқаев", ["visit"]],
  ["Токаев Mexico", ["visit"]],
  ["Jomart 2014", ["visit"]],
];

const ids = new Map<string, string>();

beforeAll(async () => {
  const dossier = await makeDossier();
  for (const [key, [title, text]] of Object.entries(events))
    ids.set((await makePublished("event", dossier, { title, text, date: "1991" })).id, key);
  const names = [
    { id: rowId(1), name: "Қасым-Жомарт Тоқаев", language: "Kazakh" },
    { id: rowId(2), name: "Kassym-Jomart Tokayev", language: "" },
  ];
  const person = typedFor("person", ["KZ", "MX"], { name: "K. J. T.", names });
  const { id } = written(await createDraft(someone("editor"), { kind: "person", dossierId: null }, person));
  const visit = { visitor: "The guest", visitorPerson: id, began: "2014-09", places: "Mexico" };
  ids.set((await makePublished("visit", dossier, visit)).id, "visit");
});

const found = async (query: string) =>
  (await searchPublished(query)).hits.flatMap(({ id }) => ids.get(id) ?? []);

describe("a search", () => {
  it("is asked of texts as long as they may be", () => expect(long).toHaveLength(5000));

  it.each(table)("for %j finds %j", async (query, expected, not = []) => {
    const keys = await found(query);
    expect(keys).toEqual(expect.arrayContaining(expected));
    for (const key of not) expect(keys).not.toContain(key);
  });

  it("puts what is called as it was typed before what is called otherwise", async () => {
    expect((await found("Almaty"))[0]).toBe("almaty");
    expect((await found("Alma-Ata"))[0]).toBe("almaAta");
  });

  it.each([
    ["Umitov", "Үмітов", "umitov"],
    ["Nazarbayev", "Назарбаевым", "nazarbaev"],
    ["Saint Petersburg", "Ленинград", "almaAtaRussian"],
    ["tlaquepaque", "Tlaquepaque", "long"],
    ["李明", "李明", "liMing"],
  ])("for %j shows where %s stands", async (query, word, key) => {
    const { hits } = await searchPublished(query);
    const hit = hits.find(({ id }) => ids.get(id) === key)!;
    const text = `${hit.title} ${hit.excerpt.map((part) => part.text).join("")}`;
    expect(text).toContain(word);
  });
});

it("the database spells words as the program does, and what it has spelled it does not spell twice", async () => {
  const words = [
    "toqaev",
    "tokayev",
    "тоқаев",
    "сергей",
    "достоевский",
    "γιώργος",
    "παπανδρέου",
    "ზურაბიშვილი",
  ]
    .concat([
      "փաշինյան",
      "xochitl",
      "schröder",
      "कमल",
      "ประเทศไทย",
      "김정은",
      "ካሳ",
      "شريف",
      "שלום",
      "щербаков",
    ])
    .map(fold);
  const { rows } = await pool().query<{ key: string }>(
    `SELECT entente_spelling_key(entente_latin(w)) AS "key" FROM unnest($1::text[]) WITH ORDINALITY AS one(w, n) ORDER BY n`,
    [words],
  );
  expect(rows.map(({ key }) => key)).toEqual(words.map(spellingKey));
  const twice = await pool().query<{ once: string; twice: string }>(
    `SELECT entente_searchable(t) AS once, entente_searchable(entente_searchable(t)) AS twice FROM unnest($1::text[]) AS t`,
    [
      [
        ...Object.values(events).map((texts) => texts.join(" ")),
        "я".repeat(99_990) + " ю",
        "слово ".repeat(20_000),
      ],
    ],
  );
  for (const row of twice.rows) expect(row.twice).toBe(row.once);
});
