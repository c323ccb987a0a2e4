/** How and when an agreement came into force, as registers put it in a cell: "provisionally on 1 May 2000; definitively on …". */
import { dateAmong, dateAtStart, isDate } from "./dates-among-words";

/** What a cell, or a part of it, says of an agreement's force. */
export interface ForceStated {
  action: "entry-into-force" | "provisional-application";
  /** The date as it is written; empty where none is. */
  date: string;
  /** What else is said. */
  rest: string;
  /** Whether words say that it is this action, rather than the column. */
  isSaid: boolean;
}

/** Longer cells are prose. */
const longest = 500;

const provisionally =
  /(?<!\p{L})(?:provisional(?:ly)?|provisoire(?:ment)?|provisionalmente|vorläufig|временно)(?!\p{L})/iu;
const definitively =
  /(?<!\p{L})(?:definitive(?:ly)?|définitive(?:ment)?|définitif|definitivamente|endgültig|окончательно)(?!\p{L})/iu;

/** What a column says already, and what only leads to a date: "since" would make it a span until today. */
const lead =
  /^[\s:,(]*(?:(?:in force|entered into force|came into force|entry into force|effective|application|applied|applies|registered|terminated|denounced|expired)(?!\p{L})[:, ]*)*(?:with effect (?:from|on) |(?:since|from|as of|as from|on|depuis|desde|seit|с) )?/iu;

/** The date of a cell without words before it that say what the column does: "terminated on 12.03.2001". */
export function withoutActionSaid(cell: string): string {
  if (cell.length > longest || isDate(cell)) return cell;
  const bare = cell.replace(lead, "");
  return isDate(bare) ? bare : cell;
}

/** What a cell says of an agreement's force, one after another; its first date is where it says nothing of how. */
export function forceIn(cell: string): ForceStated[] {
  if (cell.length > longest) return [{ action: "entry-into-force", date: cell, rest: "", isSaid: false }];
  return clausesIn(cell.trim()).map(statedIn);
}

/** The parts of a cell that each say how; one where it says that once or not at all. */
function clausesIn(cell: string): string[] {
  const clauses: string[] = [];
  const saysHow = (part: string) => provisionally.test(part) || definitively.test(part);
  for (const part of cell.split(/(?<=[;\n])|(?<=, )|(?= (?:and|et|y|und|и) )/u)) {
    const last = clauses.at(-1);
    if (last === undefined || (saysHow(last) && saysHow(part))) clauses.push(part);
    else clauses[clauses.length - 1] = last + part;
  }
  return clauses.map((clause) => clause.trim().replace(/^(?:and|et|y|und|и) |[;,]$/gu, ""));
}

function statedIn(clause: string): ForceStated {
  const how = [provisionally, definitively].find((words) => words.test(clause));
  const action = how === provisionally ? "provisional-application" : "entry-into-force";
  const said = (how ? clause.replace(how, " ") : clause).replace(/\(\s*\)/gu, " ").replace(/\s+/gu, " ");
  const bare = said
    .replace(lead, "")
    .replace(/^\s*[:,]?\s*/u, "")
    .trim();
  const found = dateAtStart(bare) ?? (how ? dateAmong(bare) : null);
  return found
    ? { action, ...found, isSaid: how !== undefined }
    : { action, date: bare, rest: "", isSaid: how !== undefined };
}
