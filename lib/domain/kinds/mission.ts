import { countryInText, countryName } from "../countries";
import { choice } from "../fields/choice/choice";
import { country, party } from "../fields/country/country";
import { decimal } from "../fields/decimal/decimal";
import { partialDate } from "../fields/partial-date/partial-date";
import { text } from "../fields/text/text";
import { webAddress } from "../fields/web-address/web-address";
import { isBefore } from "../partial-date";
import { defineKind } from "./define-kind";

export const missionTypes = [
  "embassy",
  "consulate-general",
  "consulate",
  "honorary-consulate",
  "other",
] as const;

const missionNames: Record<(typeof missionTypes)[number], string> = {
  embassy: "Embassy",
  "consulate-general": "Consulate general",
  consulate: "Consulate",
  "honorary-consulate": "Honorary consulate",
  other: "Mission",
};

/** A mission of one country in the other, or its accreditation from a mission elsewhere. */
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
    head: text({ max: 200, optional: true }),
    address: text({ max: 500, prose: true, optional: true }),
    site: webAddress({ optional: true }),
    latitude: decimal({ digits: 2, scale: 6, min: -90, max: 90, optional: true }),
    longitude: decimal({ digits: 3, scale: 6, min: -180, max: 180, optional: true }),
    note: text({ max: 2000, prose: true, optional: true }),
  },
  rules: [
    {
      severity: "mistake",
      on: "receiving",
      says: "mission.sameCountry",
      holds: ({ sending, receiving }) => !sending || !receiving || sending !== receiving,
    },
    {
      severity: "mistake",
      on: "accreditedFrom",
      says: "mission.accreditedFromParty",
      holds: ({ accreditedFrom, sending, receiving }) =>
        !accreditedFrom || (accreditedFrom !== sending && accreditedFrom !== receiving),
    },
    {
      severity: "mistake",
      on: "closed",
      says: "mission.closedBeforeOpened",
      holds: ({ opened, closed }) => !opened || !closed || !isBefore(closed, opened),
    },
    {
      severity: "mistake",
      on: "longitude",
      says: "mission.halfCoordinates",
      holds: ({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined),
    },
  ],
  titledBy: ({ sending, city, type }) =>
    sending || city || type
      ? [missionNames[type ?? "other"], sending && `of ${countryInText(sending)}`, city && `in ${city}`]
          .filter(Boolean)
          .join(" ")
      : "",
  sluggedBy: ({ sending, city, type }) => [sending && countryName(sending), type, city],
  sortedBy: "opened",
});
