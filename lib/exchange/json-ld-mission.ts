/** The schema.org description (JSON-LD) of a mission. */
import type { GovernmentOrganizationLeaf } from "schema-dts";
import { countryName } from "@/lib/domain/countries";
import { headOf } from "@/lib/domain/kinds/mission";
import type { PublishedRecord } from "@/lib/domain/published";
import { countryLd, dateLd, type LdContext } from "./json-ld";
import { cited, named, personIn } from "./json-ld-parts";

/** A mission with its seat, and with who heads it on the day of the page. */
export function missionLd(
  record: PublishedRecord<"mission">,
  context: LdContext,
): GovernmentOrganizationLeaf {
  const {
    sending,
    receiving,
    city,
    opened,
    closed,
    phone,
    email,
    address: street,
    site,
    latitude,
    longitude,
    note,
  } = record.values;
  const head = headOf(record.values, context.day);
  return {
    "@type": "GovernmentOrganization",
    ...named(record, context),
    ...(site && { sameAs: site }),
    ...(note && { description: note }),
    foundingDate: dateLd(opened),
    dissolutionDate: dateLd(closed),
    parentOrganization: { "@type": "GovernmentOrganization", name: countryName(sending, context.locale) },
    areaServed: countryLd(receiving, context.locale),
    ...(head && {
      employee: personIn(context, { name: head.name, person: head.person, office: head.title }),
    }),
    telephone: phone,
    email,
    location: {
      "@type": "Place",
      address: {
        "@type": "PostalAddress",
        addressLocality: city,
        // Where the mission is accredited from elsewhere, its seat lies there.
        addressCountry: record.values.accreditedFrom ?? receiving,
        ...(street && { streetAddress: street }),
      },
      ...(latitude && {
        geo: { "@type": "GeoCoordinates" as const, latitude: Number(latitude), longitude: Number(longitude) },
      }),
    },
    subjectOf: cited(context),
  };
}
