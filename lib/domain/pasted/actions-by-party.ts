/**
 * Registers of an agreement's actions: one line for each party, with a column for what it did ("Participant | Signature |
 * Ratification, Accession(a)"), or a line for each action ("Action | Action by | Date"). All lines are of one agreement.
 */
import { fold } from "../folding";
import { countryNamed } from "../country-named";
import type { actionTypes } from "../kinds/agreement-terms";
import type { MatchedTable } from "./match-columns";

type ActionType = (typeof actionTypes)[number];

/** How many lines may stand above the headings. */
const mostAbove = 3;

const parties = new Set([
  "participant",
  "party",
  "state",
  "country",
  "state party",
  "signatory",
  "member state",
]);

/** What a column of dates is called, by the action that it dates. */
const acts: readonly [heading: RegExp, action: ActionType][] = [
  [/^definitive signature/u, "definitive-signature"],
  [/^(?:date of )?(?:signature|signed|signing)/u, "signature"],
  [/^(?:date of )?ratifi/u, "ratification"],
  [/^(?:date of )?accept/u, "acceptance"],
  [/^(?:date of )?approv/u, "approval"],
  [/^(?:date of )?acce(?:ssion|ded)/u, "accession"],
  [/^(?:date of )?success/u, "succession"],
  [/^(?:date of )?(?:entry into force|entered into force|in force|eif)/u, "entry-into-force"],
  [/^(?:date of )?withdraw/u, "withdrawal"],
  [/^(?:date of )?denun?[co]/u, "denunciation"],
];

/** The marks behind a date that say another action than its column does. */
const marks: Readonly<Record<string, ActionType>> = {
  ...{ a: "accession", A: "acceptance", AA: "approval", d: "succession", s: "definitive-signature" },
  c: "formal-confirmation",
};
const marked = /(?<=\d) ?\(?(AA|[aAcds])\)?$/u;

const isDepositary = (heading: string) => /^deposit(?:ary|ory|aries)$/u.test(fold(heading));

const actionOf = (heading: string) => acts.find(([said]) => said.test(fold(heading)))?.[1] ?? null;

/**
 * A register with a column for each action, as one with a line for each: "Action by", "Action", "Date of action" and "Depositary", in words that a
 * table's headings are known by. Null for any other table.
 */
export function actionsApart(
  rows: readonly string[][],
  word: (action: string) => string,
  headings: readonly [by: string, action: string, date: string, depositary: string],
): string[][] | null {
  const at = rows.slice(0, mostAbove + 1).findIndex(isHead);
  if (at < 0) return null;
  const actions = rows[at]!.map((heading, column) => (column === 0 ? null : actionOf(heading)));
  const kept = rows[at]!.findIndex(isDepositary);
  const lines = rows
    .slice(at + 1)
    .filter(([party = ""]) => countryNamed(party) !== null || /\p{L}/u.test(party));
  const taken = lines.flatMap(([party = "", ...cells]) => {
    const depositary = cells[kept - 1] ?? "";
    return cells.flatMap((cell, column) => {
      const [, mark = ""] = marked.exec(cell) ?? [];
      const action = marks[mark] ?? actions[column + 1];
      return cell === "" || !action || !/\d/.test(cell)
        ? []
        : [[party, word(action), mark ? cell.replace(marked, "") : cell, depositary]];
    });
  });
  if (taken.length === 0) return null;
  const width = kept < 0 ? headings.length - 1 : headings.length;
  const above = rows.slice(0, at).map((row) => [row.find(Boolean) ?? "", "", "", ""]);
  return [...above, [...headings], ...taken].map((row) => row.slice(0, width));
}

/** A party first, and behind it nothing but what parties do, with the depositary. */
function isHead([first = "", ...others]: readonly string[]): boolean {
  const acts = others.filter((heading) => !isDepositary(heading));
  return (
    parties.has(fold(first)) &&
    acts.length > 0 &&
    others.length - acts.length <= 1 &&
    acts.every((heading) => actionOf(heading) !== null)
  );
}

/** Where a table has actions in lines of their own, what its dates are of. */
const ofActions: Readonly<Record<string, string>> = {
  signedOn: "actions/date",
  inForceOn: "actions/effective",
};
const anyDate = new Set([
  "date",
  "date of action",
  "effective",
  "effective date",
  "date of effect",
  "effect",
]);

/** A matched table whose lines are actions with its bare dates as theirs: "Action by | Action | Date | Date of effect". */
export function datesOfActions(matched: MatchedTable): MatchedTable {
  if (!matched.paths.includes("actions/action")) return matched;
  const paths = matched.paths.map((path, at) => {
    const own = path === null ? undefined : ofActions[path];
    const isOwn =
      own !== undefined && !matched.paths.includes(own) && anyDate.has(fold(matched.headings[at] ?? ""));
    return isOwn ? own : path;
  });
  return { ...matched, paths };
}
