/** Made-up values of records, by their number: varied in length and words, as recorded ones are. */
import type { Held } from "@/lib/domain/fields/field";
import { agreementTypes, subjects } from "@/lib/domain/kinds/agreement";
import { eventTypes } from "@/lib/domain/kinds/event";
import { missionTypes } from "@/lib/domain/kinds/mission";
import { ranks, visitTypes } from "@/lib/domain/kinds/visit";

type Make = (number: number, parties: readonly [string, string], since: number) => Held;

const first = [
  "Ana",
  "Bakyt",
  "Carlos",
  "Dina",
  "Erlan",
  "Felipe",
  "Gulnara",
  "Hector",
  "Isabel",
  "Juan",
  "Kassym",
];
const last = [
  "Alvarez",
  "Bektur",
  "Cárdenas",
  "Dominguez",
  "Espinosa",
  "Fox",
  "Gomez",
  "Herrera",
  "Idrissov",
];
const topics = [
  "border rivers",
  "double taxation",
  "air services",
  "extradition",
  "customs",
  "farm labour",
  "culture",
];
const cities = [
  "Mexico City",
  "Washington",
  "Guadalajara",
  "Laredo",
  "Tijuana",
  "El Paso",
  "Monterrey",
  "San Diego",
];
const sentences = [
  "The two governments agreed to settle what was left open of the earlier arrangement within a year.",
  "Talks touched upon trade, the shared border and the waters of both rivers.",
  "A joint commission was to meet twice a year, in turn in each of the capitals.",
  "Newspapers of both countries reported at length, and the texts were published in the official gazettes.",
  "Nothing came of it for a decade, until the question was raised again at a meeting of ministers.",
];

const pick = <T>(all: readonly T[], number: number): T => all[number % all.length]!;
const name = (number: number) =>
  `${pick(first, number)} ${pick(last, Math.floor(number / first.length))} ${number}`;
const text = (number: number) =>
  Array.from({ length: 1 + (number % 3) }, (_, one) => pick(sentences, number + one)).join(" ");

/** A day, a month or a year, spread evenly over the years. */
function date(number: number, since: number): string {
  const years = 2026 - since;
  const day = new Date(Date.UTC(since + ((number * 37) % years), (number * 5) % 12, 1 + (number % 28)));
  return day.toISOString().slice(0, pick([10, 10, 10, 7, 4], number));
}

export const made = {
  source: (number) => ({
    title: `Yearbook of foreign relations, part ${number}: ${pick(topics, number)}`,
    authors: [name(number)],
    publisher: pick(["Ministry of Foreign Affairs", "University Press", "The Daily Record"], number),
    date: String(1990 + (number % 36)),
    address: `https://archive.example/yearbook/${number}`,
  }),
  event: (number, _parties, since) => ({
    title: `Conference on ${pick(topics, number)} in ${pick(cities, number)}, no. ${number}`,
    ...(number % 20 > 0 && { date: date(number, since) }),
    type: pick(eventTypes, number),
    text: text(number),
  }),
  visit: (number, [a, b], since) => {
    const began = date(number, since);
    return {
      from: number % 2 ? a : b,
      to: number % 2 ? b : a,
      visitor: name(number),
      office: pick(["President", "Minister of Foreign Affairs", "Secretary of Commerce"], number),
      rank: pick(ranks, number),
      type: pick(visitTypes, number),
      began,
      places: [pick(cities, number)],
      purpose: text(number),
      ...(number % 5 === 0 && { standing: `The ${number}th visit since relations were established` }),
      meetings: [{ host: name(number + 5), office: "President", manner: "official" }],
      agreements: [],
    };
  },
  agreement: (number, [a, b], since) => ({
    title: `${pick(["Treaty", "Agreement", "Convention"], number)} between the two governments on ${pick(topics, number)} and related matters, no. ${number}`,
    shortTitle: `${pick(topics, number)} ${number}`,
    type: pick(agreementTypes, number),
    subject: pick(subjects, number),
    ...(number % 15 > 0 && { signedOn: date(number, since) }),
    place: pick(cities, number),
    inForce: pick(["yes", "no", "unknown"], number),
    signatories: [a, b].map((party) => ({ party, body: "Government" })),
    actions: [],
    languages: ["English", "Spanish"],
  }),
  tradeYear: (number, [a, b]) => ({
    year: 2025 - Math.floor(number / 3),
    reporter: pick([a, b, "third-source"], number),
    exportsA: String(1_000_000 + number * 31_337),
    exportsB: String(2_000_000 + number * 27_001),
    total: String(3_000_000 + number * 58_338),
    currency: "USD",
    valuation: pick(["FOB", "CIF", "unknown"], number),
  }),
  tradeProducts: (number, [a, b]) => ({ exporter: number % 2 ? a : b, year: 2020, products: [] }),
  mission: (number, [a, b], since) => ({
    sending: number % 2 ? a : b,
    receiving: number % 2 ? b : a,
    type: number < 2 ? "embassy" : pick(missionTypes, number + 1),
    city: `${pick(cities, number)} ${number}`,
    opened: date(number, since).slice(0, 4),
  }),
} satisfies Record<string, Make>;
