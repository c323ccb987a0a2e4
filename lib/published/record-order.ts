import "server-only";
import type { PublishedRecord } from "@/lib/domain/published";

type Dated = Pick<PublishedRecord, "id" | "title" | "sortDate">;

/** The order of lists: newest first, those without a date last; of one day by title. For `sort`. */
export function newestFirst(one: Dated, other: Dated): number {
  if (one.sortDate !== other.sortDate) return (other.sortDate ?? "") > (one.sortDate ?? "") ? 1 : -1;
  return one.title.localeCompare(other.title, "en") || (one.id < other.id ? -1 : 1);
}
