/** What a page says, read as a browser without scripts would. */
import { type DefaultTreeAdapterTypes as Tree, parse } from "parse5";

export interface WholePage {
  /** All its text and what its inputs hold, with each run of spaces as one. */
  text: string;
  /** Its descriptions (JSON-LD), parsed. */
  descriptions: unknown[];
  /** Where its links lead. */
  links: string[];
  /** The elements that no finished page of ours has. */
  foreign: string[];
}

const spaced = (text: string) => text.replace(/\s+/g, " ").trim();

/** Reads a page. Throws where one of its descriptions is no JSON. */
export function readPage(html: string): WholePage {
  const page: WholePage = { text: "", descriptions: [], links: [], foreign: [] };
  const texts: string[] = [];
  const visit = (node: Tree.Node) => {
    if (node.nodeName === "#comment") page.foreign.push("a comment");
    if ("value" in node) texts.push(node.value);
    if ("tagName" in node) {
      const { tagName, attrs } = node;
      const attribute = (name: string) => attrs.find((one) => one.name === name)?.value ?? "";
      const runs = ({ name, value }: { name: string; value: string }) =>
        name.startsWith("on") ||
        (/^(href|src|action|formaction)$/.test(name) && /^\s*javascript:/i.test(value));
      if (attrs.some(runs)) page.foreign.push(`a ${tagName} that runs something`);
      if (["template", "iframe", "object", "embed", "style", "base"].includes(tagName))
        page.foreign.push(`a ${tagName}`);
      if (tagName === "a") page.links.push(attribute("href"));
      if (tagName === "input") texts.push(` ${attribute("value")} `);
      if (tagName === "script" && attribute("type") === "application/ld+json") {
        const [child] = node.childNodes;
        page.descriptions.push(JSON.parse(child && "value" in child ? child.value : ""));
        return;
      }
      if (tagName === "script" && !attribute("src").startsWith("/islands/")) page.foreign.push("a script");
    }
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  page.text = spaced(texts.join(""));
  return page;
}

/** A text as `readPage` gives it. */
export const asRead = spaced;
