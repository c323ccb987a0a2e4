import { choice } from "../fields/choice/choice";
import { country } from "../fields/country/country";
import { lines } from "../fields/lines/lines";
import { partialDate } from "../fields/partial-date/partial-date";
import { reference } from "../fields/reference/reference";
import { rows } from "../fields/rows/rows";
import { text } from "../fields/text/text";
import { webAddress } from "../fields/web-address/web-address";
import { yearOf } from "../partial-date";
import { agreementDoubts } from "./agreement-doubts";
import { effectiveDates, forceOnDay, inForceOf, signedOnOf } from "./agreement-status";
import { relationDoubts } from "./agreement-relation-doubts";
import { agreementTexts } from "./attachments";
import {
  actionTypes,
  agreementRelations,
  agreementTypes,
  numbersOfParties,
  renewals,
  subjects,
} from "./agreement-terms";
import { defineKind } from "./define-kind";

/** An instrument between the two countries or their bodies, with whichever further parties it has. */
export const agreement = defineKind({
  key: "agreement",
  path: "agreements",
  inDossier: true,
  cited: true,
  ownPage: true,
  fields: {
    title: text({ max: 500, inList: true }),
    shortTitle: text({ max: 120, optional: true }),
    // As it stands in the text itself, where that is in another language than the site.
    originalTitle: text({ max: 500, optional: true }),
    originalLanguage: text({ max: 60, optional: true }),
    type: choice({ of: agreementTypes, inList: true, facet: true, notSaidBy: numbersOfParties }),
    subject: choice({ of: subjects as readonly string[], kept: "subjects", inList: true, facet: true }),
    signatories: rows({
      of: {
        party: country({ optional: true, isParty: true }),
        // An organisation, a historic state, or a party as the register names it.
        name: text({ max: 200, optional: true }),
        body: text({ max: 200, optional: true }),
      },
      oneOf: ["party", "name"],
    }),
    actions: rows({
      of: {
        party: country({ also: ["both", "all"], optional: true, isParty: true }),
        name: text({ max: 200, optional: true }),
        action: choice({ of: actionTypes }),
        date: partialDate({ optional: true }),
        effective: partialDate({ optional: true }),
        place: text({ max: 200, optional: true }),
        depositary: text({ max: 200, optional: true }),
      },
    }),
    signedOn: partialDate({ optional: true, inList: true }),
    place: text({ max: 200, optional: true }),
    inForce: choice({ of: ["yes", "no", "unknown"], inList: true, facet: true }),
    expires: partialDate({ optional: true, yearsAhead: 99 }),
    renewal: choice({ of: renewals, optional: true }),
    renewalPeriod: text({ max: 120, optional: true }),
    noticePeriod: text({ max: 120, optional: true }),
    relations: rows({
      of: { relation: choice({ of: agreementRelations }), other: reference({ to: "agreement" }) },
    }),
    languages: lines({ max: 60, commas: true }),
    registerNumber: text({ max: 60, optional: true, registered: true }),
    textLink: webAddress({ optional: true }),
    files: agreementTexts(),
    note: text({ max: 4000, prose: true, optional: true }),
  },
  follows: { signedOn: signedOnOf, inForce: inForceOf },
  turns: { inForce: forceOnDay },
  turnsOn: effectiveDates,
  rules: agreementDoubts,
  alike: [
    { on: "registerNumber", says: "doubt.agreement.sameNumber", same: ["registerNumber"] },
    { on: "title", says: "doubt.agreement.alike", nearlySame: "title" },
  ],
  relating: { rows: "relations", reference: "other", asked: relationDoubts },
  titledBy: ({ title }) => title ?? "",
  sluggedBy: ({ title, shortTitle, signedOn }) => [yearOf(signedOn), shortTitle ?? title],
  sortedBy: "signedOn",
});
