import { type DefaultTreeAdapterTypes as Tree, parse, serialize } from "parse5";

/** Thrown for a page that only scripts would complete: readers must never get it. */
export class Unfinished extends Error {}

const attribute = (element: Tree.Element, name: string) =>
  element.attrs.find((one) => one.name === name)?.value ?? "";

/** Whether a node stays in a document: no script but our own and JSON-LD, and nothing that announces scripts. */
function stays(node: Tree.ChildNode): boolean {
  if (node.nodeName === "#comment") return false;
  if (!("tagName" in node)) return true;
  // Where Next would put what it streams: our pages are whole.
  if (node.tagName === "div" && node.attrs.some((one) => one.name === "hidden"))
    return node.childNodes.some((child) => child.nodeName !== "#comment");
  if (node.tagName === "script")
    return (
      attribute(node, "type") === "application/ld+json" || attribute(node, "src").startsWith("/islands/")
    );
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
 * What of a page only scripts would complete: Next's error document, the place of what is still to come, or the call
 * that would fill it. Looked for in the page's structure: a record may well speak of such things.
 */
function unfinished(node: Tree.Node): string | undefined {
  if ("tagName" in node) {
    const id = attribute(node, "id");
    if (node.tagName === "html" && id === "__next_error__") return "an error document";
    if (node.tagName === "template" && id.startsWith("B:")) return "the place of a part to come";
    const isScript = node.tagName === "script" && attribute(node, "type") !== "application/ld+json";
    if (isScript && node.childNodes.some((child) => "value" in child && child.value.includes("$RC(")))
      return "a call that fills in a part";
  }
  if (!("childNodes" in node)) return undefined;
  for (const child of node.childNodes) {
    const found = unfinished(child);
    if (found) return found;
  }
  return undefined;
}

/**
 * The finished document of a public page as Next renders it: the same HTML without Next's scripts, data and
 * comments. Throws Unfinished for a page that would need them.
 */
export function finish(html: string): string {
  const document = parse(html);
  const fault = unfinished(document);
  if (fault) throw new Unfinished(`The page holds ${fault}`);
  prune(document);
  return serialize(document);
}
