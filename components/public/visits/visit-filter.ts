/** What the visits page is narrowed to by its address: direction, rank, whether they took place, year. */
import { z } from "zod";
import { isCountry } from "@/lib/domain/countries";
import { notCalledOff } from "@/lib/domain/list-facets";
import { ranks } from "@/lib/domain/ranks";
import type { Query } from "../kind-view";

// A value that is not valid counts as not given: a link that was cut short still shows the visits.
const one = <T extends z.ZodType>(schema: T) =>
  z
    .preprocess((value) => (Array.isArray(value) ? value[0] : value) || undefined, schema.optional())
    .catch(undefined);

/** Whether a visit took place, as addresses say it. */
export const visitStates = ["held", "cancelled", "postponed"] as const;

/** A visit's state as its facets have it. */
export const facetOfState = { held: notCalledOff, cancelled: "cancelled", postponed: "postponed" } as const;

const filter = z.object({
  // Codes of countries that were may have four letters.
  from: one(z.string().max(4).toUpperCase().refine(isCountry)),
  rank: one(z.enum(ranks)),
  state: one(z.enum(visitStates)),
  year: one(
    z
      .string()
      .regex(/^\d{4}$/)
      .transform(Number),
  ),
});

export type VisitFilter = z.infer<typeof filter>;

/**
 * The filter that an address asks for; unreadable parts of it are left out. `from` is any country: one that stands for neither side of
 * a dossier has no visits in it, and a list that showed them all would answer another question.
 */
export function readVisitFilter(query: Query): VisitFilter {
  return filter.parse(query);
}

/** Whether the address narrows the list at all. */
export function isNarrowed({ from, rank, state, year }: VisitFilter): boolean {
  return [from, rank, state, year].some((one) => one !== undefined);
}
