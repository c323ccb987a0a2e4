/** What is asked of the people of a visit: one who stands in it in two parts. */
import { fold } from "../folding";

interface Named {
  name?: string | undefined;
  person?: string | undefined;
}

interface People {
  visitor?: string;
  visitorPerson?: string;
  delegation?: readonly { name?: string; person?: string }[];
  meetings?: readonly { host?: string; hostPerson?: string }[];
}

const letters = (name: string) =>
  fold(name)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();

/** People by what tells them apart: each name folded once, since a visit may have hundreds on either side. */
class Told {
  readonly #pages = new Set<string>();
  readonly #names = new Set<string>();
  readonly #namesWithoutPage = new Set<string>();

  /** Whether one of them is this person: by their pages where both have one, else by their names. */
  has({ person, key }: Keyed): boolean {
    if (person !== undefined && this.#pages.has(person)) return true;
    return key !== "" && (person === undefined ? this.#names : this.#namesWithoutPage).has(key);
  }

  add({ person, key }: Keyed): void {
    this.#names.add(key);
    if (person === undefined) this.#namesWithoutPage.add(key);
    else this.#pages.add(person);
  }
}

interface Keyed {
  person: string | undefined;
  /** The name folded; empty for none. */
  key: string;
}

const keyed = ({ name, person }: Named): Keyed => ({ person, key: letters(name ?? "") });

const travellers = ({ visitor, visitorPerson, delegation = [] }: People): Keyed[] =>
  [{ name: visitor, person: visitorPerson }, ...delegation].map(keyed);

const hosts = ({ meetings = [] }: People): Keyed[] =>
  meetings.map(({ host, hostPerson }) => keyed({ name: host, person: hostPerson }));

function told(people: readonly Keyed[]): Told {
  const all = new Told();
  for (const one of people) all.add(one);
  return all;
}

function isRepeated(people: readonly Keyed[]): boolean {
  const before = new Told();
  return people.some((one) => {
    if (before.has(one)) return true;
    before.add(one);
    return false;
  });
}

/** The rules, for the visit's definition. */
export const visitPeople = [
  {
    severity: "doubt",
    on: "meetings",
    says: "doubt.visit.metThemselves",
    holds: (visit: People) => {
      const travelled = told(travellers(visit));
      return !hosts(visit).some((host) => travelled.has(host));
    },
  },
  {
    severity: "doubt",
    on: "delegation",
    says: "doubt.visit.travelsTwice",
    holds: (visit: People) => !isRepeated(travellers(visit)),
  },
] as const;
