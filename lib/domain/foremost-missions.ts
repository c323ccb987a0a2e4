import type { MissionType } from "./kinds/mission";

/** The types of an embassy; between members of the Commonwealth it is a high commission. */
export const embassyTypes: readonly MissionType[] = ["embassy", "high-commission"];

interface Seated {
  values: { type?: MissionType | undefined; accreditedFrom?: string | undefined };
}

/**
 * The order in which missions speak for a country: resident ones before accreditations, of those embassies. For `sort`, which leaves
 * those of a kind as they are. The database finds them in the same order (`lib/published/shown-records.ts`).
 */
export function foremostFirst(one: Seated, other: Seated): number {
  return rank(one) - rank(other);
}

function rank({ values: { accreditedFrom, type } }: Seated): number {
  const isEmbassy = type !== undefined && embassyTypes.includes(type);
  return 2 * Number(accreditedFrom !== undefined) + Number(!isEmbassy);
}
