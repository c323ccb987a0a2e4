/** Tables with a line for each direction of trade, as databases give them: turned, so that exports and imports stand side by side. */
import { splitUnit } from "./heading-units";
import { valuationIn } from "./heading-valuation";
import { fieldsNamed, knownNames } from "./known-names";
import type { NamedColumn } from "./match-columns";
import { isTitle } from "./titles";

type Direction = "Exports" | "Imports";

/** How many lines may stand above the headings. */
const mostAbove = 4;

const flowHeading =
  /^(?:trade ?)?flow(?: (?:desc(?:ription)?|code|name|\(labels\)))?s?$|^(?:direction|type of trade|indicator(?: name)?|flujo(?: comercial)?|направление|поток)$/iu;
const valueHeading =
  /^(?:(?:trade|primary|obs) ?)?(?:value|amount)s?(?![\p{L}])|^obs_value$|^(?:valor|wert|valeur|стоимость)(?![\p{L}])/iu;
const goodsHeading = /^(?:cmd|commodit(?:y|ies)|products?|goods|hs|sitc|classification)(?![\p{Ll}])/iu;
const allGoods = /^(?:total|all (?:products|commodities|goods)|total - .*|all)$/iu;
const unitHeading = /^(?:scale|units?|unit of measure|multiplier|currency)$/iu;
/** Parts of a whole by transport, customs procedure or second partner stand beside it: the whole has this code. */
const wholes: Readonly<Record<string, string>> = {
  ...{ "partner2 code": "0", "mot code": "0", "mos code": "0", "customs code": "C00" },
};

/** Camel case as words: "flowDesc". */
const asWords = (heading: string) => heading.replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, " ").trim();

/** Which way a cell says that goods go; null for both, for neither, and for goods that only pass through. */
function directionOf(cell: string): Direction | null {
  if (/(?<!\p{L})re-?|balance|both/iu.test(cell)) return null;
  const [out, into] = [/^x$|export|ausfuhr|экспорт/iu.test(cell), /^m$|import|einfuhr|импорт/iu.test(cell)];
  return out === into ? null : out ? "Exports" : "Imports";
}

/** A table whose directions stand side by side, or where that cannot be with its values left open. */
export interface FlowsApart {
  rows: string[][];
  as: "flowsApart" | "flowsOpen";
}

/**
 * A table with its directions side by side below the headings "Exports" and "Imports", with what the lines say of their unit. Of goods that are told
 * apart the total alone is taken. Where one year and reporter have several values of a direction, the column of values loses its heading: it is
 * no total. Null for a table without a column of directions.
 */
export function flowsApart(rows: readonly string[][], columns: readonly NamedColumn[]): FlowsApart | null {
  const at = rows
    .slice(0, mostAbove + 1)
    .findIndex((row) => row.some((cell) => flowHeading.test(asWords(cell))));
  if (at < 0 || rows.slice(0, at).some((row) => !isTitle(row))) return null;
  const headings = rows[at]!.map(asWords);
  const lines = wholeLines(headings, rows.slice(at + 1));
  const flow = headings.findIndex(
    (heading, place) => flowHeading.test(heading) && lines.some((row) => directionOf(row[place]!)),
  );
  const value = valueColumn(headings);
  if (flow < 0 || value === null) return null;
  const keys = keyColumns(headings, columns).filter((place) => place !== flow && place !== value);
  const units = headings.flatMap((heading, place) => (unitHeading.test(heading) ? [place] : []));
  const ofDirection = (direction: Direction) => lines.filter((row) => directionOf(row[flow]!) === direction);
  const comtrade = {
    Exports: comtradeUnits(headings, ofDirection("Exports"), value),
    Imports: comtradeUnits(headings, ofDirection("Imports"), value),
  };
  const heads = new Set<string>();
  const groups = new Map<string, { keys: string[]; values: Map<string, string> }>();
  for (const row of lines) {
    const direction = directionOf(row[flow]!);
    if (!direction) continue;
    const head = headOf(direction, row[flow]!, headings[value]!, [
      ...comtrade[direction],
      ...units.map((one) => row[one]!),
    ]);
    const own = keys.map((place) => row[place]!);
    const group = groups.get(own.join("\t")) ?? { keys: own, values: new Map<string, string>() };
    if (group.values.has(head)) return { rows: withoutHeading(rows, at, value), as: "flowsOpen" };
    heads.add(head);
    group.values.set(head, row[value]!);
    groups.set(own.join("\t"), group);
  }
  const padded = (row: readonly string[]) =>
    Array.from({ length: keys.length + heads.size }, (_, place) => row[place] ?? "");
  return {
    rows: [
      ...rows.slice(0, at).map((row) => padded([row.find(Boolean) ?? ""])),
      [...keys.map((place) => headings[place]!), ...heads],
      ...[...groups.values()].map(({ keys, values }) => [
        ...keys,
        ...[...heads].map((head) => values.get(head) ?? ""),
      ]),
    ],
    as: "flowsApart",
  };
}

