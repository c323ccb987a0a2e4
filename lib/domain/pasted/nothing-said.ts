/** Words of registers in place of a date or a name: that there is none, that it is not known, or whether the agreement is in force. */
import { fold } from "../folding";

/** Where statistics have no value: Eurostat's ":" with its flags, the dots of the UN and the IMF, British "[x]", "n/a". */
const noValue =
  /^(?:[.…]{1,3}|\[(?:[cuwxz]|low)\]|\(?:\)?(?: ?\(?[a-z]\)?)?|n\/?a\.?|n\. ?[ad]\.?|k\. ?a\.?|not available)$/iu;

/** Whether a cell says that its value is not known. */
export function isNotKnown(cell: string): boolean {
  return cell.length <= longest && noValue.test(cell.trim());
}

/** "Yes" and "no" of whatever a column is about. */
const answers: Readonly<Record<"yes" | "no", readonly string[]>> = {
  yes: ["yes", "y"],
  no: ["no", "n", "not yet", "pending"],
};

/** That an agreement is not in force, in other languages of registers. */
const notForce = [
  "no vigente",
  "terminado",
  "außer kraft",
  "nicht in kraft",
  "не действует",
  "утратил силу",
  "не вступил в силу",
];

const statuses: Readonly<Record<"yes" | "no" | "unknown", readonly string[]>> = {
  yes: [...answers.yes, "in force", "vigente", "en vigor", "in kraft", "en vigueur", "действует", "в силе"],
  no: [...answers.no, "not in force", "not yet in force", "terminated", "expired", ...notForce],
  unknown: ["unknown", "not known", "not recorded", "?", "n/a"],
};

const nothing = [...statuses.unknown, "none", "not applicable"];

const longest = 40;

const isAmong = (cell: string, words: readonly string[]) =>
  cell.length <= longest && words.some((word) => fold(word) === fold(cell).trim());

/** Whether a cell says nothing: dashes, or a word for that. */
export function isNothing(cell: string): boolean {
  return /^[-–—\s]+$/.test(cell) || isAmong(cell, nothing);
}

/** Whether a cell says that what its column is about is not the case, or nothing. */
export function isDenied(cell: string): boolean {
  return isNothing(cell) || isAmong(cell, answers.no);
}

/** Whether a cell says that what its column is about is the case, and no more; `besides` are further words for that. */
export function isAffirmed(cell: string, besides: readonly string[] = []): boolean {
  return isAmong(cell, [...answers.yes, ...besides]);
}

/** What a cell says in place of a date of entry into force: null where it says something else. */
export function forceSaid(cell: string): "yes" | "no" | "unknown" | null {
  return (["yes", "no", "unknown"] as const).find((one) => isAmong(cell, statuses[one])) ?? null;
}
