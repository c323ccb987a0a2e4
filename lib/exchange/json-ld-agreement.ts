/** The schema.org description (JSON-LD) of an agreement, with its relations to others. */
import type { CreativeWorkLeaf, LegislationLeaf } from "schema-dts";
import { countryName } from "@/lib/domain/countries";
import { languageTag } from "@/lib/domain/languages";
import { forceToCome } from "@/lib/domain/kinds/agreement-status";
import { type AgreementRelation, canBeInForce } from "@/lib/domain/kinds/agreement-terms";
import type { PublishedRecord } from "@/lib/domain/published";
import { countryLd, dateLd, languageLd, type LdContext } from "./json-ld";
import { besidesLd, picturesLd, textsLd } from "./json-ld-files";
import { cited, named } from "./json-ld-parts";

/** An agreement as legislation, which is what schema.org has for it; a statement, which has no force, as a work. */
export function agreementLd(
  record: PublishedRecord<"agreement">,
  context: LdContext,
): LegislationLeaf | CreativeWorkLeaf {
  return canBeInForce(record.values.type) ? legislationLd(record, context) : statementLd(record, context);
}

function statementLd(record: PublishedRecord<"agreement">, context: LdContext): CreativeWorkLeaf {
  const { signedOn, languages, note } = record.values;
  return {
    "@type": "CreativeWork",
    ...named(record, context),
    ...otherTitlesLd(record),
    ...(note && { description: note }),
    dateCreated: dateLd(signedOn),
    about: context.dossier.countries.map((code) => countryLd(code, context.locale)),
    creator: signersOf(record, context),
    ...(languages.length ? { inLanguage: languages.map(languageLd) } : {}),
    encoding: encodingOf(record, context),
    associatedMedia: besidesLd(context),
    image: picturesLd(context),
    citation: cited(context),
  };
}

function legislationLd(record: PublishedRecord<"agreement">, context: LdContext): LegislationLeaf {
  const { type, signedOn, languages, registerNumber, note } = record.values;
  const force = forceToCome(record.values, context.day)?.now ?? record.values.inForce;
  return {
    "@type": "Legislation",
    ...named(record, context),
    ...otherTitlesLd(record),
    ...(note && { description: note }),
    legislationType: type,
    legislationDate: dateLd(signedOn),
    legislationIdentifier: registerNumber,
    // Unknown is neither of schema.org's two words, so nothing is said.
    ...(force !== "unknown" && { legislationLegalForce: force === "yes" ? "InForce" : "NotInForce" }),
    legislationJurisdiction: context.dossier.countries.map((code) => ({
      "@type": "AdministrativeArea" as const,
      name: countryName(code, context.locale),
      identifier: code,
    })),
    legislationPassedBy: signersOf(record, context),
    ...(languages.length ? { inLanguage: languages.map(languageLd) } : {}),
    encoding: encodingOf(record, context),
    associatedMedia: besidesLd(context),
    image: picturesLd(context),
    ...relationsLd(context),
    citation: cited(context),
  };
}

/** A text in a language, as JSON-LD has it; schema.org's types know texts alone. */
interface TextIn {
  "@value": string;
  "@language": string;
}

/** What it is called besides its title: in short, and as its text has it. */
function otherTitlesLd({ values }: PublishedRecord<"agreement">) {
  const { shortTitle, originalTitle, originalLanguage } = values;
  const tag = originalLanguage && languageTag(originalLanguage);
  const original: string | TextIn | undefined =
    originalTitle && tag ? { "@value": originalTitle, "@language": tag } : originalTitle;
  const titles = [shortTitle, original].filter((one) => one !== undefined);
  if (titles.length === 0) return {};
  return { alternateName: (titles.length === 1 ? titles[0] : titles) as string };
}

function signersOf({ values }: PublishedRecord<"agreement">, { locale }: LdContext) {
  return values.signatories.map(({ body, name, party }) => ({
    "@type": "Organization" as const,
    name: body ?? name ?? (party ? countryName(party, locale) : ""),
    ...(party && { location: countryLd(party, locale) }),
  }));
}

function encodingOf({ values: { textLink } }: PublishedRecord<"agreement">, context: LdContext) {
  return [
    ...(textLink ? [{ "@type": "MediaObject" as const, contentUrl: textLink }] : []),
    ...textsLd(context),
  ];
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
