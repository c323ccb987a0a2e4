import { countryInText } from "../countries";
import { choice } from "../fields/choice/choice";
import { country, party } from "../fields/country/country";
import { lines } from "../fields/lines/lines";
import { partialDate } from "../fields/partial-date/partial-date";
import { reference, references } from "../fields/reference/reference";
import { rows } from "../fields/rows/rows";
import { text } from "../fields/text/text";
import { isBefore, parsePartialDate, yearOf } from "../partial-date";
import { ranks } from "../ranks";
import { areOfOneSide } from "../sides";
import { attachments } from "./attachments";
import { defineKind } from "./define-kind";
import { sidesOf, standsInYears } from "./predecessor-rules";
import { visitPeople } from "./visit-people";

export const visitTypes = [
  "state",
  "official",
  "working",
  "private",
  "transit",
  "forum",
  "not-stated",
] as const;

/** Two months, in milliseconds: what lasts longer has a slip in one of its days more often than not. */
const longVisit = 62 * 24 * 60 * 60 * 1000;

/** Whether a visit surely lasted longer than that. */
function lastsLong(began: string, ended: string): boolean {
  const [first, last] = [parsePartialDate(began), parsePartialDate(ended)];
  if (!first.ok || !last.ok || first.date.latest === null || last.date.earliest === null) return false;
  return Date.parse(last.date.earliest) - Date.parse(first.date.latest) > longVisit;
}

/** A journey by a leader or minister of one country to the other. */
export const visit = defineKind({
  key: "visit",
  path: "visits",
  inDossier: true,
  cited: true,
  ownPage: true,
  fields: {
    from: party({ inList: true, facet: true }),
    to: party({}),
    visitor: text({ max: 200, inList: true }),
    visitorPerson: reference({
      to: "person",
      optional: true,
      beside: { name: "visitor", office: "office", rank: "rank", country: ["from"], day: "began" },
    }),
    office: text({ max: 200 }),
    rank: choice({ of: ranks, inList: true, facet: true }),
    type: choice({ of: visitTypes, inList: true, facet: true }),
    notHeld: choice({ of: ["cancelled", "postponed"], optional: true, inList: true, facet: true }),
    trip: text({ max: 200, optional: true, joins: true }),
    forum: text({ max: 200, optional: true, joins: true }),
    standing: text({ max: 300, optional: true }),
    began: partialDate({ lastDay: "ended", inList: true }),
    ended: partialDate({ optional: true }),
    places: lines({ max: 200 }),
    purpose: text({ max: 4000, prose: true, optional: true }),
    outcome: text({ max: 4000, prose: true, optional: true }),
    delegation: rows({
      of: {
        name: text({ max: 200 }),
        person: reference({
          to: "person",
          optional: true,
          beside: {
            name: "name",
            office: "office",
            rank: "rank",
            country: ["country", "from"],
            day: "began",
          },
        }),
        country: country({ optional: true }),
        office: text({ max: 200, optional: true }),
        rank: choice({ of: ranks, optional: true }),
      },
    }),
    meetings: rows({
      of: {
        host: text({ max: 200 }),
        hostPerson: reference({
          to: "person",
          optional: true,
          beside: { name: "host", office: "office", country: ["to"], day: "began" },
        }),
        office: text({ max: 200, optional: true }),
        manner: choice({ of: ["official", "private", "not-stated"] }),
      },
    }),
    agreements: references({ to: "agreement" }),
    missions: references({ to: "mission" }),
    files: attachments(),
  },
  rules: [
    {
      severity: "mistake",
      on: "to",
      says: "visit.sameCountry",
      holds: ({ from, to }, context) => {
        const sides = sidesOf(context);
        return !from || !to || (sides ? !areOfOneSide(from, to, sides) : from !== to);
      },
    },
    {
      severity: "mistake",
      on: "ended",
      says: "visit.endsBeforeItBegins",
      holds: ({ began, ended }) => !began || !ended || !isBefore(ended, began),
    },
    {
      severity: "doubt",
      on: "ended",
      says: "doubt.visit.long",
      holds: ({ began, ended }) => !began || !ended || !lastsLong(began, ended),
    },
    ...visitPeople,
    standsInYears("from", "began", "ended"),
    standsInYears("to", "began", "ended"),
  ],
  alike: [
    {
      on: "visitor",
      says: "doubt.visit.alike",
      same: ["visitor"],
      days: ["began", "ended"],
      person: "visitorPerson",
    },
  ],
  titledBy: ({ visitor, to }) => (visitor ? (to ? `${visitor} to ${countryInText(to)}` : visitor) : ""),
  sluggedBy: ({ visitor, began }) => [yearOf(began), visitor],
  sortedBy: "began",
  endedBy: "ended",
  calledOffBy: "notHeld",
});
