/** What the columns of a kind's tables are called: as forms call the fields, and as tables do besides. */
import { countryName, countryInText } from "../countries";
import { kindOf, type KindKey } from "../kinds/registry";
import { citationsField, columnsOf, partsOfColumn } from "./columns";
import type { NamedColumn } from "./match-columns";
import { readsAs } from "./reads-as";

/** The interface's words by their whole key. */
export interface ColumnWords {
  say(key: string, params?: Record<string, string>): string;
  has(key: string): boolean;
}

/** By field, what heads of tables call it, between semicolons: under this key beside the words of the kind's form. */
const synonyms = "columns";

/**
 * The columns of a kind's tables in a dossier of these two countries (null: of no dossier), each with its names; then what fields
 * are called of which each value is a row.
 */
export function namesOfColumns(
  kind: KindKey,
  parties: readonly [string, string] | null,
  words: ColumnWords,
): NamedColumn[] {
  const pairs = pairsOf(parties);
  const said = (key: string) => (words.has(key) ? pairs.map(([a, b]) => words.say(key, { a, b })) : []);
  const word = (choice: string) => (words.has(`choices.${choice}`) ? words.say(`choices.${choice}`) : choice);
  const columns = columnsOf(kindOf(kind)).map(({ path, field }): NamedColumn => {
    const reads = (cell: string) => readsAs(field, cell, word);
    const { own, inner } = partsOfColumn(path);
    const label = labelOfColumn(kind, path, parties, words);
    const besides = said(`kinds.${kind}.${synonyms}.${inner ? `${own}-${inner}` : own}`).flatMap((list) =>
      list.split(";"),
    );
    if (!inner)
      return {
        path,
        reads,
        names: [
          [label, ...said(keyOf(kind, path))],
          [...besides, own],
        ],
      };
    // A field of rows by its own name alone as well, where no other has it.
    // "Country" alone may be that of whomever a line is about.
    const isOfAnyone = field.kind === "country" && !field.isParty;
    const alone = own === citationsField || isOfAnyone ? [] : [...said(keyOf(kind, path)), inner];
    return { path, reads, names: [[label], besides, alone] };
  });
  // Last of all: what a column is called goes before.
  const ofRows = Object.entries(kindOf(kind).fields).flatMap(([own, field]): NamedColumn[] => {
    const at = `kinds.${kind}.fields.${own}`;
    return field.kind === "rows"
      ? [{ path: null, names: [[], [], [], [...said(`${at}.label`), ...said(`${at}.one`), own]] }]
      : [];
  });
  return [...columns, ...ofRows];
}

/** The ways to name the two countries: as in running words, by their plain names, by their codes. */
function pairsOf(parties: readonly [string, string] | null): [string, string][] {
  const [a, b] = parties ?? ["", ""];
  if (!a || !b) return [["A", "B"]];
  return [
    [countryInText(a), countryInText(b)],
    [countryName(a), countryName(b)],
    [a, b],
  ];
}

function keyOf(kind: KindKey, path: string): string {
  const { own, inner } = partsOfColumn(path);
  const at = own === citationsField ? "desk.citations" : `kinds.${kind}.fields.${own}`;
  return inner ? `${at}.of.${inner}.label` : `${at}.label`;
}

/** What a column is called where it is chosen: its field, behind what its row is where it is in one. */
export function labelOfColumn(
  kind: KindKey,
  path: string,
  parties: readonly [string, string] | null,
  words: ColumnWords,
): string {
  const { own, inner } = partsOfColumn(path);
  const [[a, b]] = pairsOf(parties) as [[string, string]];
  const label = words.say(keyOf(kind, path), { a, b });
  if (!inner) return label;
  const at = own === citationsField ? "desk.citations" : `kinds.${kind}.fields.${own}`;
  return `${words.say(`${at}.one`)}: ${label}`;
}
