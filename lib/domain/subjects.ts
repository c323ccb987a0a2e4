/** What agreements are about: a list with defaults, to which the desk adds subjects and in which it names them. */
import { subjects } from "./kinds/agreement-terms";

/** A subject that the desk has added, or a default one that it calls by a name of its own. */
export interface KeptSubject {
  key: string;
  name: string;
}

/** The keys of all subjects in the order in which lists have them: the desk's own stand before what is general. */
export function subjectKeys(kept: readonly KeptSubject[]): string[] {
  const defaults: readonly string[] = subjects;
  const own = kept.map(({ key }) => key).filter((key) => !defaults.includes(key));
  const general = defaults.indexOf("general-relations");
  return [...defaults.slice(0, general), ...own, ...defaults.slice(general)];
}

/** What a subject is called: as the desk names it, else by the interface's word for a default one. */
export function subjectName(
  key: string,
  kept: readonly KeptSubject[],
  word: (key: string) => string,
): string {
  return kept.find((one) => one.key === key)?.name ?? (isDefaultSubject(key) ? word(key) : key);
}

/** Whether a subject is one of those that every site begins with. */
export function isDefaultSubject(key: string): boolean {
  return subjects.some((one) => one === key);
}
