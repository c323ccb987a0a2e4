import { choice } from "../fields/choice/choice";
import { country, predecessor } from "../fields/country/country";
import { partialDate } from "../fields/partial-date/partial-date";
import { text } from "../fields/text/text";
import { yearOf } from "../partial-date";
import { attachments } from "./attachments";
import { defineKind } from "./define-kind";
import { standsInYears } from "./predecessor-rules";

export const eventTypes = [
  "establishment",
  "forum-meeting",
  "incident",
  "mission-opened",
  "mission-closed",
  "participation",
  "anniversary",
  "cooperation",
  "other",
] as const;

/** Something that happened between the two countries, or a period in their relations. */
export const event = defineKind({
  key: "event",
  path: "history",
  inDossier: true,
  cited: true,
  ownPage: true,
  fields: {
    title: text({ max: 200, inList: true }),
    date: partialDate({ inList: true, optional: true }),
    type: choice({ of: eventTypes, inList: true, facet: true }),
    forum: text({ max: 200, optional: true }),
    place: text({ max: 200, optional: true }),
    // Where it was held, which may be in a third country.
    country: country({ optional: true }),
    predecessorA: predecessor("a", { optional: true }),
    predecessorB: predecessor("b", { optional: true }),
    text: text({ max: 8000, prose: true }),
    files: attachments(),
  },
  rules: [standsInYears("predecessorA", "date"), standsInYears("predecessorB", "date")],
  titledBy: ({ title }) => title ?? "",
  sluggedBy: ({ title, date }) => [yearOf(date), title],
  sortedBy: "date",
});
