/** The schema.org description of a person. */
import type { PersonLeaf, WithContext } from "schema-dts";
import type { PublishedRecord } from "@/lib/domain/published";
import { sitePath } from "@/lib/record-paths";
import { countryLd } from "./json-ld";
import type { Site } from "./site";

/** A person by all of their names, with the offices that are recorded. `locale`: BCP 47 tag of the page. */
export function personLd(
  { values, ...record }: PublishedRecord<"person">,
  { site, locale }: { site: Site; locale: string },
): WithContext<PersonLeaf> {
  const url = `${site.origin}${sitePath(record) ?? "/"}`;
  const { name, names, country, offices, wikidata, note } = values;
  return {
    "@context": "https://schema.org",
    "@type": "Person",
    "@id": url,
    url,
    name,
    ...(names.length > 0 && { alternateName: names.map((one) => one.name) }),
    ...(country && { nationality: countryLd(country, locale) }),
    ...(offices.length > 0 && { jobTitle: offices.map(({ office }) => office) }),
    ...(wikidata && { sameAs: `http://www.wikidata.org/entity/${wikidata}` }),
    ...(note && { description: note }),
  };
}
