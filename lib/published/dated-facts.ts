/** What decides how a dossier stood on a day, read whole: by one statement, and no more than a page has room to weigh. */
import "server-only";
import { cacheTag } from "@/lib/domain/cache-tags";
import { listFacet } from "@/lib/domain/list-facets";
import type { PublishedRecord } from "@/lib/domain/published";
import { countriesOf, sideOf, type Sides } from "@/lib/domain/sides";
import { calledOff } from "./called-off";
import { noteTags } from "./note-tags";
import { newestFirst } from "./record-order";
import { readRecords } from "./read-records";

/** At most so many of each are weighed: missions, agreements, announcements, and visits of each side, the newest of them by then. */
export const mostWeighed = { mission: 200, agreement: 300, visit: 30, announcement: 100 } as const;

export interface FactsBefore {
  missions: PublishedRecord<"mission">[];
  agreements: PublishedRecord<"agreement">[];
  visits: PublishedRecord<"visit">[];
  announcements: PublishedRecord<"announcement">[];
}

/** The dossier is the first parameter, and published; nothing of these can have begun later than the second says. */
const begun = (kind: keyof typeof mostWeighed, also = "") => `(
  SELECT o."id" FROM "Record" o
  WHERE o."dossierId" = $1::uuid AND o."kind" = '${kind}' AND (o."sortDate" IS NULL OR o."sortDate" <= $2::date) ${also}
    AND EXISTS (SELECT FROM "Dossier" d WHERE d."id" = $1::uuid)
  ORDER BY o."sortDate" DESC NULLS LAST, o."id" LIMIT ${mostWeighed[kind]})`;
const heldBy = (parameter: number) =>
  begun("visit", `AND o."facets" && $${parameter}::text[] AND NOT o."facets" && $5::text[]`);

/**
 * The missions, agreements, visits and announcements of a published dossier that may have begun by the end of an ISO day, newest first, the
 * undated ones last; of visits those that were not called off.
 */
export async function factsBefore(dossierId: string, day: string, sides: Sides): Promise<FactsBefore> {
  noteTags(
    ...(["mission", "agreement", "visit", "announcement"] as const).map((kind) =>
      cacheTag.everything(dossierId, kind),
    ),
  );
  const from = (side: "a" | "b") =>
    countriesOf(sides)
      .filter((country) => sideOf(country, sides) === side)
      .map((country) => listFacet("from", country));
  const records = await readRecords(
    [
      { kind: "mission", where: `t."id" IN ${begun("mission")}` },
      { kind: "agreement", where: `t."id" IN ${begun("agreement")}` },
      { kind: "announcement", where: `t."id" IN ${begun("announcement")}` },
      { kind: "visit", where: `(t."id" IN ${heldBy(3)} OR t."id" IN ${heldBy(4)})` },
    ],
    [dossierId, day, from("a"), from("b"), calledOff],
  );
  records.sort(newestFirst);
  const of = <K extends PublishedRecord["kind"]>(kind: K) =>
    records.filter((record): record is PublishedRecord<K> => record.kind === kind);
  return {
    missions: of("mission"),
    agreements: of("agreement"),
    visits: of("visit"),
    announcements: of("announcement"),
  };
}
