/** What the descriptions of all kinds of records share. */
import type { PersonLeaf } from "schema-dts";
import type { PublishedRecord } from "@/lib/domain/published";
import { address, type LdContext, sourceReference } from "./json-ld";

/** A record's address and title. */
export function named(record: PublishedRecord, { site, dossier }: LdContext) {
  const url = address(site, dossier, record);
  return { "@id": url, url, name: record.title };
}

/** The sources that it cites. */
export function cited(context: LdContext) {
  return context.sources.map((source) => sourceReference(source, context));
}

/** A person as a record names them, by their page's address where they have one. */
export function personIn(
  { people }: LdContext,
  { name, person, office }: { name: string; person?: string | undefined; office?: string | undefined },
): PersonLeaf {
  const url = person === undefined ? undefined : people?.get(person);
  return {
    "@type": "Person",
    ...(url && { "@id": url, url }),
    name,
    ...(office && { jobTitle: office }),
  };
}
