import { choice } from "../fields/choice/choice";
import { country } from "../fields/country/country";
import { partialDate } from "../fields/partial-date/partial-date";
import { reference } from "../fields/reference/reference";
import { rows } from "../fields/rows/rows";
import { text } from "../fields/text/text";
import { isBefore, yearOf } from "../partial-date";
import { fulfilments, fulfilmentOf } from "./announcement-fulfilment";
import { defineKind } from "./define-kind";

/** What a country, both of them or an organisation made known that it would do, and what has come of it. */
export const announcement = defineKind({
  key: "announcement",
  path: "announcements",
  inDossier: true,
  cited: true,
  ownPage: true,
  fields: {
    title: text({ max: 300, inList: true }),
    maker: country({ also: ["both"], optional: true, isParty: true, inList: true, facet: true }),
    organisation: text({ max: 200, optional: true }),
    announced: partialDate({ optional: true, inList: true }),
    place: text({ max: 200, optional: true }),
    visit: reference({ to: "visit", optional: true }),
    event: reference({ to: "event", optional: true }),
    due: partialDate({ optional: true }),
    text: text({ max: 4000, prose: true, optional: true }),
    steps: rows({
      of: {
        date: partialDate({ optional: true }),
        what: text({ max: 500 }),
        // What the announcement has come to by it; a step may leave that as it was.
        fulfilment: choice({ of: fulfilments.filter((one) => one !== "unknown"), optional: true }),
        mission: reference({ to: "mission", optional: true }),
        agreement: reference({ to: "agreement", optional: true }),
      },
    }),
    fulfilment: choice({ of: fulfilments, inList: true, facet: true }),
  },
  toldInLinks: "fulfilment",
  oneOf: ["maker", "organisation"],
  follows: { fulfilment: fulfilmentOf },
  rules: [
    {
      severity: "mistake",
      on: "due",
      says: "announcement.dueBeforeAnnounced",
      holds: ({ announced, due }) => !announced || !due || !isBefore(due, announced),
    },
    {
      severity: "doubt",
      on: "steps",
      says: "doubt.announcement.stepBefore",
      holds: ({ announced, steps = [] }) =>
        !announced || !steps.some(({ date }) => date !== undefined && isBefore(date, announced)),
    },
  ],
  alike: [{ on: "title", says: "doubt.announcement.alike", nearlySame: "title" }],
  titledBy: ({ title }) => title ?? "",
  sluggedBy: ({ title, announced }) => [yearOf(announced), title],
  sortedBy: "announced",
});
