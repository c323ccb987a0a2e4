/** The schema.org description (JSON-LD) of an agreement, with its relations to others. */
import type { LegislationLeaf } from "schema-dts";
import { countryName } from "@/lib/domain/countries";
import type { AgreementRelation } from "@/lib/domain/kinds/agreement-terms";
import type { PublishedRecord } from "@/lib/domain/published";
import { countryLd, dateLd, languageLd, type LdContext } from "./json-ld";
import { besidesLd, picturesLd, textsLd } from "./json-ld-files";
import { cited, named } from "./json-ld-parts";

/** An agreement as legislation, which is what schema.org has for it. */
export function agreementLd(record: PublishedRecord<"agreement">, context: LdContext): LegislationLeaf {
  const { shortTitle, type, signedOn, inForce, languages, registerNumber, textLink, note, signatories } =
    record.values;
  return {
    "@type": "Legislation",
    ...named(record, context),
    ...(shortTitle && { alternateName: shortTitle }),
    ...(note && { description: note }),
    legislationType: type,
    legislationDate: dateLd(signedOn),
    legislationIdentifier: registerNumber,
    // Unknown is neither of schema.org's two words, so nothing is said.
    ...(inForce !== "unknown" && { legislationLegalForce: inForce === "yes" ? "InForce" : "NotInForce" }),
    legislationJurisdiction: context.dossier.countries.map((code) => ({
      "@type": "AdministrativeArea" as const,
      name: countryName(code, context.locale),
      identifier: code,
    })),
    legislationPassedBy: signatories.map(({ body, name, party }) => ({
      "@type": "Organization" as const,
      name: body ?? name ?? (party ? countryName(party, context.locale) : ""),
      ...(party && { location: countryLd(party, context.locale) }),
    })),
    ...(languages.length ? { inLanguage: languages.map(languageLd) } : {}),
    encoding: [
      ...(textLink ? [{ "@type": "MediaObject" as const, contentUrl: textLink }] : []),
      ...textsLd(context),
    ],
    associatedMedia: besidesLd(context),
    image: picturesLd(context),
    ...relationsLd(context),
    citation: cited(context),
  };
}

/** What schema.org calls a relation; how others relate to this agreement their own descriptions say. */
const propertyOf: { readonly [R in AgreementRelation]?: RelationProperty } = {
  amends: "legislationAmends",
  supplements: "legislationChanges",
  extends: "legislationChanges",
  replaces: "legislationRepeals",
  terminates: "legislationRepeals",
  implements: "legislationEnsuresImplementationOf",
};

type RelationProperty =
  "legislationAmends" | "legislationChanges" | "legislationRepeals" | "legislationEnsuresImplementationOf";
type Related = { "@type": "Legislation"; "@id": string; name: string };

function relationsLd({ related = [], site }: LdContext): { [P in RelationProperty]?: Related[] } {
  const found: { [P in RelationProperty]?: Related[] } = {};
  for (const { href, title, relations } of related)
    for (const relation of relations ?? []) {
      const property = propertyOf[relation];
      if (!property) continue;
      const one: Related = { "@type": "Legislation", "@id": site.origin + href, name: title };
      found[property] = [...(found[property] ?? []), one];
    }
  return found;
}
