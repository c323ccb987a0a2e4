import { describe, expect, it } from "vitest";
import { dossier, published, site, source, visit } from "@/tests/support/published";
import { breadcrumbLd, ldText, listDatasetLd } from "./json-ld";
import { recordLd } from "./json-ld-records";

const context = { site, dossier, locale: "en", day: "2026-11-27", sources: [source] };
const bare = { signatories: [], actions: [], relations: [], languages: [], files: [], citations: [] };
const cited = [
  {
    "@type": "CreativeWork",
    "@id": "https://entente.example/kazakhstan-mexico/sources/a-yearbook-2015",
    name: "A yearbook",
  },
];

describe("what a record is to schema.org", () => {
  it("a visit: an event, as precise as its date", () => {
    expect(recordLd(visit, context)).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Event",
      "@id": "https://entente.example/kazakhstan-mexico/visits/2014-erlan-idrissov",
      startDate: "2014-09",
      performer: { "@type": "Person", name: "Erlan Idrissov", affiliation: { name: "Kazakhstan" } },
      location: [
        { "@type": "Place", name: "Mexico City" },
        { "@type": "Place", name: "Puebla" },
      ],
      subjectOf: cited,
    });
    expect(recordLd(visit, context)).not.toHaveProperty("endDate");
  });

  it.each(["1984?", "2014~", "2004/2005", ".."])("an uncertain date %s is not said at all", (began) => {
    const record = { ...visit, values: { ...visit.values, began } };
    expect(recordLd(record, context)).not.toHaveProperty("startDate");
  });

  it.each([
    ["1992/..", { startDate: "1992" }],
    ["../2005", { endDate: "2005" }],
    ["2004-09/2005", { startDate: "2004-09", endDate: "2005" }],
    ["2014-09", { startDate: "2014-09" }],
    ["1984?/..", {}],
  ])("an event of %s: as much of its time as is known", (date, said) => {
    const record = published("event", {
      title: "A",
      date,
      type: "other",
      text: "B",
      files: [],
      citations: [],
    });
    const { startDate, endDate } = recordLd(record, context) as Record<string, unknown>;
    expect({ startDate, endDate }).toEqual({ startDate: undefined, endDate: undefined, ...said });
  });

  it.each([
    [
      { place: "New York", country: "US", forum: "General Assembly" },
      {
        location: { "@type": "Place", name: "New York", containedInPlace: { name: "United States" } },
        superEvent: { "@type": "Event", name: "General Assembly" },
      },
    ],
    [{ country: "US" }, { location: { "@type": "Country", name: "United States" } }],
    [{ place: "New York" }, { location: { "@type": "Place", name: "New York" } }],
  ])("an event in a third country: where it was held (%j)", (where, said) => {
    const held = { title: "A", type: "forum-meeting" as const, text: "B", files: [], citations: [] };
    expect(recordLd(published("event", { ...held, ...where }), context)).toMatchObject(said);
  });

  it.each([
    [{ shortTitle: "Short" }, "Short"],
    [
      { originalTitle: "Келісім", originalLanguage: "Kazakh" },
      { "@value": "Келісім", "@language": "kk" },
    ],
    [{ originalTitle: "Acuerdo" }, "Acuerdo"],
    [
      { shortTitle: "Short", originalTitle: "Acuerdo", originalLanguage: "es" },
      ["Short", { "@value": "Acuerdo", "@language": "es" }],
    ],
    [{}, undefined],
  ])("an agreement by its other titles, each in its language (%j)", (titles, alternateName) => {
    for (const type of ["treaty", "joint-statement"] as const) {
      const held = { title: "A", type, subject: "taxation", inForce: "unknown" } as const;
      const said = recordLd(published("agreement", { ...held, ...bare, ...titles }), context);
      expect((said as Record<string, unknown>).alternateName).toEqual(alternateName);
    }
  });

  it("a joint statement: no legislation, and nothing of force", () => {
    const statement = published("agreement", {
      ...bare,
      title: "A joint statement",
      type: "joint-statement",
      subject: "general-relations",
      inForce: "unknown",
    });
    const described = recordLd(statement, context);
    expect(described).toMatchObject({ "@type": "CreativeWork", name: statement.title });
    expect(JSON.stringify(described)).not.toContain("egislation");
  });

  it.each([
    ["yes", "InForce"],
    ["no", "NotInForce"],
    ["unknown", undefined],
  ] as const)("an agreement in force %s: legislation with force %s", (inForce, force) => {
    const record = published("agreement", {
      title: "An agreement",
      type: "treaty",
      subject: "taxation",
      signedOn: "2014-09-12",
      inForce,
      ...bare,
    });
    const said = recordLd(record, context) as Record<string, unknown>;
    expect(said).toMatchObject({ "@type": "Legislation", legislationDate: "2014-09-12", citation: cited });
    expect(said.legislationLegalForce).toBe(force);
    expect(said).not.toHaveProperty("legislationPassedBy");
  });

  it.each([
    ["2019-06-01", "NotInForce"],
    ["2021-06-01", "InForce"],
  ])("an agreement whose force was to come on 1 May 2020, as of %s: %s", (day, force) => {
    const action = { party: "both", action: "entry-into-force" as const, date: "2020-05-01" };
    const record = published("agreement", {
      ...{
        title: "An agreement",
        type: "treaty",
        subject: "taxation",
        signedOn: "2018-09-12",
        inForce: "yes",
      },
      ...bare,
      actions: [action],
    });
    expect(recordLd(record, { ...context, day })).toMatchObject({ legislationLegalForce: force });
  });

  it("a year of trade: a data set of what is known", () => {
    const record = published("tradeYear", {
      year: 2018,
      reporter: "not-stated",
      total: "23000000",
      currency: "USD",
      mirrorReasons: [],
      citations: [],
    });
    const page = { title: "Trade in 2018", description: "Trade between them in 2018." };
    expect(recordLd(record, { ...context, page })).toMatchObject({
      "@type": "Dataset",
      name: page.title,
      description: page.description,
      temporalCoverage: "2018",
      license: site.licence.url,
      variableMeasured: [{ "@type": "PropertyValue", value: 23000000, unitText: "USD" }],
    });
  });

  it("a mission: an organisation of the government that sends it", () => {
    const record = published("mission", {
      sending: "KZ",
      receiving: "MX",
      type: "embassy",
      city: "Mexico City",
      opened: "2016",
      closures: [],
      heads: [
        { name: "Ana Pérez", to: "2019" },
        { name: "Bea Ruiz", title: "chargé d’affaires", from: "2019" },
      ],
      earlierSeats: [],
      earlierTypes: [],
      phone: "+52 55 0000 0000",
      latitude: "19.43",
      longitude: "-99.2",
      citations: [],
    });
    expect(recordLd(record, context)).toMatchObject({
      "@type": "GovernmentOrganization",
      foundingDate: "2016",
      parentOrganization: { name: "Kazakhstan" },
      employee: { name: "Bea Ruiz", jobTitle: "chargé d’affaires" },
      telephone: "+52 55 0000 0000",
      location: { geo: { latitude: 19.43, longitude: -99.2 }, address: { addressCountry: "MX" } },
    });
  });

  it.each([
    ["English", "en"],
    ["kk", "kk"],
    ["Chagatai Turki", { "@type": "Language", name: "Chagatai Turki" }],
  ])("a source in %s: a work in that language, by its tag where it has one", (language, said) => {
    const record = { ...source, values: { ...source.values, language } };
    expect(recordLd(record, context)).toMatchObject({ inLanguage: said });
  });

  it("a source: a work with its authors", () => {
    expect(recordLd(source, context)).toMatchObject({
      "@type": "CreativeWork",
      name: "A yearbook",
      author: [{ "@type": "Person", name: "Ana Pérez" }],
      datePublished: "2015",
    });
  });
});

