import { type DefaultTreeAdapterTypes as Tree, parse, serialize } from "parse5";
import { attribute, isDescription } from "./page-tree";
import { sayRunningHead } from "./running-head";
import { unfinished } from "./unfinished";

/** Thrown for a page that only scripts would complete: readers must never get it. */
export class Unfinished extends Error {}

/** Whether a node stays in a document: no script but our own and JSON-LD, and nothing that announces scripts. */
function stays(node: Tree.ChildNode): boolean {
  if (node.nodeName === "#comment") return false;
  if (!("tagName" in node)) return true;
  // Where Next would put what it streams: our pages are whole.
  if (node.tagName === "div" && node.attrs.some((one) => one.name === "hidden"))
    return node.childNodes.some((child) => child.nodeName !== "#comment");
  if (node.tagName === "script") return isDescription(node) || attribute(node, "src").startsWith("/islands/");
  if (node.tagName === "link") {
    const rel = attribute(node, "rel");
    return rel !== "modulepreload" && !(rel === "preload" && attribute(node, "as") === "script");
  }
  return !(node.tagName === "meta" && attribute(node, "name") === "next-size-adjust");
}

function prune(parent: Tree.ParentNode): void {
  parent.childNodes = parent.childNodes.filter(stays);
  for (const child of parent.childNodes) if ("childNodes" in child) prune(child);
}

/**
 * The finished document of a public page as Next renders it: the same HTML without Next's scripts, data and
 * comments, with its title as the running head of printed sheets. Throws Unfinished for a page that would need them.
 */
export function finish(html: string): string {
  const document = parse(html);
  const fault = unfinished(document);
  if (fault) throw new Unfinished(`The page holds ${fault}`);
  prune(document);
  sayRunningHead(document);
  return serialize(document);
}
