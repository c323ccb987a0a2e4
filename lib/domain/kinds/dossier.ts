import { choice } from "../fields/choice/choice";
import { country } from "../fields/country/country";
import { lines } from "../fields/lines/lines";
import { partialDate } from "../fields/partial-date/partial-date";
import { rows } from "../fields/rows/rows";
import { text } from "../fields/text/text";
import { wholeNumber } from "../fields/whole-number/whole-number";
import { countryName } from "../countries";
import { isBefore } from "../partial-date";
import { sideFields } from "../sides";
import { reservedSlugs, slugPattern } from "../slug";
import { defineKind } from "./define-kind";

/** The relations of two countries: the record that all others of the pair belong to. */
export const dossier = defineKind({
  key: "dossier",
  path: "dossiers",
  inDossier: false,
  cited: true,
  ownPage: false,
  fields: {
    countryA: country({ inList: true }),
    countryB: country({ inList: true }),
    // Those that stood in their place before, which records of that time are about; each for one side.
    predecessors: rows({
      of: {
        side: choice({ of: [sideFields.a, sideFields.b] }),
        country: country({}),
        from: partialDate({ optional: true }),
        to: partialDate({ optional: true }),
      },
    }),
    slug: text({
      max: 80,
      inList: true,
      optional: true,
      pattern: { matches: slugPattern, otherwise: "slug.letters" },
    }),
    established: partialDate({ optional: true, inList: true }),
    summary: text({ max: 4000, prose: true }),
    memberships: lines({ max: 200 }),
    standings: rows({
      of: {
        statement: text({ max: 300 }),
        year: wholeNumber({ min: 1800, max: 2100, isYear: true, optional: true }),
      },
    }),
  },
  rules: [
    {
      severity: "mistake",
      on: "countryB",
      says: "dossier.sameCountry",
      holds: ({ countryA, countryB }) => !countryA || !countryB || countryA !== countryB,
    },
    {
      severity: "mistake",
      on: "predecessors",
      says: "dossier.predecessorTwice",
      holds: ({ countryA, countryB, predecessors = [] }) => {
        const named = [countryA, countryB, ...predecessors.map(({ country }) => country)].filter(Boolean);
        return new Set(named).size === named.length;
      },
    },
    {
      severity: "mistake",
      on: "predecessors",
      within: "to",
      says: "dossier.predecessorEndsBeforeItBegins",
      holds: ({ from, to }) => !from || !to || !isBefore(to, from),
    },
    {
      severity: "mistake",
      on: "slug",
      says: "slug.reserved",
      holds: ({ slug }) => !slug || !reservedSlugs.includes(slug),
    },
  ],
  titledBy: ({ countryA, countryB }) =>
    [countryA, countryB].map((code) => (code ? countryName(code) : "…")).join("–"),
  sluggedBy: ({ slug, countryA, countryB }) =>
    slug ? [slug] : [countryA, countryB].map((code) => code && countryName(code)),
  sortedBy: "established",
  uniqueBy: ["countryA", "countryB"],
});
