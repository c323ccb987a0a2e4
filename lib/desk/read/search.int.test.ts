/** The search over all that the desk has, as a table: what entries hold, what is typed, what is found. */
import { beforeAll, describe, expect, it } from "vitest";
import { createDraft } from "@/lib/desk/write/save";
import { trash } from "@/lib/desk/write/trash";
import {
  makeDossier,
  makeDraft,
  makePublished,
  makeSource,
  someone,
  typedFor,
  written,
} from "@/tests/support/make";
import { rowId } from "@/tests/support/rows";
import { entryChoices } from "./choices";
import { searchDesk, searchPageSize } from "./search";

const viewer = someone("viewer");
const editor = someone("editor");
const ids = new Map<string, string>();

beforeAll(async () => {
  const dossier = await makeDossier();
  const event = async (key: string, title: string, text: string) => {
    const draft = await makeDraft("event", dossier, { title, text });
    ids.set(draft.id, key);
    return draft;
  };
  await event("memmedov", "Əli Məmmədov", "A draft.");
  await event("umitov", "Meeting", "Асқар Үмітов келді.");
  await event("latin", "Nazarbayev spoke", "A draft.");
  await event("idrissov", "Erlan Idrissov spoke", "A draft.");
  await event("almaAta", "Talks", "They were held in Alma-Ata.");
  await event("almaty", "Almaty", "A forum.");
  await event("liMing", "会见", "昨天李明在北京会见了代表团。");
  await event("long", "A long text", `${"Talks went on. ".repeat(332)} Tlaquepaque`);
  written(await trash(editor, await event("trashed", "Thrown away zinc", "Zinc.")));
  ids.set(
    (await makePublished("event", dossier, { title: "Published zinc", text: "Zinc.", date: "1999" })).id,
    "zinc",
  );
  const names = [{ id: rowId(1), name: "Қасым-Жомарт Тоқаев", language: "" }];
  const typed = typedFor("person", ["KZ", "MX"], { name: "K. J. T.", names });
  const person = written(await createDraft(editor, { kind: "person", dossierId: null }, typed));
  ids.set(person.id, "person");
  const visit = { visitor: "The guest", visitorPerson: person.id, began: "2014-09" };
  ids.set((await makeDraft("visit", dossier, visit)).id, "visit");
  for (const [key, address] of Object.entries({
    register: "https://www.example.org/Treaties/view?id=12&lang=en",
    embassy: "https://посольство.рф/новости/",
  }))
    ids.set((await makeSource({ title: `Source of ${key}`, address })).id, key);
  ids.set(
    (
      await makeSource({
        title: "Kept",
        archivedAddress: "https://web.archive.org/web/2014/http://example.net/a",
      })
    ).id,
    "kept",
  );
});

const keysOf = (rows: readonly { id: string }[]) => rows.flatMap(({ id }) => ids.get(id) ?? []);
const found = async (q: string) => keysOf((await searchDesk(viewer, q)).rows);

const addresses: [pasted: string, key: string][] = [
  ["https://www.example.org/Treaties/view?id=12&lang=en", "register"],
  ["http://example.org/Treaties/view?id=12&lang=en#part-2", "register"],
  ["  example.org/Treaties/view?id=12&lang=en  ", "register"],
  ["HTTPS://EXAMPLE.org/Treaties/view/?id=12&lang=en".replace("/?", "?"), "register"],
  ["https://example.org/Treaties/view?id=12&utm_source=mail&lang=en&fbclid=x", "register"],
  ["https://посольство.рф/новости", "embassy"],
  [new URL("https://посольство.рф/новости/").href, "embassy"],
  ["https://web.archive.org/web/2014/http://example.net/a", "kept"],
];

describe("the desk's search", () => {
  it.each<[string, string[]]>([
    ["memmedov", ["memmedov"]],
    ["Mammadov", ["memmedov"]],
    ["Umitov", ["umitov"]],
    ["Назарбаев", ["latin"]],
    ["Almaty", ["almaty", "almaAta"]],
    ["Alma-Ata talks", ["almaAta"]],
    ["李明", ["liMing"]],
    ["tlaquepaque", ["long"]],
    ["zinc", ["zinc", "trashed"]],
    ["Tokayev", ["visit", "person"]],
    ["Тоқаев 2014", ["visit"]],
    // Misspelt: a word of what is published, of drafts alone, swapped letters, together with a right one.
    ["zinck", ["zinc", "trashed"]],
    ["Tlaquepauqe", ["long"]],
    ["Nazarbaev spoke", ["latin"]],
    ["Nazarbyaev", ["latin"]],
    ["tlaqepaque talks", ["long"]],
    ["idrisof", ["idrissov"]],
    ["erlan idrisof", ["idrissov"]],
    ["nowhere to be found", []],
    ["%", []],
    ["\u0000", []],
  ])("for %j finds %j", async (q, keys) => expect((await found(q)).sort()).toEqual([...keys].sort()));

  it.each(addresses)("for the address %s finds the source %s", async (pasted, key) => {
    expect(await found(pasted)).toEqual([key]);
    expect(keysOf(await entryChoices(viewer, "source", { q: pasted }))).toEqual([key]);
  });

  it("finds no source by another page of its site", async () =>
    expect(await found("https://example.org/Treaties/view?id=13&lang=en")).toEqual([]));

  it("says of each which kind it is of and that it is in the trash, titles first, and has bounded pages", async () => {
    const { rows } = await searchDesk(viewer, "thrown zinc");
    expect(rows).toMatchObject([{ kind: "event", state: "trashed", title: "Thrown away zinc" }]);
    expect((await found("almaty"))[0]).toBe("almaty");
    const pair = await makeDossier();
    for (let number = 0; number <= searchPageSize; number += 1)
      await makeDraft("event", pair, { title: `Osmium ${number}` });
    const first = await searchDesk(viewer, "osmium");
    const second = await searchDesk(viewer, "osmium", { page: 2 });
    expect([first.rows.length, first.hasNext, first.hasPrevious]).toEqual([searchPageSize, true, false]);
    expect([second.rows.length, second.hasNext, second.hasPrevious]).toEqual([1, false, true]);
    expect((await searchDesk(viewer, "osmium", { page: 1e9 })).rows).toEqual([]);
  });
});