it("a list is a data set with its files", () => {
  const list = { path: "trade", name: "Trade", description: "Trade by year", years: [2018, 2016] };
  expect(listDatasetLd(context, list)).toMatchObject({
    "@type": "Dataset",
    temporalCoverage: "2016/2018",
    distribution: [
      { contentUrl: "https://entente.example/kazakhstan-mexico/trade.csv", encodingFormat: "text/csv" },
      { contentUrl: "https://entente.example/kazakhstan-mexico/trade.xlsx" },
      {
        contentUrl: "https://entente.example/kazakhstan-mexico/trade.json",
        encodingFormat: "application/json",
      },
    ],
  });
});

it("the way to a page is numbered from the home page on", () => {
  const trail = [
    { name: "Entente", path: "/" },
    { name: "Kazakhstan–Mexico", path: "/kazakhstan-mexico" },
  ];
  expect(breadcrumbLd(trail, site).itemListElement).toMatchObject([
    { position: 1, item: "https://entente.example/" },
    { position: 2, item: "https://entente.example/kazakhstan-mexico" },
  ]);
});

it("no text ends the script element that holds it", () => {
  const text = ldText(breadcrumbLd([{ name: "</script><script>alert(1)", path: "/" }], site));
  expect(text).not.toContain("<");
  expect(JSON.parse(text)).toMatchObject({ itemListElement: [{ name: "</script><script>alert(1)" }] });
});
