/** Published records made by hand, for tests that need no database. */
import type { KindKey, RecordValues } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import type { TableContext } from "@/lib/exchange/columns";
import type { DossierName, Site } from "@/lib/exchange/site";

export const site: Site = {
  name: "Entente",
  origin: "https://entente.example",
  licence: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
};

export const dossier: DossierName = {
  slug: "kazakhstan-mexico",
  title: "Kazakhstan–Mexico",
  countries: ["KZ", "MX"],
};

/** A published record with these values. */
export function published<K extends KindKey>(
  kind: K,
  values: RecordValues<K>,
  { title = "A record", slug = "a-record", id = "01a20992-3cba-752a-8dd1-bc8843b557fc" } = {},
): PublishedRecord<K> {
  return {
    id,
    kind,
    slug,
    title,
    dossierId: "01a20992-3847-7734-8242-569f04c20143",
    sortDate: null,
    version: 2,
    publishedAt: "2026-01-02T03:04:05.006Z",
    updatedAt: "2026-02-03T04:05:06.007Z",
    verifiedAt: "2026-03-04T05:06:07.008Z",
    underReviewSince: null,
    values,
  };
}

export const source = published(
  "source",
  { title: "A yearbook", authors: ["Ana Pérez"], date: "2015", files: [] },
  { title: "A yearbook", slug: "a-yearbook-2015", id: "01a20992-3705-7264-8916-ee462efb3ac4" },
);

export const visit = published(
  "visit",
  {
    from: "KZ",
    to: "MX",
    visitor: "Erlan Idrissov",
    office: "Minister of Foreign Affairs",
    rank: "foreign-minister",
    type: "official",
    began: "2014-09",
    places: ["Mexico City", "Puebla"],
    delegation: [],
    meetings: [
      { host: "José Antonio Meade", office: "Minister of Foreign Affairs", manner: "official" },
      { host: "Vicente Fox", manner: "private" },
    ],
    agreements: [],
    missions: [],
    files: [],
    citations: [{ source: source.id, place: "p. 4" }],
  },
  { title: "Erlan Idrissov to Mexico", slug: "2014-erlan-idrissov" },
);

export const tableContext: TableContext = {
  site,
  dossier,
  named: new Map([[source.id, source as PublishedRecord]]),
};
