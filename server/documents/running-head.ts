import { type DefaultTreeAdapterTypes as Tree } from "parse5";
import { firstIn } from "./page-tree";

/**
 * Says a page's title on its root element as well, the only one whose attributes the margins of printed sheets can show
 * (`app/print.css`): the root is drawn by a layout, which does not know what stands in it.
 */
export function sayRunningHead(document: Tree.Document): void {
  const root = document.childNodes.find((node): node is Tree.Element => node.nodeName === "html");
  const title = firstIn(document, (node) => (node.nodeName === "title" ? (node as Tree.Element) : undefined));
  const text = title?.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
  if (root && text) root.attrs.push({ name: "data-running-head", value: text });
}