/** The columns that say of which year a line is and between whom. */
function keyColumns(headings: readonly string[], columns: readonly NamedColumn[]): number[] {
  const names = knownNames(columns);
  const amounts = new Set(["exports", "imports", "exportsA", "exportsB", "total"]);
  return headings.flatMap((heading, place) =>
    fieldsNamed(splitUnit(heading).name, names).some((path) => path !== null && !amounts.has(path))
      ? [place]
      : [],
  );
}

const withoutHeading = (rows: readonly string[][], line: number, column: number) =>
  rows.map((row, at) => (at === line ? row.map((cell, place) => (place === column ? "" : cell)) : row));

/** The lines of all goods and of the whole trade, where others stand beside them. */
function wholeLines(headings: readonly string[], lines: readonly string[][]): string[][] {
  const goods = headings.flatMap((heading, place) => (goodsHeading.test(heading) ? [place] : []));
  const isTotal = (row: readonly string[]) => goods.some((place) => allGoods.test(row[place]!));
  const isWhole = (row: readonly string[]) =>
    headings.every((heading, place) => [undefined, row[place]].includes(wholes[heading.toLowerCase()]));
  const hasTotals = lines.some(isTotal);
  return lines.filter((row) => (!hasTotals || isTotal(row)) && isWhole(row));
}

/** The column of values: that of a main value where several stand side by side; null where it is not clear which. */
function valueColumn(headings: readonly string[]): number | null {
  const found = headings.flatMap((heading, place) =>
    valueHeading.test(splitUnit(heading).name) || valueHeading.test(heading) ? [place] : [],
  );
  const main = found.filter((place) => /^(?:primary|trade)/iu.test(headings[place]!));
  const [one, ...others] = main.length > 0 ? main : found;
  return one !== undefined && others.length === 0 ? one : null;
}

/**
 * What UN Comtrade's primary value is in for one direction: US dollars, which its heads do not say, and valued as the one of its columns beside it
 * that has the same values. Reporters differ in whether they value imports with freight and insurance; where the lines differ, it is left open, since
 * a column has one valuation. Nothing for other columns.
 */
function comtradeUnits(headings: readonly string[], lines: readonly string[][], value: number): string[] {
  if (!/^primary ?value$/iu.test(headings[value]!)) return [];
  const valuationsOf = (row: readonly string[]) =>
    (["FOB", "CIF"] as const).filter((valuation) => {
      const heading = new RegExp(`^${valuation} ?value$`, "iu");
      return headings.some((one, place) => heading.test(one) && isSameFigure(row[place]!, row[value]!));
    });
  const [one, ...others] = new Set(lines.map((row) => valuationsOf(row).join("+")));
  return ["USD", ...(others.length === 0 && (one === "FOB" || one === "CIF") ? [one] : [])];
}

/** Whether two cells have one figure: columns of one file may have other decimals. */
const isSameFigure = (one: string, other: string) =>
  one !== "" && (one === other || Number(one) === Number(other));

function headOf(direction: Direction, said: string, value: string, units: readonly string[]): string {
  const split = [said, value].map(splitUnit);
  const parts = [...units, ...split.map(({ unit, open }) => unit || open), valuationIn(said) ?? ""];
  const about = [...new Set(parts.filter(Boolean))].join(", ");
  return about ? `${direction} (${about})` : direction;
}
