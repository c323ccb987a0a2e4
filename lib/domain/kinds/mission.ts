import { countryInText, countryName } from "../countries";
import { pairOfDegrees } from "../degrees";
import { choice } from "../fields/choice/choice";
import { country, party } from "../fields/country/country";
import { decimal } from "../fields/decimal/decimal";
import { partialDate } from "../fields/partial-date/partial-date";
import { reference } from "../fields/reference/reference";
import { rows } from "../fields/rows/rows";
import { text } from "../fields/text/text";
import type { Typed } from "../fields/typed";
import { webAddress } from "../fields/web-address/web-address";
import { hasCome } from "../has-come";
import { isBefore } from "../partial-date";
import { areOfOneSide } from "../sides";
import { defineKind } from "./define-kind";
import { missionDoubts } from "./mission-doubts";
import { sidesOf, standsInYears } from "./predecessor-rules";

export const missionTypes = [
  "embassy",
  "high-commission",
  "legation",
  "permanent-mission",
  "consulate-general",
  "consulate",
  "honorary-consulate",
  "trade-office",
  "cultural-institute",
  "liaison-office",
  "other",
] as const;

export type MissionType = (typeof missionTypes)[number];

const missionNames: Record<MissionType, string> = {
  embassy: "Embassy",
  "high-commission": "High Commission",
  legation: "Legation",
  "permanent-mission": "Permanent mission",
  "consulate-general": "Consulate general",
  consulate: "Consulate",
  "honorary-consulate": "Honorary consulate",
  "trade-office": "Trade office",
  "cultural-institute": "Cultural institute",
  "liaison-office": "Liaison office",
  other: "Mission",
};

const emailPattern = /^[^\s@]{1,64}@[^\s@]{1,190}$/;

interface Span {
  from?: string;
  to?: string;
}

const coordinate = { scale: 6, rounds: true, optional: true } as const;

/** A pair of coordinates that stands in one of their fields fills both, where the other is empty. */
function withPairDivided(typed: Typed): Typed {
  const { latitude = "", longitude = "" } = typed;
  const only = latitude === "" ? longitude : longitude === "" ? latitude : "";
  const pair = typeof only === "string" ? pairOfDegrees(only) : null;
  return pair ? { ...typed, ...pair } : typed;
}

const endsInOrder = ({ from, to }: Span) => !from || !to || !isBefore(to, from);

/**
 * A mission of one country in the other, or its accreditation from its own capital or a mission in a third country. Its
 * type, city and address are those of the day or, of a closed one, the last; it opened once and for good closed once, whatever
 * interruptions there were.
 */
