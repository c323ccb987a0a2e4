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

/** Whether two are one person: by their pages where both have one, else by their names. */
function areSame(one: Named, other: Named): boolean {
  if (one.person !== undefined && other.person !== undefined) return one.person === other.person;
  const [first = "", second = ""] = [one.name, other.name].map((name) => letters(name ?? ""));
  return first !== "" && first === second;
}

const travellers = ({ visitor, visitorPerson, delegation = [] }: People): Named[] => [
  { name: visitor, person: visitorPerson },
  ...delegation,
];

const isRepeated = (people: readonly Named[]) =>
  people.some((one, at) => people.slice(at + 1).some((other) => areSame(one, other)));

/** The rules, for the visit's definition. */
export const visitPeople = [
  {
    severity: "doubt",
    on: "meetings",
    says: "doubt.visit.metThemselves",
    holds: (visit: People) =>
      !(visit.meetings ?? []).some(({ host, hostPerson }) =>
        travellers(visit).some((one) => areSame(one, { name: host, person: hostPerson })),
      ),
  },
  {
    severity: "doubt",
    on: "delegation",
    says: "doubt.visit.travelsTwice",
    holds: (visit: People) => !isRepeated(travellers(visit)),
  },
] as const;
