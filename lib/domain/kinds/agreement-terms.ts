/**
 * The terms in which agreements are recorded: instruments by the UN Treaty Collection's definitions and the further
 * titles that registers use, what parties do about them, and how one agreement relates to another.
 */

/** Kinds of instruments, in the order in which they are offered: those that are met most often first. */
export const agreementTypes = [
  "treaty",
  "agreement",
  "convention",
  "protocol",
  "memorandum",
  "exchange-of-notes",
  "joint-statement",
  "arrangement",
  "charter",
  "pact",
  "declaration",
  "modus-vivendi",
  "accord",
  "covenant",
  "statute",
  "agreed-minutes",
  "proces-verbal",
  "final-act",
  "framework-agreement",
  "supplementary-agreement",
  "letter-of-intent",
  "programme",
  "other",
] as const;

/** What the UN Treaty Series has for an "agreement type": how many parties an instrument has, which its signatories say. */
export const numbersOfParties = [
  ...["bilateral", "trilateral", "plurilateral", "multilateral"],
  ...["open multilateral", "closed multilateral", "multilateral open", "multilateral closed"],
] as const;

/** Whether what is called so binds at all: a joint statement is adopted rather than signed, and has no force to be in. */
export function canBeInForce(type: (typeof agreementTypes)[number] | undefined): boolean {
  return type !== "joint-statement";
}

/** What agreements are about, at first: the desk adds to it (`lib/domain/subjects`). */
export const subjects = [
  "political-consultation",
  "visas-and-consular",
  "education-and-training",
  "trade-and-investment",
  "taxation",
  "transport",
  "science-and-technology",
  "culture",
  "security-and-justice",
  "energy-and-environment",
  "defence",
  "agriculture",
  "fisheries",
  "health",
  "environment",
  "finance",
  "development-cooperation",
  "labour-and-social-security",
  "migration",
  "communications",
  "space",
  "tourism",
  "youth-and-sport",
  "boundaries",
  "general-relations",
  "other",
] as const;

/** What a party can do about an agreement, after the UN Treaty Collection's terms. */
export const actionTypes = [
  "signature",
  "definitive-signature",
  "ratification",
  "acceptance",
  "approval",
  "accession",
  "succession",
  "formal-confirmation",
  "notification",
  "provisional-application",
  "entry-into-force",
  "registration",
  "amendment",
  "extension",
  "suspension",
  "withdrawal",
  "denunciation",
  "replacement",
  "termination",
] as const;

/** How an agreement relates to another, each with what the other then is to it. */
export const inverseRelations = {
  amends: "amended-by",
  "amended-by": "amends",
  supplements: "supplemented-by",
  "supplemented-by": "supplements",
  replaces: "replaced-by",
  "replaced-by": "replaces",
  implements: "implemented-by",
  "implemented-by": "implements",
  extends: "extended-by",
  "extended-by": "extends",
  terminates: "terminated-by",
  "terminated-by": "terminates",
  "related-to": "related-to",
} as const;

export type AgreementRelation = keyof typeof inverseRelations;

export const agreementRelations = Object.keys(inverseRelations) as AgreementRelation[];

/** Whether and how an agreement goes on when its term ends. */
export const renewals = ["not-renewed", "tacit", "by-consent", "not-stated"] as const;
