/** The parties of an agreement as one cell of a register lists them. */
import { countryNamed } from "../country-named";
import type { Typed } from "../fields/typed";
import { fold } from "../folding";

/** Notes of registers behind a party, and what stands before the name of one that a government signed for. */
const notes = /\((?:submitter|depositary|host|party|signatory)\)$/iu;
const government = /^(?:the )?government of (?:the )?/iu;
/** What parts two parties, besides commas. */
const between = / (?:and|&|[-–—]|y|et|und|и|e) |\//iu;

/** Longer cells are no list of parties: they are left for the name of one to refuse. */
const longest = 2000;

/** Rows of signatories, each once: of a country its code, of any other party its name. */
export function partiesIn(cell: string): Typed[] {
  if (cell.length > longest) return [{ name: cell }];
  const parties = namesIn(cell).map(partyNamed);
  const known = new Set<string>();
  return parties.filter(({ party, name, body }) => {
    const key = JSON.stringify([party, fold(name ?? ""), body]);
    return !known.has(key) && known.add(key);
  });
}

function partyNamed(said: string): { party?: string; name?: string; body?: string } {
  const whole = said.replace(notes, "").trim();
  const party = countryNamed(whole);
  if (party) return { party };
  const governed = government.test(whole) ? countryNamed(whole.replace(government, "")) : null;
  return governed ? { party: governed, body: "Government" } : { name: whole };
}

const isCountry = (said: string) => partyNamed(said).party !== undefined;
const parts = (text: string, mark: RegExp | string) =>
  text
    .split(mark)
    .map((one) => one.trim())
    .filter(Boolean);

/** Semicolons and lines part parties for certain; commas and words do where a country stands between them. */
function namesIn(cell: string): string[] {
  const lines = parts(cell, /[;\n]/u).map((line) => line.replace(/\s+/gu, " "));
  if (lines.length > 1) return lines;
  if (isCountry(cell)) return lines;
  const listed = parts(cell, ",");
  const names = listed.flatMap((one) => {
    const two = isCountry(one) ? [] : parts(one, between);
    return two.length > 1 && two.every(isCountry) ? two : [one];
  });
  return names.some(isCountry) ? names : lines;
}
