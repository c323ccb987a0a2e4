import { choice } from "../fields/choice/choice";
import { country } from "../fields/country/country";
import { partialDate } from "../fields/partial-date/partial-date";
import { rows } from "../fields/rows/rows";
import { text } from "../fields/text/text";
import { isBefore } from "../partial-date";
import { ranks } from "../ranks";
import { defineKind } from "./define-kind";

/** Who visited, hosted or led a mission, by all of their names. Shared by all dossiers. */
export const person = defineKind({
  key: "person",
  path: "persons",
  inDossier: false,
  cited: false,
  // Their pages stand below no dossier: lib/routes.ts.
  ownPage: false,
  fields: {
    name: text({ max: 200, inList: true }),
    names: rows({ of: { name: text({ max: 200 }), language: text({ max: 60, optional: true }) } }),
    country: country({ optional: true, inList: true, facet: true }),
    offices: rows({
      of: {
        office: text({ max: 200 }),
        rank: choice({ of: ranks, optional: true }),
        country: country({ optional: true }),
        from: partialDate({ optional: true }),
        to: partialDate({ optional: true }),
      },
    }),
    wikidata: text({
      max: 20,
      optional: true,
      pattern: { matches: /^Q[1-9]\d{0,11}$/, otherwise: "person.wikidata" },
    }),
    note: text({ max: 2000, prose: true, optional: true }),
  },
  rules: [
    {
      severity: "mistake",
      on: "offices",
      says: "person.officeEndsBeforeItBegins",
      holds: ({ offices = [] }) => offices.every(({ from, to }) => !from || !to || !isBefore(to, from)),
    },
  ],
  alike: [
    { on: "wikidata", says: "doubt.person.sameWikidata", same: ["wikidata"] },
    { on: "name", says: "doubt.person.alike", sameName: "name" },
  ],
  titledBy: ({ name }) => name ?? "",
  sluggedBy: ({ name }) => [name],
});