export const mission = defineKind({
  key: "mission",
  path: "missions",
  inDossier: true,
  cited: true,
  ownPage: true,
  fields: {
    sending: party({ inList: true, facet: true }),
    receiving: party({}),
    type: choice({ of: missionTypes, inList: true, facet: true }),
    city: text({ max: 120, inList: true }),
    accreditedFrom: country({ optional: true }),
    opened: partialDate({ lastDay: "closed", optional: true, inList: true }),
    closed: partialDate({ optional: true }),
    earlierTypes: rows({
      of: {
        type: choice({ of: missionTypes }),
        from: partialDate({ optional: true }),
        to: partialDate({ optional: true }),
      },
    }),
    closures: rows({
      of: { closed: partialDate({ optional: true }), reopened: partialDate({ optional: true }) },
      oneOf: ["closed", "reopened"],
    }),
    heads: rows({
      of: {
        name: text({ max: 200 }),
        person: reference({
          to: "person",
          optional: true,
          beside: { name: "name", office: "title", country: ["sending"], day: "from" },
        }),
        // As “chargé d’affaires”; an ambassador or consul unless told.
        title: text({ max: 120, optional: true }),
        from: partialDate({ optional: true }),
        to: partialDate({ optional: true }),
      },
    }),
    address: text({ max: 500, prose: true, optional: true }),
    earlierSeats: rows({
      of: {
        city: text({ max: 120 }),
        address: text({ max: 500, optional: true }),
        from: partialDate({ optional: true }),
        to: partialDate({ optional: true }),
      },
    }),
    district: text({ max: 1000, prose: true, optional: true }),
    phone: text({ max: 120, optional: true }),
    email: text({
      max: 254,
      optional: true,
      pattern: { matches: emailPattern, otherwise: "mission.email" },
    }),
    site: webAddress({ optional: true }),
    latitude: decimal({ ...coordinate, degrees: "latitude", digits: 2, min: -90, max: 90 }),
    longitude: decimal({ ...coordinate, degrees: "longitude", digits: 3, min: -180, max: 180 }),
    note: text({ max: 2000, prose: true, optional: true }),
  },
  readsTyped: withPairDivided,
  // Who heads it, and whether anyone does.
  turnsOn: ({ heads = [], closed }) => [closed, ...heads.flatMap(({ from, to }) => [from, to])],
  rules: [
    {
      severity: "mistake",
      on: "receiving",
      says: "mission.sameCountry",
      holds: ({ sending, receiving }, context) => {
        const sides = sidesOf(context);
        return (
          !sending || !receiving || (sides ? !areOfOneSide(sending, receiving, sides) : sending !== receiving)
        );
      },
    },
    {
      severity: "mistake",
      on: "accreditedFrom",
      says: "mission.accreditedFromParty",
      holds: ({ accreditedFrom, receiving }) => !accreditedFrom || accreditedFrom !== receiving,
    },
    {
      severity: "mistake",
      on: "closed",
      says: "mission.closedBeforeOpened",
      holds: ({ opened, closed }) => !opened || !closed || !isBefore(closed, opened),
    },
    {
      severity: "mistake",
      on: "closures",
      within: "reopened",
      says: "mission.reopenedBeforeClosed",
      holds: ({ closed, reopened }) => endsInOrder({ from: closed, to: reopened }),
    },
    {
      severity: "mistake",
      on: "heads",
      within: "to",
      says: "mission.endsBeforeItBegins",
      holds: endsInOrder,
    },
    {
      severity: "mistake",
      on: "earlierTypes",
      within: "to",
      says: "mission.endsBeforeItBegins",
      holds: endsInOrder,
    },
    {
      severity: "mistake",
      on: "earlierSeats",
      within: "to",
      says: "mission.endsBeforeItBegins",
      holds: endsInOrder,
    },
    {
      severity: "mistake",
      on: "longitude",
      says: "mission.halfCoordinates",
      holds: ({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined),
    },
    ...missionDoubts,
    standsInYears("sending", "opened", "closed"),
    standsInYears("receiving", "opened", "closed"),
  ],
  alike: [{ on: "city", says: "doubt.mission.alike", same: ["sending", "type", "city"] }],
  titledBy: ({ sending, city, type }) =>
    sending || city || type
      ? [missionNames[type ?? "other"], sending && `of ${countryInText(sending)}`, city && `in ${city}`]
          .filter(Boolean)
          .join(" ")
      : "",
  sluggedBy: ({ sending, city, type }) => [sending && countryName(sending), type, city],
  sortedBy: "opened",
});

/**
 * Who headed a mission on an ISO day: the last of its heads whose time had begun and had not ended by it; undefined where none is
 * known, or it was closed.
 */
export function headOf<H extends { name?: string; from?: string; to?: string }>(
  { heads = [], closed }: { heads?: readonly H[] | undefined; closed?: string | undefined },
  day: string,
): H | undefined {
  if (closed !== undefined && hasCome(closed, day)) return undefined;
  return heads.findLast(
    ({ name, from, to }) =>
      name !== undefined &&
      (from === undefined || hasCome(from, day)) &&
      (to === undefined || !hasCome(to, day)),
  );
}
