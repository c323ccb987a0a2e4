/** The first dossier: what its one source states, and nothing besides. */
import type { Typed } from "@/lib/domain/fields/field";
import type { KindKey } from "@/lib/domain/kinds/registry";

/** A record to be made; `place` is where in the source article it stands. */
export interface SeedRecord {
  kind: KindKey;
  place: string;
  /** What is typed, of some with the ids of records that were made before. */
  typed: Typed | ((idOf: (record: SeedRecord) => string) => Typed);
}

export const source: Typed = {
  title: "Kazakhstan–Mexico relations",
  language: "English",
  note: "An overview article on the relations of the two countries. Its author, publisher and date are not recorded in the copy that was used.",
};

export const dossier: SeedRecord = {
  kind: "dossier",
  place: "Introduction, History and Trade",
  typed: {
    countryA: "KZ",
    countryB: "MX",
    slug: "kazakhstan-mexico",
    established: "1992-01-14",
    summary:
      "Kazakhstan and Mexico opened diplomatic relations in January 1992. For a long time their representatives met at little else than international gatherings.\n\nIn September 2014 Kazakhstan’s foreign minister visited Mexico, and each country made known that it planned an embassy in the other’s capital. Kazakhstan opened its own in Mexico City in 2016, and Mexico took part in the Expo 2017 in Astana.",
    memberships: "United Nations\nWorld Trade Organization",
    standings: [
      {
        statement:
          "As the source has it, Mexico comes second, after Brazil, among Kazakhstan’s trading partners in Latin America.",
        year: "",
      },
    ],
  },
};

/** The event that tells of what was announced in 2014. */
const plans: SeedRecord = {
  kind: "event",
  place: "History",
  typed: {
    title: "Plans for resident embassies",
    date: "2014-09",
    type: "other",
    text: "While Kazakhstan’s foreign minister was in Mexico, each country made it known that it meant to open an embassy in the capital of the other.",
  },
};

const events: SeedRecord[] = [
  {
    kind: "event",
    place: "History",
    typed: {
      title: "Diplomatic relations established",
      date: "1992-01-14",
      type: "establishment",
      text: "The two countries formally entered into diplomatic relations, shortly after the Soviet Union had been dissolved.",
    },
  },
  {
    kind: "event",
    place: "History",
    typed: {
      title: "Few contacts outside international forums",
      // The source does not say until when.
      date: "1992/",
      type: "other",
      text: "In the first decades of the relations direct contact was rare: officials of the two countries came together at international forums, among them the United Nations.",
    },
  },
  plans,
  {
    kind: "event",
    place: "History",
    typed: {
      title: "Cooperation on nuclear-free zones",
      // The source, which has no date, does not say until when.
      date: "2014-09/",
      type: "cooperation",
      text: "After the foreign minister’s visit the two countries worked together more closely on mechanisms by which their regions could become zones free of nuclear weapons.",
    },
  },
  {
    kind: "event",
    place: "History",
    typed: {
      title: "Rocket with a Mexican satellite lost after launch",
      date: "2015-05",
      type: "incident",
      text: "A Russian rocket that had taken off from Kazakhstan with a Mexican satellite on board came down within minutes. Technical faults were the cause.",
    },
  },
  {
    kind: "event",
    place: "History",
    typed: {
      title: "Kazakhstan opens an embassy in Mexico City",
      date: "2016",
      type: "mission-opened",
      text: "Kazakhstan established a resident embassy in the Mexican capital, as both countries had planned in 2014.",
    },
  },
  {
    kind: "event",
    place: "History",
    typed: {
      title: "Mexico at the Expo 2017 in Astana",
      date: "2017",
      type: "participation",
      text: "Mexico was among the participants of the Expo 2017, which Kazakhstan held in Astana.",
    },
  },
  {
    kind: "event",
    place: "History",
    typed: {
      title: "Twenty-five years of diplomatic relations",
      date: "2017",
      type: "anniversary",
      text: "The two countries marked a quarter of a century of diplomatic relations during the Expo in Astana.",
    },
  },
];

