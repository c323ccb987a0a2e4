/** What the descriptions of all kinds of records share. */
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
