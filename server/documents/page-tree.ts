/** What is asked of a page that parse5 has read. */
import type { DefaultTreeAdapterTypes as Tree } from "parse5";

/** An attribute's value, empty where the element has none of that name. */
export function attribute(element: Tree.Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? "";
}

/** Whether a script element holds a description (JSON-LD), which nothing runs. */
export function isDescription(element: Tree.Element): boolean {
  return attribute(element, "type") === "application/ld+json";
}

/** What `find` returns for the first node, in the order of the page, for which it returns anything. */
export function firstIn<T>(node: Tree.Node, find: (node: Tree.Node) => T | undefined): T | undefined {
  const found = find(node);
  if (found !== undefined || !("childNodes" in node)) return found;
  for (const child of node.childNodes) {
    const below = firstIn(child, find);
    if (below !== undefined) return below;
  }
  return undefined;
}