const visit: SeedRecord = {
  kind: "visit",
  place: "History",
  typed: {
    from: "KZ",
    to: "MX",
    visitor: "Erlan Idrissov",
    office: "Foreign Minister of Kazakhstan",
    rank: "foreign-minister",
    type: "official",
    standing: "As the source has it, no Kazakh official of higher rank had visited Mexico.",
    began: "2014-09",
    outcome:
      "The two governments made known that each planned to open a resident embassy in the other’s capital.",
    meetings: [
      { host: "José Antonio Meade", office: "Foreign Minister of Mexico", manner: "not-stated" },
      { host: "Ildefonso Guajardo Villarreal", office: "Secretary of the Economy", manner: "private" },
      { host: "Miguel Barbosa Huerta", office: "President of the Senate", manner: "private" },
      { host: "Vicente Fox", office: "Former President of Mexico", manner: "private" },
    ],
  },
};

const agreements: SeedRecord[] = [
  {
    kind: "agreement",
    place: "High-level visits",
    typed: {
      title: "Agreement to Abolish Visa Requirements for Official, Service and Diplomatic Passports",
      shortTitle: "Visa abolition agreement",
      type: "agreement",
      subject: "visas-and-consular",
    },
  },
  {
    kind: "agreement",
    place: "High-level visits",
    typed: {
      title:
        "Memorandum of Understanding on the Establishment of a Consultation Mechanism in the Areas of Mutual Interests between the Foreign Ministries",
      shortTitle: "Memorandum on a consultation mechanism",
      type: "memorandum",
      subject: "political-consultation",
      signatories: [
        { party: "KZ", body: "Foreign ministry" },
        { party: "MX", body: "Foreign ministry" },
      ],
    },
  },
  {
    kind: "agreement",
    place: "High-level visits",
    typed: {
      title:
        "Memorandum of Understanding on Cooperation between the Academy of Public Administration of Kazakhstan and the Matías Romero Institute of Mexico",
      shortTitle: "Memorandum between the Academy of Public Administration and the Matías Romero Institute",
      type: "memorandum",
      subject: "education-and-training",
      signatories: [
        { party: "KZ", body: "Academy of Public Administration" },
        { party: "MX", body: "Matías Romero Institute" },
      ],
      note: "The Matías Romero Institute trains Mexico’s diplomats.",
    },
  },
  {
    kind: "agreement",
    place: "High-level visits",
    typed: {
      title: "Joint statement on bilateral relations and global issues",
      shortTitle: "Joint statement",
      type: "joint-statement",
      subject: "general-relations",
      note: "It sets out matters between the two countries and their positions on questions of world politics.",
    },
  },
];

const trade: SeedRecord[] = [
  {
    kind: "tradeYear",
    place: "Trade",
    typed: { year: "2018", reporter: "not-stated", total: "23000000", currency: "USD" },
  },
  {
    kind: "tradeProducts",
    place: "Trade",
    typed: {
      exporter: "MX",
      products: [
        "Metal pipes",
        "Electric motors and generators",
        "Medical equipment",
        "Air and vacuum pumps",
        "Tractors",
        "Cars and other motor vehicles",
        "Molybdenum ore",
        "Alcoholic beverages",
        "Food products",
        "Chemical products",
      ].map((description) => ({ description })),
      note: "Among the exports; the source does not say that the list is complete.",
    },
  },
];

const mission: SeedRecord = {
  kind: "mission",
  place: "History",
  typed: { sending: "KZ", receiving: "MX", type: "embassy", city: "Mexico City", opened: "2016" },
};

/** What each country made known that it planned, and what the source says came of it: of Mexico’s plan it says nothing. */
const announcements: SeedRecord[] = [
  {
    kind: "announcement",
    place: "History",
    typed: (idOf) => ({
      title: "Kazakhstan plans an embassy in Mexico’s capital",
      maker: "KZ",
      announced: "2014-09",
      visit: idOf(visit),
      event: idOf(plans),
      steps: [
        {
          date: "2016",
          what: "Kazakhstan opened a resident embassy in Mexico City",
          fulfilment: "kept",
          mission: idOf(mission),
        },
      ],
    }),
  },
  {
    kind: "announcement",
    place: "History",
    typed: (idOf) => ({
      title: "Mexico plans an embassy in Kazakhstan’s capital",
      maker: "MX",
      announced: "2014-09",
      visit: idOf(visit),
      event: idOf(plans),
    }),
  },
];

export const records: SeedRecord[] = [...events, ...agreements, visit, ...trade, mission, ...announcements];
