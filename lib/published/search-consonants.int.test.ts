/** That names are found by their spellings in Latin letters where they are written without vowels, and the other way round. */
import { beforeAll, expect, it } from "vitest";
import { pool } from "@/lib/database/client";
import { searchDesk } from "@/lib/desk/read/search";
import { consonantKey } from "@/lib/domain/unwritten-vowels";
import { fold } from "@/lib/domain/folding";
import { makeDossier, makeDraft, makePublished, someone } from "@/tests/support/make";
import { searchPublished } from "./search";

const events = {
  arabic: ["زيارة", "وصل محمد القذافي إلى العاصمة."],
  english: ["A visit of Muhammad Gaddafi", "He arrived with Hussein Ibrahim."],
  turkish: ["Mehmet Yılmaz in Astana", "He spoke."],
  persian: ["دیدار", "حسن روحانی و محمدجواد ظریف"],
  hebrew: ["ביקור", "שמעון פרס ובנימין נתניהו"],
  israeli: ["Talks with Netanyahu", "And with Peres."],
  unlike: ["Mahmoud Hamid on Islam", "Made in Mexico, with a medium and Salem."],
  peace: ["سلام", "وزير الخارجية محمود"],
} as const;
const ids = new Map<string, keyof typeof events>();
const editor = someone("editor");

const table: [query: string, found: (keyof typeof events)[], not: (keyof typeof events)[]][] = [
  ["Muhammad", ["english", "arabic"], ["unlike", "peace"]],
  ["Mohammed", ["arabic"], ["unlike", "peace"]],
  ["Muhammad Qadhafi", ["arabic"], ["unlike"]],
  ["محمد", ["arabic", "english", "turkish"], ["unlike", "peace"]],
  ["محمد القذافي", ["arabic", "english"], ["turkish", "unlike"]],
  ["حسين", ["english"], ["unlike", "persian"]],
  ["إبراهيم", ["english"], ["unlike"]],
  ["Rouhani", ["persian"], ["hebrew", "arabic"]],
  ["Zarif", ["persian"], ["hebrew", "arabic"]],
  ["Netanyahu", ["israeli"], ["unlike"]],
  ["נתניהו", ["hebrew", "israeli"], ["unlike"]],
  ["Peres", ["israeli", "hebrew"], ["persian"]],
  ["Mahmoud", ["unlike", "peace"], ["arabic", "english"]],
  ["سلام", ["peace"], ["unlike"]],
];

beforeAll(async () => {
  const dossier = await makeDossier();
  for (const [key, [title, text]] of Object.entries(events))
    ids.set(
      (await makePublished("event", dossier, { title, text, date: "1991" })).id,
      key as keyof typeof events,
    );
  await makeDraft("event", dossier, { title: "A draft about محمد", text: "Nothing else." });
  await makeDraft("event", dossier, { title: "A draft on خالد", text: "Nothing else." });
});

it.each(table)("%j finds %j, for readers and at the desk", async (query, found, not) => {
  const published = (await searchPublished(query)).hits.flatMap(({ id }) => ids.get(id) ?? []);
  const drafted = (await searchDesk(editor, query)).rows.flatMap(({ id }) => ids.get(id) ?? []);
  for (const keys of [published, drafted]) {
    expect(keys).toEqual(expect.arrayContaining(found));
    expect(keys.filter((key) => not.includes(key))).toEqual([]);
  }
});

it("finds drafts at the desk by what is published", async () => {
  const { rows } = await searchDesk(editor, "Mohamed");
  expect(rows.map(({ title }) => title)).toContain("A draft about محمد");
});

it("finds drafts at the desk by names that nothing published holds", async () => {
  const titles = async (query: string) => (await searchDesk(editor, query)).rows.map(({ title }) => title);
  expect(await titles("Khaled")).toEqual(["A draft on خالد"]);
  expect(await titles("Kholoud")).toEqual([]);
});

it("shows where the word stands, and puts what holds it as it was typed first", async () => {
  const { hits } = await searchPublished("Muhammad");
  expect(ids.get(hits[0]!.id)).toBe("english");
  const arabic = hits.find(({ id }) => ids.get(id) === "arabic");
  expect(arabic?.excerpt).toContainEqual({ text: "محمد", isMatch: true });
});

it("the database and the program have the same keys", async () => {
  const words = [
    "muhammad",
    "jazeera",
    "الرياض",
    "الله",
    "قذافي",
    "پرویز",
    "ڈھاکہ",
    "נתניהו",
    "צץףןםך",
    "خامنئي",
    "گچژٹڑں",
  ].map(fold);
  const { rows } = await pool().query<{ key: string }>(
    `SELECT entente_consonants(w) AS "key" FROM unnest($1::text[]) WITH ORDINALITY AS one(w, n) ORDER BY n`,
    [
      [
        ...words,
        ...Array.from({ length: 0x6ff - 0x5d0 }, (_, at) => `m${String.fromCodePoint(0x5d0 + at)}n`),
      ],
    ],
  );
  const own = [
    ...words,
    ...Array.from({ length: 0x6ff - 0x5d0 }, (_, at) => `m${String.fromCodePoint(0x5d0 + at)}n`),
  ];
  expect(rows.map(({ key }) => key)).toEqual(own.map(consonantKey));
});
