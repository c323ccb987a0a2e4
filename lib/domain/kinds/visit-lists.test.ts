/** A real list of visits, as a ministry prints it, is entered without being bent. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type DefaultTreeAdapterTypes as Tree, parseFragment } from "parse5";
import { expect, test } from "vitest";
import { parseRecord } from "../record";
import { kindOf } from "./registry";

/** Visits of foreign leaders to the United States, by the State Department's historians; no part of this repository. */
const folder = resolve("../shared/data/us-visits");

const elements = (node: Tree.Node): Tree.Element[] =>
  "childNodes" in node ? node.childNodes.filter((one) => "tagName" in one) : [];

function all(node: Tree.Node, tag: string): Tree.Element[] {
  return elements(node).flatMap((one) => (one.tagName === tag ? [one] : all(one, tag)));
}

function textOf(node: Tree.Node | undefined): string {
  if (!node) return "";
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("").replace(/\s+/g, " ").trim() : "";
}

test("visits of a real list can be entered as they are printed", (context) => {
  if (!existsSync(folder)) context.skip(`there is no ${folder}`);
  const visits = readdirSync(folder)
    .filter((name) => name.endsWith(".xml"))
    .flatMap((name) => all(parseFragment(readFileSync(join(folder, name), "utf8")), "visit"));
  expect(visits.length).toBeGreaterThan(2000);
  // One of twenty will do: reading a whole form takes its time.
  const some = visits.filter((_, index) => index % 20 === 0);
  const refused = some.flatMap((visit) => {
    const said = (tag: string) => textOf(all(visit, tag)[0]);
    const typed = {
      ...{ from: "MX", to: "US", visitor: said("visitor"), purpose: said("description") },
      ...{ began: said("start-date"), ended: said("end-date") },
    };
    const { problems, values } = parseRecord(kindOf("visit"), typed, { parties: ["MX", "US"] }, "draft");
    expect(values.began).toBe(typed.began);
    return problems.map(({ path, code }) => `${typed.began} ${typed.visitor}: ${path} ${code}`);
  });
  expect(refused).toEqual([]);
});
