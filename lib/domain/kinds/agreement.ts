import { choice } from "../fields/choice/choice";
import { party } from "../fields/country/country";
import { lines } from "../fields/lines/lines";
import { partialDate } from "../fields/partial-date/partial-date";
import { rows } from "../fields/rows/rows";
import { text } from "../fields/text/text";
import { webAddress } from "../fields/web-address/web-address";
import { isBefore, yearOf } from "../partial-date";
import { slugify } from "../slug";
import { defineKind } from "./define-kind";

export const agreementTypes = [
  "treaty",
  "agreement",
  "memorandum",
  "protocol",
  "joint-statement",
  "exchange-of-notes",
  "other",
] as const;

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
  "formal-confirmation",
  "notification",
  "provisional-application",
  "entry-into-force",
  "amendment",
  "suspension",
  "denunciation",
  "termination",
] as const;

/** An instrument between the two countries or their bodies. */
export const agreement = defineKind({
  key: "agreement",
  path: "agreements",
  inDossier: true,
  cited: true,
  ownPage: true,
  fields: {
    title: text({ max: 500, inList: true }),
    shortTitle: text({ max: 120, optional: true }),
    type: choice({ of: agreementTypes, inList: true, facet: true }),
    subject: choice({ of: subjects, inList: true, facet: true }),
    signatories: rows({ of: { party: party({}), body: text({ max: 200 }) } }),
    signedOn: partialDate({ optional: true, inList: true }),
    place: text({ max: 200, optional: true }),
    inForce: choice({ of: ["yes", "no", "unknown"], inList: true, facet: true }),
    actions: rows({
      of: {
        party: party({ also: ["both"] }),
        action: choice({ of: actionTypes }),
        date: partialDate({ optional: true }),
        effective: partialDate({ optional: true }),
      },
    }),
    languages: lines({ max: 60 }),
    registerNumber: text({ max: 60, optional: true }),
    textLink: webAddress({ optional: true }),
    note: text({ max: 4000, prose: true, optional: true }),
  },
  rules: [
    {
      severity: "mistake",
      on: "actions",
      says: "agreement.inForceBeforeSignature",
      holds: ({ signedOn, actions }) =>
        !signedOn ||
        !(actions ?? []).some(
          ({ action, date }) =>
            action === "entry-into-force" && date !== undefined && isBefore(date, signedOn),
        ),
    },
  ],
  titledBy: ({ title }) => title ?? "",
  sluggedBy: ({ title, shortTitle, signedOn }) =>
    slugify([yearOf(signedOn), shortTitle ?? title].filter(Boolean).join(" "), "agreement"),
  sortedBy: "signedOn",
});
