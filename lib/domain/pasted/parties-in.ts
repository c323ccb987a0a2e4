/** The parties of an agreement as one cell of a register lists them. */
import { countryNamed } from "../country-named";
import type { Typed } from "../fields/typed";
import { fold } from "../folding";

/** Notes of registers behind a party, and what stands before the name of one that a government signed for. */
const notes = /\((?:submitter|depositary|host|party|signatory)\)$/iu;
/** Bodies that sign for their country; banks and commissions are parties by names of their own. */
const bodies = /^(?:the )?(?=(?:government|ministr(?:y|ies)|secretariat|department|parliament|senate)\b)/iu;
const another =
  /(?:\band|[-–—/]) ?(?:the )?(?:government|ministr(?:y|ies)|secretariat|department|parliament|senate)\b/iu;
/** A government as it is called in other languages of registers, with its country behind it or, as in Kazakh, before. */
const elsewhere = [
  /^(?<body>правительство|уряд) (?<country>.+)$/iu,
  /^(?:el )?(?<body>gobierno) (?:de los |de las |de la |del |de )(?<country>.+)$/iu,
  /^(?:le )?(?<body>gouvernement) (?:de la |de l['’]|des |du |de |d['’])(?<country>.+)$/iu,
  /^(?:die )?(?<body>regierung) (?:der |des |von )(?<country>.+)$/iu,
  /^(?:o |il )?(?<body>governo) (?:della |dell['’]|dei |degli |del |da |do |dos |di |de )(?<country>.+)$/iu,
  /^(?<country>.+?)(?:ның|нің|дың|дің|тың|тің) (?<body>үкіметі)$/iu,
];
const inBrackets = /^([^()]+) \(([^()]+)\)$/u;
/** What can part two parties: a comma, a word for "and", a dash or a slash. */
const marks = / ?, ?(?:(?:and|&|y|et|und|и|e) )?| (?:and|&|y|et|und|и|e) | ?[-–—/] ?/giu;
/** Names of countries hold as many of these at most: "Bosnia and Herzegovina", "Saint Helena, Ascension and Tristan da Cunha". */
const mostMarks = 2;

/** No body and country have as many "of" between them. */
const mostOfs = 8;

/** Longer cells are no list of parties: they are left for the name of one to refuse. */
const longest = 2000;

/** Rows of signatories, each once: of a country its code, of any other party its name. */
export function partiesIn(cell: string, countries: readonly string[] = []): Typed[] {
  if (cell.length > longest) return [{ name: cell }];
  const parties = namesIn(cell).map((said) => partyNamed(said, countries));
  const known = new Set<string>();
  return parties.filter(({ party, name, body }) => {
    const key = JSON.stringify([party, fold(name ?? ""), body]);
    return !known.has(key) && known.add(key);
  });
}

function partyNamed(
  said: string,
  countries: readonly string[] = [],
): { party?: string; name?: string; body?: string } {
  const whole = said.replace(notes, "").trim();
  const party = countryNamed(whole, countries);
  if (party) return { party };
  return bodyOf(whole, countries) ?? { name: whole.replace(/^the /u, "") };
}

/** A body of a country with the country: "Government of Mexico", "Kazakhstan (Ministry of Energy)"; null for any other. */
function bodyOf(whole: string, countries: readonly string[]): { party: string; body: string } | null {
  const [, before = "", inside = ""] = inBrackets.exec(whole) ?? [];
  if (bodies.test(inside)) {
    const party = countryNamed(before, countries);
    return party ? { party, body: inside } : null;
  }
  for (const form of elsewhere) {
    const { country = "", body = "" } = form.exec(whole)?.groups ?? {};
    const party = countryNamed(country, countries);
    if (party) return { party, body };
  }
  if (!bodies.test(whole)) return null;
  const words = whole.replace(bodies, "").split(" of ");
  for (let at = 1; at < Math.min(words.length, mostOfs); at += 1) {
    const party = countryNamed(words.slice(at).join(" of "), countries);
    const body = words.slice(0, at).join(" of ");
    if (party) return another.test(body) ? null : { party, body };
  }
  return null;
}

const isCountry = (said: string) => partyNamed(said).party !== undefined;
const parts = (text: string, mark: RegExp | string) =>
  text
    .split(mark)
    .map((one) => one.trim())
    .filter(Boolean);

/** Semicolons and lines part parties for certain; other marks do where a country stands beside them. */
function namesIn(cell: string): string[] {
  const lines = parts(cell, /[;\n]/u).map((line) => line.replace(/\s+/gu, " "));
  if (lines.length === 1) {
    const names = namesAtMarks(cell.trim().replace(/\s+/gu, " "));
    return names.some(isCountry) ? names : lines;
  }
  return lines.flatMap((line) => {
    const names = namesAtMarks(line);
    return names.every(isCountry) ? names : [line];
  });
}

/** A stretch of a text that can be the name of a party. */
interface Stretch {
  from: number;
  to: number;
  isCountry: boolean;
  /** The mark before it; empty before the first. */
  mark: string;
}

/** What stands between the marks of a text, countries and other names whole though they hold some. */
function namesAtMarks(text: string): string[] {
  const names: Stretch[] = [];
  for (const next of countriesFirst(text, between(text))) {
    const last = names.at(-1);
    if (!last || isParted(last, next)) names.push(next);
    else Object.assign(last, { to: next.to, isCountry: false });
  }
  return names.map(({ from, to }) => text.slice(from, to));
}

/** A comma parts any two, every mark two countries, and a word for "and" a country from another party: a dash may be part of its name. */
function isParted(last: Stretch, next: Stretch): boolean {
  const countries = Number(last.isCountry) + Number(next.isCountry);
  return next.mark.includes(",") || countries === 2 || (countries === 1 && !/[-–—/]/u.test(next.mark));
}

/** The stretches put together that are the name of one country, the longest first. */
function countriesFirst(text: string, pieces: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (let at = 0; at < pieces.length;) {
    const first = pieces[at]!;
    const run = pieces.slice(at, at + mostMarks + 1);
    while (run.length > 0 && !isCountry(text.slice(first.from, run.at(-1)!.to))) run.pop();
    found.push({ ...first, to: (run.at(-1) ?? first).to, isCountry: run.length > 0 });
    at += Math.max(1, run.length);
  }
  return found;
}

function between(text: string): Stretch[] {
  const pieces: Stretch[] = [];
  let [from, mark] = [0, ""];
  for (const next of [...text.matchAll(marks), { 0: "", index: text.length }]) {
    if (next.index > from) pieces.push({ from, to: next.index, isCountry: false, mark });
    [from, mark] = [next.index + next[0].length, next[0]];
  }
  return pieces;
}
