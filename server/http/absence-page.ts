/** The site's page for what is not there, made once and completed for each address. */
import { type DefaultTreeAdapterTypes as Tree, parse } from "parse5";
import { slugPattern } from "@/lib/domain/slug";
import { attribute, firstIn } from "@/server/documents/page-tree";
import type { Rendered } from "@/server/next/pages";

/** The first part of an address, where more follows that is not there and a dossier may be; else null. */
export function dossierAbove(url: string): string | null {
  const [, slug = "", ...rest] = url.split("?", 1)[0]!.split("/");
  return rest.length > 0 && slugPattern.test(slug) ? slug : null;
}

/** The page with its line leading to this dossier, or without the line. */
export function absenceNear(page: Rendered, dossier: string | null): Rendered {
  const cut = cuts.get(page) ?? cutOf(page.body.toString("utf8"));
  cuts.set(page, cut);
  const { before, line, after } = cut;
  const near = dossier === null ? "" : line.join(`/${dossier}`);
  return { ...page, body: Buffer.from(before + near + after) };
}

/** The page apart: what stands before and after the line, and the line before and after the address in it. */
interface Cut {
  before: string;
  line: [string, string] | [];
  after: string;
}

const cuts = new WeakMap<Rendered, Cut>();

// As app/global-not-found.tsx has it: the line that leads to a dossier, with a link that no page has.
const isLine = (node: Tree.Element) => node.tagName === "p" && attribute(node, "id") === "near";
const address = "/-/dossier";
const isLink = (node: Tree.Element) => node.tagName === "a" && attribute(node, "href") === address;

function cutOf(html: string): Cut {
  const found = (within: Tree.Node, is: (element: Tree.Element) => boolean) =>
    firstIn(within, (node) => ("tagName" in node && is(node) ? node : undefined));
  const line = found(parse(html, { sourceCodeLocationInfo: true }), isLine);
  const link = line && found(line, isLink);
  const [at, of] = [line?.sourceCodeLocation, link?.sourceCodeLocation?.attrs?.href];
  if (!at || !of) return { before: html, line: [], after: "" };
  // The address as the attribute has it, quotes apart.
  const start = of.startOffset + html.slice(of.startOffset, of.endOffset).indexOf(address);
  return {
    before: html.slice(0, at.startOffset),
    line: [html.slice(at.startOffset, start), html.slice(start + address.length, at.endOffset)],
    after: html.slice(at.endOffset),
  };
}
