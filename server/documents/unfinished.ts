/**
 * What of a page only scripts would complete, told by the page's structure alone: by elements, comments and what a
 * script begins with. What editors write reaches a page as escaped text, or within a script that begins with Next's
 * own call, and can be none of these, whatever it says.
 */
import type { DefaultTreeAdapterTypes as Tree } from "parse5";
import { attribute, firstIn, isDescription } from "./page-tree";

/** A boundary that is pending, failed or queued: React's comment before its place. */
const openBoundaries = new Set(["$?", "$!", "$~"]);

/** The id of a part that waits, hidden at the end of the page, to be moved to its place. */
const part = /^S:[0-9a-f]+$/;

/** React's functions that move parts and mark failed ones ($RC, $RR, $RS, $RX …) begin each script that calls them. */
const completion = /^\$R[A-Z]\b/;

function faultOf(node: Tree.Node): string | undefined {
  if (node.nodeName === "#comment" && "data" in node && openBoundaries.has(node.data))
    return "a boundary that is not complete";
  if (!("tagName" in node)) return undefined;
  const id = attribute(node, "id");
  if (node.tagName === "html" && id === "__next_error__") return "an error document";
  if (node.tagName === "meta" && id === "__next-page-redirect") return "a redirect that came too late";
  // No page of ours has templates of its own.
  if (node.tagName === "template") return "the place of a part to come";
  if (part.test(id)) return "a part out of its place";
  const isCompletion =
    node.tagName === "script" &&
    !isDescription(node) &&
    node.childNodes.some((child) => "value" in child && completion.test(child.value));
  return isCompletion ? "a call that fills in a part" : undefined;
}

/** Says what makes a parsed page unfinished; undefined where it is whole. */
export function unfinished(page: Tree.Document): string | undefined {
  return firstIn(page, faultOf);
}
