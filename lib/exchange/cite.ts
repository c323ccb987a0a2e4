/** How a page is cited: as BibTeX, RIS and CSL-JSON, which reference managers read. */

import type { CiteFormat } from "@/lib/domain/cite-formats";

/** A page as it is cited. */
export interface Cited {
  title: string;
  /** What it is a part of, as "Kazakhstan–Mexico"; null for what is whole by itself. */
  within: string | null;
  site: string;
  /** The whole address. */
  address: string;
  /** ISO instant of the version that is cited: of the latest change to what the page shows. */
  changed: string;
  /** ISO instant at which it was read. */
  accessed: string;
  /** The number of that version, of single records. */
  version?: number;
}

/** A citation in a format. */
export function citationIn(format: CiteFormat, cited: Cited): string {
  switch (format) {
    case "bib":
      return bibtexOf(cited);
    case "ris":
      return risOf(cited);
    case "json":
      return `${JSON.stringify([cslOf(cited)], null, 2)}\n`;
  }
}

function bibtexOf(cited: Cited): string {
  const { title, within, site, address, changed, accessed, version } = cited;
  const fields = {
    author: `{${escaped(site)}}`,
    title: `{${escaped(title)}}`,
    // Of @online no style shows a title of the whole: it is part of its own title's line.
    ...(within && { titleaddon: escaped(within) }),
    date: day(changed),
    ...(version !== undefined && { version: String(version) }),
    url: address.replaceAll(/[{}\\]/g, (letter) => encodeURIComponent(letter)),
    urldate: day(accessed),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@online{${keyOf(cited)},\n${lines.join("")}}\n`;
}

const special: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** A text in which nothing is a command of TeX. */
function escaped(text: string): string {
  return oneLine(text).replaceAll(/[\\~^{}%&#_$]/g, (letter) => special[letter] ?? `\\${letter}`);
}

function risOf({ title, within, site, address, changed, accessed, version }: Cited): string {
  const lines: [string, string][] = [
    ["TY", within === null ? "ELEC" : "ENCYC"],
    ["AU", `${site},`],
    ["TI", title],
    ...(within === null ? [] : [["T2", within] as [string, string]]),
    ["PB", site],
    ["PY", day(changed).slice(0, 4)],
    ["DA", day(changed).replaceAll("-", "/")],
    ...(version === undefined ? [] : [["ET", String(version)] as [string, string]]),
    ["UR", address],
    ["Y2", day(accessed).replaceAll("-", "/")],
    ["ER", ""],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`).join("");
}

function cslOf(cited: Cited) {
  const { title, within, site, address, changed, accessed, version } = cited;
  return {
    id: keyOf(cited),
    type: within === null ? "webpage" : "entry-encyclopedia",
    title,
    ...(within !== null && { "container-title": within }),
    author: [{ literal: site }],
    publisher: site,
    issued: { "date-parts": [dateParts(changed)] },
    accessed: { "date-parts": [dateParts(accessed)] },
    ...(version !== undefined && { version: String(version) }),
    URL: address,
  };
}

const day = (instant: string) => instant.slice(0, 10);
const dateParts = (instant: string) => day(instant).split("-").map(Number);
const oneLine = (text: string) => text.replaceAll(/\s+/g, " ").trim();

/** By what a text refers to it: the address without its host, with the version that it names. */
function keyOf({ site, address }: Cited): string {
  const path = new URL(address).href
    .slice(new URL(address).origin.length)
    .replaceAll(/[^a-zA-Z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  return `${site.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}-${path}`;
}
