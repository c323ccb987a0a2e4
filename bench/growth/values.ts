/** Made-up records: the values of one of each kind, complete, as its form would have made them. */
import { eventTypes } from "@/lib/domain/kinds/event";
import { agreementTypes, subjects } from "@/lib/domain/kinds/agreement-terms";
import { missionTypes } from "@/lib/domain/kinds/mission";
import { visitTypes } from "@/lib/domain/kinds/visit";
import { ranks } from "@/lib/domain/ranks";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { idAt } from "./ids";
import type { GrownKind } from "./plan";
import { type Chance, chanceOf, cities, dayIn, personName, phrase, pick, prose } from "./words";

export type Values = Record<string, unknown>;

/** What a record is made up from. */
export interface Setting {
  /** Another for each record of the whole site. */
  number: number;
  /** Which one of its kind it is in its dossier, from 0. */
  nth: number;
  parties: readonly [string, string];
  /** The sources that the dossier cites so far; the record cites one or two of them. */
  sources: readonly string[];
  /** The agreements that the dossier has so far. */
  agreements: readonly string[];
}

const firstYear = 1991;
const years = 34;

/** The values of a record of a kind. The same setting gives the same values, ids of rows apart. */
export function madeUp(kind: "dossier" | GrownKind, setting: Setting): Values {
  const chance = chanceOf(setting.number);
  const values = { ...emptyLists(kind), ...makers[kind](chance, setting) };
  return kind === "source" ? values : { ...values, citations: citations(chance, setting) };
}

/** What a record holds of its fields of several values where nothing is filled in. */
function emptyLists(kind: KindKey): Values {
  const several = Object.entries(kindOf(kind).fields).filter(
    ([, field]) => field.sends !== "text" || field.kind === "lines",
  );
  return Object.fromEntries(several.map(([key]) => [key, []]));
}

function citations(chance: Chance, { sources }: Setting): Values[] {
  const first = pick(chance, sources);
  const second = chance() < 0.5 ? pick(chance, sources) : first;
  return [...new Set([first, second])].map((source, at) => ({
    id: idAt(Date.now()),
    source,
    ...(at === 0 && { place: `p. ${1 + Math.floor(chance() * 300)}` }),
  }));
}

const yearOf = (chance: Chance) => firstYear + Math.floor(chance() * years);
const row = (values: Values): Values => ({ id: idAt(Date.now()), ...values });

const makers: Record<"dossier" | GrownKind, (chance: Chance, setting: Setting) => Values> = {
  dossier: (chance, { parties: [countryA, countryB] }) => ({
    countryA,
    countryB,
    established: dayIn(chance, firstYear + 1),
    summary: prose(chance, 3),
    memberships: ["United Nations", "World Trade Organization"],
    standings: [row({ statement: phrase(chance), year: yearOf(chance) })],
  }),
  event: (chance, { number }) => ({
    title: `${phrase(chance)}, no. ${number}`,
    ...(chance() < 0.93 && { date: dayIn(chance, yearOf(chance)) }),
    type: pick(chance, eventTypes),
    text: prose(chance, 2),
  }),
  visit: (chance, { nth, parties, agreements }) => {
    const [from, to] = chance() < 0.5 ? parties : [parties[1], parties[0]];
    return {
      from,
      to,
      visitor: nth === 0 ? "José Müller" : personName(chance),
      office: `Minister of ${phrase(chance).split(" ").at(-1)}`,
      rank: pick(chance, ranks),
      type: pick(chance, visitTypes),
      began: dayIn(chance, yearOf(chance)),
      places: [pick(chance, cities)],
      purpose: prose(chance, 1),
      delegation: [],
      meetings: [row({ host: personName(chance), office: "Minister", manner: "official" })],
      agreements: chance() < 0.2 ? agreements.slice(-1) : [],
    };
  },
  agreement: (chance, { number, parties }) => {
    const year = yearOf(chance);
    const [first, second] = parties;
    return {
      title: `${phrase(chance)}, no. ${number}`,
      type: pick(chance, agreementTypes),
      subject: pick(chance, subjects),
      signatories: parties.map((party) => row({ party, body: `Ministry of ${phrase(chance)}` })),
      signedOn: dayIn(chance, year),
      place: pick(chance, cities),
      inForce: pick(chance, ["yes", "no", "unknown"]),
      actions: [
        row({ party: first, action: "ratification", date: dayIn(chance, year + 1) }),
        row({ party: second, action: "ratification", date: dayIn(chance, year + 2) }),
        row({ party: "both", action: "entry-into-force", date: dayIn(chance, year + 3) }),
      ],
      languages: ["English"],
      registerNumber: `A-${number}`,
      relations: [],
    };
  },
  // Each year comes once from each reporter.
  tradeYear: (chance, { nth, parties }) => {
    const [exportsA, exportsB] = [1 + Math.floor(chance() * 9e8), 1 + Math.floor(chance() * 9e8)];
    return {
      year: 2025 - Math.floor(nth / 4),
      reporter: [...parties, "third-source", "not-stated"][nth % 4],
      exportsA: String(exportsA),
      exportsB: String(exportsB),
      total: String(exportsA + exportsB),
      currency: "USD",
      valuationA: pick(chance, ["FOB", "CIF", "unknown"]),
      valuationB: pick(chance, ["FOB", "CIF", "unknown"]),
    };
  },
  tradeProducts: (chance, { nth, parties }) => ({
    exporter: parties[nth % 2],
    year: 2025 - Math.floor(nth / 2),
    currency: "USD",
    products: [
      row({ description: phrase(chance), hsCode: "2709", value: String(Math.floor(chance() * 1e8)) }),
      row({ description: phrase(chance), hsCode: "01" }),
    ],
  }),
  mission: (chance, { nth, parties }) => ({
    sending: parties[nth % 2],
    receiving: parties[(nth + 1) % 2],
    type: pick(chance, missionTypes),
    city: pick(chance, cities),
    opened: dayIn(chance, yearOf(chance)),
    heads: [row({ name: personName(chance) })],
  }),
  source: (chance, { number }) => ({
    title: `Report ${number}: ${phrase(chance)}`,
    authors: [personName(chance)],
    publisher: `Institute of ${phrase(chance)}`,
    date: dayIn(chance, yearOf(chance)),
    address: `https://sources.example/${number}`,
    accessedOn: "2026-01-15",
    language: "English",
  }),
};
