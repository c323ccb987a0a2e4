import { lines } from "../fields/lines/lines";
import { partialDate } from "../fields/partial-date/partial-date";
import { text } from "../fields/text/text";
import { webAddress } from "../fields/web-address/web-address";
import { yearOf } from "../partial-date";
import { attachments } from "./attachments";
import { defineKind } from "./define-kind";

/** Where a fact is stated. Shared by all dossiers. */
export const source = defineKind({
  key: "source",
  path: "sources",
  inDossier: false,
  cited: false,
  ownPage: true,
  fields: {
    title: text({ max: 500, inList: true }),
    authors: lines({ max: 200 }),
    publisher: text({ max: 200, optional: true, inList: true }),
    date: partialDate({ optional: true, inList: true }),
    address: webAddress({ optional: true }),
    archivedAddress: webAddress({ optional: true }),
    accessedOn: partialDate({ optional: true }),
    language: text({ max: 60, optional: true }),
    licence: text({ max: 200, optional: true }),
    note: text({ max: 2000, prose: true, optional: true }),
    files: attachments(),
  },
  rules: [
    {
      severity: "doubt",
      on: "title",
      says: "doubt.source.onlyTitle",
      isOfUnfinished: true,
      holds: ({ authors, publisher, date, address, archivedAddress, note, files }) =>
        [publisher, date, address, archivedAddress, note].some((one) => one !== undefined) ||
        [authors, files].some((list) => (list ?? []).length > 0),
    },
  ],
  alike: [{ on: "address", says: "doubt.source.alike", same: ["address"] }],
  titledBy: ({ title }) => title ?? "",
  sluggedBy: ({ title, date }) => [title, yearOf(date)],
  sortedBy: "date",
});
