/** Tables as web pages and spreadsheets put them on the clipboard: HTML, with cells that span several places. */
import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A page may say anything: what goes beyond these is not looked at. The table's own limits are far below. */
const limits = { span: 100, columns: 100, rows: 1000, depth: 200, spanned: 400_000 };

/** What says nothing of a cell's value. */
const silent = new Set(["style", "script", "template", "head", "noscript"]);
const breaking = new Set(["br", "p", "div", "li"]);

/**
 * The cells of the largest table in a piece of HTML, none where it has no table. What spans several places stands in each
 * of them.
 */
export function readMarkup(markup: string): string[][] {
  const tables = elementsIn(parse(markup), "table").map(rowsOf);
  const sizeOf = (rows: string[][]) => rows.reduce((sum, row) => sum + row.length, 0);
  return tables.sort((a, b) => sizeOf(b) - sizeOf(a))[0] ?? [];
}

interface Parent {
  childNodes: Node[];
}

const isElement = (node: Node): node is Element => "tagName" in node;

/** The elements of a name below a node, those within one another too. */
function elementsIn(node: Parent, name: string, depth = 0): Element[] {
  if (depth > limits.depth) return [];
  return node.childNodes.flatMap((child) => {
    if (!isElement(child)) return [];
    return [...(child.tagName === name ? [child] : []), ...elementsIn(child, name, depth + 1)];
  });
}

/** The rows of a table itself, without those of tables in its cells. */
function rowElements(node: Parent, depth = 0): Element[] {
  if (depth > limits.depth) return [];
  return node.childNodes.flatMap((child) => {
    if (!isElement(child) || child.tagName === "table") return [];
    return child.tagName === "tr" ? [child] : rowElements(child, depth + 1);
  });
}

function rowsOf(table: Element): string[][] {
  const elements = rowElements(table).slice(0, limits.rows);
  const rows: string[][] = elements.map(() => []);
  // Characters of cells that span several places count for each of them.
  let left = limits.spanned;
  elements.forEach((element, at) => {
    let column = 0;
    for (const cell of element.childNodes) {
      if (!isElement(cell) || (cell.tagName !== "td" && cell.tagName !== "th")) continue;
      while (rows[at]![column] !== undefined) column += 1;
      if (column >= limits.columns) break;
      const text = textOf(cell).trim();
      const asked = [spanOf(cell, "colspan"), spanOf(cell, "rowspan")] as const;
      const isAfforded = text.length * asked[0] * asked[1] <= left;
      const [wide, high] = isAfforded ? asked : [1, 1];
      left -= text.length * wide * high;
      for (const row of rows.slice(at, at + high))
        for (let place = column; place < column + wide; place += 1) row[place] = text;
      column += wide;
    }
  });
  return rows.map((row) => Array.from(row, (cell: string | undefined) => cell ?? ""));
}

function spanOf(cell: Element, name: string): number {
  const value = cell.attrs.find((one) => one.name === name)?.value ?? "";
  const span = /^\s*\d{1,5}\s*$/.test(value) ? Number(value) : 1;
  return Math.min(Math.max(span, 1), limits.span);
}

function textOf(node: Parent, depth = 0): string {
  if (depth > limits.depth) return "";
  let text = "";
  for (const child of node.childNodes) text += textIn(child, text, depth);
  return text.replace(/ ?\n ?/g, "\n");
}

function textIn(child: Node, before: string, depth: number): string {
  if (child.nodeName === "#text" && "value" in child) return child.value.replace(/\s+/g, " ");
  if (!isElement(child) || silent.has(child.tagName) || isHidden(child)) return "";
  const text = textOf(child, depth + 1);
  if (child.tagName === "sup") return isNoteMark(text, before) ? "" : raised(text);
  return breaking.has(child.tagName) ? `${text}\n` : text;
}

/**
 * Whether raised text is the mark of a footnote, which is no part of the value that it stands behind: "[a]", or a number or
 * sign, where that is no power as in "10⁶" and "km²". Raised letters may say how sure a figure is.
 */
function isNoteMark(mark: string, before: string): boolean {
  if (/^\s*\[[^\]]{0,20}\]\s*$/.test(mark)) return true;
  return /^[\s\d,()*†‡§]{1,12}$/.test(mark) && !/(?:^|[^\d.,])(?:10|[kcm]?m)$/.test(before.slice(-4));
}

const raisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A power as text: "10⁶", which no one takes for 106. */
const raised = (text: string) =>
  /^\s*\d+\s*$/.test(text) ? text.trim().replace(/\d/g, (digit) => raisedDigits[Number(digit)]!) : text;

function isHidden({ attrs }: Element): boolean {
  return attrs.some(
    ({ name, value }) => name === "hidden" || (name === "style" && /display\s*:\s*none/i.test(value)),
  );
}
