import { choice } from "../fields/choice/choice";
import { predecessor } from "../fields/country/country";
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
