import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Fields } from "@/lib/domain/fields/fields";
import { kindKeys, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { views } from "@/components/public/views";
import { auditActions } from "@/lib/domain/audit-actions";
import { merged, placed, readKindWords, type Words, wordsFileOf } from "./kind-words";
import { readWords } from "./read-words";

const words = await readWords("en", { desk: false });
const atDesk = await readWords("en", { desk: true });
const ofKinds = await readKindWords("en");

const at = (key: string, tree: Words = atDesk): string | Words | undefined =>
  key
    .split(".")
    .reduce<string | Words | undefined>(
      (node, part) => (typeof node === "object" ? node[part] : undefined),
      tree,
    );

/** Every value that a choice or a party field of any kind can hold, countries apart. */
function choicesIn(fields: Fields): string[] {
  return Object.values(fields).flatMap((field) => {
    switch (field.kind) {
      case "rows":
        return choicesIn(field.of);
      case "choice":
        if (field.named) return [];
        return [...field.of];
      case "country":
        return [...field.also];
      default:
        return [];
    }
  });
}

/** The words of fields at the desk, those within rows among them; citations have the same ones in every kind. */
function neededByFields(under: string, fields: Fields): string[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const at = `${under}.${key}`;
    if (key === "citations") return [];
    switch (field.kind) {
      case "rows":
        return [`${at}.label`, `${at}.one`, ...neededByFields(`${at}.of`, field.of)];
      case "references":
        return [`${at}.label`, `${at}.one`];
      default:
        return [`${at}.label`];
    }
  });
}

/** What the words of a kind have to hold, by what the definition and the view say of it. */
function neededBy(kind: KindKey): string[] {
  const { path, ownPage, fields } = kindOf(kind);
  const { page, list, latest, lane } = views[kind];
  const under = (prefix: string, keys: string[]) => keys.map((key) => `${prefix}.${key}`);
  return [
    `changes.kinds.${kind}`,
    ...under(`kinds.${kind}`, ["one", "many"]),
    ...neededByFields(`kinds.${kind}.fields`, fields),
    // A dossier has no files of dossiers, nor of people, who are on the record of all.
    ...(kind === "dossier" || kind === "person" ? [] : [`files.lists.${path}`]),
    ...(ownPage ? [`dossier.parts.${path}`, `dossier.all.${path}`, `dossier.latest.${path}`] : []),
    ...(ownPage && (list ?? page ?? latest)
      ? under(path, ["heading", "title", "description", "lead", "none"])
      : []),
    ...(lane ? [`lanes.of.${path}`] : []),
  ];
}

describe("the words", () => {
  const choices = [...new Set(kindKeys.flatMap((key) => choicesIn(kindOf(key).fields)))];

  test("say every choice of every kind", () => {
    expect(choices.length).toBeGreaterThan(50);
    expect(choices.filter((choice) => at(`choices.${choice}`, words) === undefined)).toEqual([]);
  });

  test.each(kindKeys)("say all that %s needs, for readers and at the desk", (kind) => {
    expect(neededBy(kind).filter((key) => typeof at(key) !== "string")).toEqual([]);
  });

  test("call every act of the audit log", () => {
    const acts = at("desk.audit.acts") as Words;
    const unsaid = auditActions.filter((action) => typeof at(action, acts) !== "string");
    expect(unsaid).toEqual([]);
  });

  test("are of kinds that there are", () => {
    const files = readdirSync("messages/kinds").map((name) => name.split(".")[0]);
    expect([...new Set(files)].sort()).toEqual(kindKeys.map(wordsFileOf).sort());
  });

  test("of the desk do not come with readers' pages", () => {
    expect(JSON.stringify(placed(ofKinds, { desk: false }))).not.toContain('"label"');
  });

  test("are said once: two files that say something else at the same place are refused", () => {
    expect(merged({ a: { b: "1" } }, { a: { c: "2" } })).toEqual({ a: { b: "1", c: "2" } });
    expect(() => merged({ a: { b: "1" } }, { a: { b: "2" } })).toThrow("two words for a.b");
  });
});
