/** schema.org descriptions (JSON-LD) of single records, one function a kind. */
import type { CreativeWorkLeaf, DatasetLeaf, EventLeaf, PersonLeaf, PropertyValueLeaf } from "schema-dts";
import { countryName } from "@/lib/domain/countries";
import { type Figure, standingOf } from "@/lib/domain/kinds/figure-standing";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { isSum, standingOfTotal, totalOf } from "@/lib/domain/kinds/trade-total";
import type { PublishedRecord } from "@/lib/domain/published";
import {
  countryLd,
  dateLd,
  type Description,
  distributionLd,
  languageLd,
  type LdContext,
  licenceLd,
  spanLd,
} from "./json-ld";
import { agreementLd } from "./json-ld-agreement";
import { picturesLd, textsLd } from "./json-ld-files";
import { missionLd } from "./json-ld-mission";
import { cited, named, personIn } from "./json-ld-parts";

type Describer<K extends KindKey> = (
  record: PublishedRecord<K>,
  context: LdContext,
) => Pick<Description, "@type">;

/** The description of a record that has a page of its own. */
export function recordLd<K extends KindKey>(
  record: PublishedRecord<K>,
  context: LdContext,
): Description & Record<string, unknown> {
  const describe: Describer<K> = describers[record.kind] ?? plainLd;
  const description = describe(record, context);
  const said = Object.entries(description).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return { "@context": "https://schema.org", "@type": description["@type"], ...Object.fromEntries(said) };
}

/** What schema.org has a type for. */
const describers: { [K in KindKey]?: Describer<K> } = {
  event: eventLd,
  visit: visitLd,
  agreement: agreementLd,
  tradeYear: tradeYearLd,
  mission: missionLd,
  source: sourceLd,
};

/** A record of a kind for which schema.org has no word. */
function plainLd(record: PublishedRecord, context: LdContext): CreativeWorkLeaf {
  return {
    "@type": "CreativeWork",
    ...named(record, context),
    about: context.dossier.countries.map((code) => countryLd(code, context.locale)),
    citation: cited(context),
  };
}

function eventLd(record: PublishedRecord<"event">, context: LdContext): EventLeaf {
  const { date, forum, place, country, text } = record.values;
  const host = country && countryLd(country, context.locale);
  return {
    "@type": "Event",
    ...named(record, context),
    description: text,
    ...spanLd(date),
    ...(place
      ? { location: { "@type": "Place" as const, name: place, ...(host && { containedInPlace: host }) } }
      : host && { location: host }),
    ...(forum && { superEvent: { "@type": "Event" as const, name: forum } }),
    about: statesOf(record, context).map((code) => countryLd(code, context.locale)),
    subjectOf: [...cited(context), ...textsLd(context)],
    image: picturesLd(context),
  };
}

/** The two states that an event or a year of trade is about: a predecessor of a side where it names one. */
function statesOf(
  { values }: PublishedRecord<"event"> | PublishedRecord<"tradeYear">,
  { dossier }: LdContext,
): [string, string] {
  const { predecessorA, predecessorB } = values;
  return [predecessorA ?? dossier.countries[0], predecessorB ?? dossier.countries[1]];
}

function visitLd(record: PublishedRecord<"visit">, context: LdContext): EventLeaf {
  const { from, to, visitor, office, began, ended, places, purpose, outcome, meetings } = record.values;
  const { visitorPerson, delegation, notHeld, forum } = record.values;
  const host = countryLd(to, context.locale);
  const ofCountry = (code: string, person: PersonLeaf): PersonLeaf => ({
    ...person,
    affiliation: { "@type": "GovernmentOrganization", name: countryName(code, context.locale) },
  });
  const first = ofCountry(from, personIn(context, { name: visitor, person: visitorPerson, office }));
  const further = delegation.map((one) =>
    one.country ? ofCountry(one.country, personIn(context, one)) : personIn(context, one),
  );
  return {
    "@type": "Event",
    ...named(record, context),
    ...(purpose || outcome ? { description: [purpose, outcome].filter(Boolean).join("\n\n") } : {}),
    startDate: dateLd(began),
    endDate: dateLd(ended),
    location: places.length
      ? places.map((place) => ({ "@type": "Place" as const, name: place, containedInPlace: host }))
      : host,
    ...(notHeld && { eventStatus: eventStatuses[notHeld] }),
    ...(forum && { superEvent: { "@type": "Event" as const, name: forum } }),
    performer: further.length > 0 ? [first, ...further] : first,
    attendee: meetings.map(({ host: name, hostPerson: person, office }) =>
      personIn(context, { name, person, office }),
    ),
    subjectOf: [...cited(context), ...textsLd(context)],
    image: picturesLd(context),
  };
}

const eventStatuses = {
  cancelled: "https://schema.org/EventCancelled",
  postponed: "https://schema.org/EventPostponed",
} as const;

function tradeYearLd(record: PublishedRecord<"tradeYear">, context: LdContext): DatasetLeaf {
  const { year, currency, note } = record.values;
  const { site, dossier, locale, page } = context;
  const states = statesOf(record, context);
  const [a, b] = states.map((code) => countryName(code, locale));
  const measured = (name: string, flow: Figure): PropertyValueLeaf[] => {
    const isTotal = flow === "total";
    const value = isTotal ? totalOf(record.values) : record.values[flow];
    if (value === undefined) return [];
    const standing = isTotal ? standingOfTotal(record.values) : record.values[standingOf[flow]];
    const said = [isTotal && isSum(record.values) && "sum of both directions", standing].filter(Boolean);
    return [
      {
        ...{ "@type": "PropertyValue", name, value: Number(value), unitText: currency },
        ...(said.length > 0 && { description: said.join(", ") }),
      },
    ];
  };
  const list = `${site.origin}/${dossier.slug}/trade`;
  return {
    "@type": "Dataset",
    ...named(record, context),
    ...(page && { name: page.title }),
    ...((page || note) && { description: [page?.description, note].filter(Boolean).join("\n\n") }),
    temporalCoverage: record.values.period === "fiscal" ? `${year}/${year + 1}` : String(year),
    spatialCoverage: states.map((code) => countryLd(code, locale)),
    variableMeasured: [
      ...measured(`${a} → ${b}`, "exportsA"),
      ...measured(`${b} → ${a}`, "exportsB"),
      ...measured(`${a} ↔ ${b}`, "total"),
    ],
    license: site.licence.url,
    creator: { "@type": "Organization", name: site.name, url: `${site.origin}/` },
    isPartOf: { "@type": "Dataset", "@id": list },
    distribution: distributionLd(list),
    citation: cited(context),
  };
}

function sourceLd(record: PublishedRecord<"source">, context: LdContext): CreativeWorkLeaf {
  const {
    authors,
    publisher,
    date,
    address: original,
    archivedAddress,
    language,
    licence,
    note,
  } = record.values;
  return {
    "@type": "CreativeWork",
    ...named(record, context),
    ...(authors.length ? { author: authors.map((name) => ({ "@type": "Person" as const, name })) } : {}),
    ...(publisher && { publisher: { "@type": "Organization" as const, name: publisher } }),
    datePublished: dateLd(date),
    ...(original || archivedAddress
      ? { sameAs: [original, archivedAddress].filter((one) => one !== undefined) }
      : {}),
    ...(language && { inLanguage: languageLd(language) }),
    ...(licence && { license: licenceLd(licence) }),
    ...(note && { description: note }),
    encoding: textsLd(context),
    image: picturesLd(context),
  };
}
