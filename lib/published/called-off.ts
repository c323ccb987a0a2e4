import "server-only";
import { Prisma } from "@/lib/database/generated/client";
import { kindKeys, kindOf } from "@/lib/domain/kinds/registry";
import { calledOffFacets } from "@/lib/domain/list-facets";

/** The facets of records that did not come about. */
export const calledOff = calledOffFacets(kindKeys.map(kindOf));

/** That the record `r` did not come about, word by word as the partial index `Record_called_off_idx` says it. */
export const isCalledOff = Prisma.raw(
  `r."facets" && ARRAY[${calledOff.map((facet) => `'${facet.replaceAll("'", "''")}'`).join(", ")}]`,
);
